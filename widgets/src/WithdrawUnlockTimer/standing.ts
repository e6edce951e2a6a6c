// Where a position stands on its way out, and what it waits for.
import { epochStartsAt, type PositionState, type PositionView, poolView, positionView } from '@percosec/sdk/math';
import { ofOneMoment } from '../core/market-state.ts';
import { UNREAD, type UnlockState } from './context.ts';

export type HeldView = Exclude<PositionView, { status: 'none' | 'void' }>;

/** From one slot to another, and what comes then. */
export interface UnlockSpan {
  readonly kind: 'unlocksIn' | 'claimableIn' | 'closesIn';
  readonly from: bigint;
  readonly to: bigint;
}

export interface Standing {
  /** Null: not known. */
  readonly stage: UnlockState | null;
  /** Null where nothing is held. */
  readonly held: HeldView | null;
  /** In a pool with a cooldown, withdrawals are requested first. */
  readonly byRequest: boolean;
  /** Null where nothing is waited for. */
  readonly span: UnlockSpan | null;
  /** The slot from which on no more than a quarter of a window is left. */
  readonly closingFrom: bigint | null;
}

/** The other limits are stages of the way out, and say so themselves. */
const LIMITS: Readonly<Record<string, UnlockState>> = {
  claim: 'claim-pending',
  reserve: 'reserve-limited',
  settle: 'settle-first',
};

export function standingOf(state: PositionState): Standing {
  if (ofOneMoment(state.position, state) === undefined) return UNREAD;
  const view = positionView(state);
  const byRequest = state.pool.cooldownEpochs > 0;
  if (view.status === 'none' || view.status === 'void')
    return { stage: view.status, held: null, byRequest, span: null, closingFrom: null };
  const span = spanOf(view, state);
  return {
    stage: poolView(state).exhausted ? 'exhausted' : (LIMITS[view.maxWithdrawable.limitedBy ?? ''] ?? view.status),
    held: view,
    byRequest,
    span,
    closingFrom: span?.kind === 'closesIn' ? span.to - (span.to - span.from) / 4n : null,
  };
}

function spanOf({ status, entryEpoch, unlockSlot, request }: HeldView, { pool }: PositionState): UnlockSpan | null {
  if (status === 'locked') return { kind: 'unlocksIn', from: epochStartsAt(pool, entryEpoch), to: unlockSlot };
  if (status === 'cooling') {
    const requested = request.claimableEpoch - BigInt(pool.cooldownEpochs) - 1n;
    return { kind: 'claimableIn', from: epochStartsAt(pool, requested), to: request.claimableSlot };
  }
  return status === 'claimable' ? { kind: 'closesIn', from: request.claimableSlot, to: request.windowEndsSlot } : null;
}
