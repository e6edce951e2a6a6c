import { translator } from '../core/messages.ts';
import { symbolOf } from '../core/symbols.ts';
import type { ClaimHistoryReading } from './context.ts';
import { claimHistoryMessages } from './messages.ts';

export interface Money {
  readonly symbol: string;
  readonly decimals: number | null;
  /** Why the decimals are not known. */
  readonly reason: string;
}

/** What a claim's amounts are in, as far as that is known. */
export function moneyOf({ collateral, collateralError, settings }: ClaimHistoryReading): Money {
  return {
    symbol: collateral ? symbolOf(collateral.mint, settings.symbols) : '',
    decimals: collateral?.decimals ?? null,
    reason: collateralError?.message ?? translator(settings, 'claimHistory', claimHistoryMessages)('noDecimals'),
  };
}
