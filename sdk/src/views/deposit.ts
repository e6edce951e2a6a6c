// What a deposit would bring, or which refusal: deposit.rs, in its order.
import { given, max, U64, U64_MAX } from '../math/integer.ts';
import { MAX_TOTAL_SHARES, purchase, SMALL } from '../math/pool.ts';
import { epochStartsAt } from './epoch.ts';
import { type MarketState, type PositionState, type Standing, standingOf } from './state.ts';

/** Why nobody can deposit now, whatever the amount. */
export type DepositBarrier = 'PoolInactive' | 'PoolExhausted' | 'InvalidMarket' | 'ClaimPending' | 'SettleFirst';

export function depositBarrier({ market }: MarketState, standing: Standing): DepositBarrier | null {
  const { pool, exhausted, claim, unsettledPremium, small } = standing;
  if (pool.isActive !== 1) return 'PoolInactive';
  if (exhausted) return 'PoolExhausted';
  if (market === null) return 'InvalidMarket';
  if (pool.pendingClaims > 0n || claim.reportable) return 'ClaimPending';
  return unsettledPremium > 0n && small ? 'SettleFirst' : null;
}

export type DepositPreview =
  | {
      readonly refused: null;
      readonly shares: bigint;
      /** What is taken of the amount. */
      readonly cost: bigint;
      /** What is not, for it buys no whole share. */
      readonly change: bigint;
      /** The whole position is locked until this epoch begins. */
      readonly unlockEpoch: bigint;
      readonly unlockSlot: bigint;
      /** What a share costs: `numerator / denominator` atoms. */
      readonly sharePrice: { readonly numerator: bigint; readonly denominator: bigint };
      /** The position afterwards. */
      readonly sharesAfter: bigint;
      readonly depositedAfter: bigint;
      /** The accounts that it makes, at the depositor's expense. */
      readonly creates: { readonly position: boolean; readonly shareAccount: boolean };
    }
  | { readonly refused: DepositBarrier | 'DepositTooSmall' | 'MathOverflow' };

export function depositPreview(state: PositionState & { readonly amount: bigint }): DepositPreview {
  const { amount } = given({ amount: state.amount }, { amount: U64 });
  const standing = standingOf(state);
  const barrier = depositBarrier(state, standing);
  if (barrier !== null) return { refused: barrier };
  const { pool, nav, unsettledPremium } = standing;
  const { totalShares } = pool;
  if (totalShares === 0n && amount < SMALL) return { refused: 'DepositTooSmall' };
  const entryNav = nav + unsettledPremium;
  const { shares, cost } = purchase(amount, totalShares, entryNav);
  if (shares > U64_MAX || entryNav > U64_MAX) return { refused: 'PoolExhausted' };
  if (shares === 0n) return { refused: 'DepositTooSmall' };
  if (totalShares + shares > MAX_TOTAL_SHARES) return { refused: 'PoolExhausted' };

  // Shares of an older generation are void: such a position starts anew.
  const held = state.position?.generation === pool.generation ? state.position : null;
  const depositedAfter = (held?.depositedAmount ?? 0n) + cost;
  if (depositedAfter > U64_MAX || pool.totalDeposits + cost > U64_MAX) return { refused: 'MathOverflow' };
  const unlockEpoch = max(held?.unlockEpoch ?? 0n, pool.epoch + BigInt(pool.lockEpochs));
  return {
    refused: null,
    shares,
    cost,
    change: amount - cost,
    unlockEpoch,
    unlockSlot: epochStartsAt(pool, unlockEpoch),
    sharePrice:
      totalShares === 0n ? { numerator: 1n, denominator: 1n } : { numerator: entryNav, denominator: totalShares },
    sharesAfter: (held?.shares ?? 0n) + shares,
    depositedAfter,
    creates: { position: state.position === null, shareAccount: held === null },
  };
}
