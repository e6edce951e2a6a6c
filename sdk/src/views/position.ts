// A position on a screen: what it holds, what it is worth, and what can be done with it now.
import type { ProviderPosition } from '../accounts/generated.ts';
import { epochStartsAt } from './epoch.ts';
import { type PositionState, type Standing, standingOf } from './state.ts';
import { type MaxWithdrawable, maxWithdrawable } from './withdrawal.ts';

/** An announced withdrawal. */
export interface RequestView {
  readonly shares: bigint;
  /** What the shares were worth when requested: they are paid no more. */
  readonly value: bigint;
  readonly claimableEpoch: bigint;
  readonly claimableSlot: bigint;
  /** The first slot at which it has expired. */
  readonly windowEndsSlot: bigint;
  readonly stage: 'cooling' | 'claimable' | 'expired';
}

interface Held {
  readonly shares: bigint;
  readonly value: bigint;
  /** What was paid in for them. */
  readonly deposited: bigint;
  /** Value less what was paid in; negative: a loss. */
  readonly gain: bigint;
  readonly entryEpoch: bigint;
  readonly unlockEpoch: bigint;
  readonly unlockSlot: bigint;
  readonly maxWithdrawable: MaxWithdrawable;
}

export type PositionView =
  | { readonly status: 'none' }
  /** The pool was used up and began anew: these shares are void. */
  | { readonly status: 'void'; readonly shares: bigint; readonly deposited: bigint; readonly generation: number }
  /** A request made before the deposit that locked it goes on cooling, and may expire. */
  | ({ readonly status: 'locked'; readonly request: RequestView | null } & Held)
  /** Leaves at once, in a pool without cooldown. */
  | ({ readonly status: 'withdrawable'; readonly request: null } & Held)
  /** Leaves by request, and none is made. */
  | ({ readonly status: 'requestable'; readonly request: null } & Held)
  | ({ readonly status: 'cooling' | 'claimable' | 'expired'; readonly request: RequestView } & Held);

export function positionView(state: PositionState): PositionView {
  const { position } = state;
  if (position === null || position.shares === 0n) return { status: 'none' };
  const standing = standingOf(state);
  const { pool, nav } = standing;
  const { shares, depositedAmount: deposited, generation, entryEpoch, unlockEpoch } = position;
  if (generation !== pool.generation) return { status: 'void', shares, deposited, generation };

  const value = (shares * nav) / pool.totalShares;
  const held: Held = {
    shares,
    value,
    deposited,
    gain: value - deposited,
    entryEpoch,
    unlockEpoch,
    unlockSlot: epochStartsAt(pool, unlockEpoch),
    maxWithdrawable: maxWithdrawable(position, standing),
  };
  const request = requestOf(position, standing);
  if (pool.epoch < unlockEpoch) return { status: 'locked', request, ...held };
  if (pool.cooldownEpochs === 0) return { status: 'withdrawable', request: null, ...held };
  if (request === null) return { status: 'requestable', request, ...held };
  return { status: request.stage, request, ...held };
}

function requestOf(position: ProviderPosition, { pool }: Standing): RequestView | null {
  const { requestedShares: shares, requestedValue: value, claimableEpoch } = position;
  if (shares === 0n) return null;
  const windowEnds = claimableEpoch + BigInt(pool.windowEpochs);
  return {
    shares,
    value,
    claimableEpoch,
    claimableSlot: epochStartsAt(pool, claimableEpoch),
    windowEndsSlot: epochStartsAt(pool, windowEnds),
    stage: pool.epoch < claimableEpoch ? 'cooling' : pool.epoch < windowEnds ? 'claimable' : 'expired',
  };
}
