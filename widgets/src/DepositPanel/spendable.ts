import type { Balance } from '@percosec/sdk/query';

/** wSOL: what is held of it, and what a deposit wraps on the way. */
const WRAPPED_SOL = 'So11111111111111111111111111111111111111112';

/** Stays in the wallet for fees and for the rent of position and share account, and to get out again: 0.02 SOL. */
const KEPT_LAMPORTS = 20_000_000n;

/** What a wallet can put into a pool of this collateral. */
export function spendable({ amount, lamports }: Balance, mint: string): bigint {
  if (mint !== WRAPPED_SOL) return amount;
  return lamports > KEPT_LAMPORTS ? amount + lamports - KEPT_LAMPORTS : amount;
}
