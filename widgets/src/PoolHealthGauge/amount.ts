import { formatAmount } from '@percosec/sdk/math';
import type { PoolHealth } from './context.ts';

/** An amount inside of a sentence. */
export const sentenceAmount =
  ({ decimals, symbol, locale }: PoolHealth) =>
  (atoms: bigint): string =>
    decimals === null ? '—' : `${formatAmount(atoms, decimals, locale)}\u202f${symbol}`;
