'use client';

// What the parts of the timer show: where a position stands on its way out, and until when.
import type { AddressLike, ChainClock, PercosecError } from '@percosec/sdk';
import { epochStartsAt, type PositionView, poolView, positionView } from '@percosec/sdk/math';
import { useChainClock, usePercosec, usePosition } from '@percosec/sdk/react/core';
import { createContext, useCallback, useMemo } from 'react';
import { type MarketReading, useMarketReading } from '../core/market-state.ts';
import { shortAddress } from '../core/symbols.ts';
import { useTimeOfSlot } from '../core/time.tsx';
import { useWidget } from '../core/widget.tsx';

/** What the depositor can do next; none of it is done here. */
export type UnlockAction = 'deposit' | 'request' | 'cancel' | 'withdraw' | 'report' | 'settle';

export interface WithdrawUnlockTimerOwnProps {
  readonly market: AddressLike | null | undefined;
  /** Whose deposit; the connected wallet's unless given. */
  readonly owner?: AddressLike | null | undefined;
  /** What the market is called; its shortened address unless given. */
  readonly name?: string | undefined;
  /** Shows a button for what can be done next, and is told when it is pressed: to open a DepositPanel, say. */
  readonly onAction?: ((action: UnlockAction) => void) | undefined;
}

export type UnlockState =
  | 'loading'
  | 'problem'
  | 'no-market'
  | 'no-pool'
  | 'no-wallet'
  /** There is nothing to unlock, or nothing any more. */
  | 'none'
  | 'void'
  | 'locked'
  | 'requestable'
  | 'cooling'
  | 'claimable'
  /** Claimable, and less than a quarter of the window is left. */
  | 'closing'
  | 'expired'
  | 'withdrawable'
  /** It could leave, but: */
  | 'claim-pending'
  | 'reserve-limited'
  | 'settle-first'
  | 'exhausted';

export type HeldView = Exclude<PositionView, { status: 'none' | 'void' }>;

/** From one slot to another, and what comes then. */
export interface UnlockSpan {
  readonly kind: 'unlocksIn' | 'claimableIn' | 'closesIn';
  readonly from: bigint;
  readonly to: bigint;
}

export interface UnlockTimer extends WithdrawUnlockTimerOwnProps {
  readonly name: string;
  readonly reading: MarketReading;
  readonly state: UnlockState;
  /** Null where nothing is held. */
  readonly held: HeldView | null;
  /** In a pool with a cooldown, withdrawals are requested first. */
  readonly byRequest: boolean;
  /** Null where nothing is waited for. */
  readonly span: UnlockSpan | null;
  /** When it ends, in milliseconds, as the chain's clock has it; null: not known. */
  readonly endsAt: bigint | null;
  readonly error: PercosecError | null;
  readonly retry: () => void;
}

export const UnlockTimerContext = /* @__PURE__ */ createContext<UnlockTimer | null>(null);

/** What the parts read, for parts of your own inside of `WithdrawUnlockTimer.Root`. */
export const useUnlockTimer = (): UnlockTimer => useWidget(UnlockTimerContext, 'WithdrawUnlockTimer');

export function useUnlockTimerValue({ market, owner, name, onAction }: WithdrawUnlockTimerOwnProps): UnlockTimer {
  const wallet = usePercosec().owner;
  const whose = owner ?? wallet;
  const reading = useMarketReading(market);
  const position = usePosition({ market, owner: whose });
  const { state: known } = reading;
  const found = position.data;
  const view = useMemo(() => known && found && positionView({ ...known, position: found.value }), [known, found]);
  const exhausted = useMemo(() => known && poolView(known).exhausted, [known]);
  const held = view && 'maxWithdrawable' in view ? view : null;
  const pool = known?.pool;
  const span = held && pool ? spanOf(held, (epoch) => epochStartsAt(pool, epoch), BigInt(pool.cooldownEpochs)) : null;
  const closing = useClosing(span);
  const error = reading.error ?? position.error;
  return {
    market,
    owner: whose,
    name: name ?? (market ? shortAddress(String(market)) : '—'),
    onAction,
    reading,
    state: !market
      ? 'no-market'
      : known === null
        ? 'no-pool'
        : known && !whose
          ? 'no-wallet'
          : view
            ? (held && (exhausted ? 'exhausted' : LIMITS[held.maxWithdrawable.limitedBy as 'claim'])) ||
              (closing ? 'closing' : view.status)
            : error
              ? 'problem'
              : 'loading',
    held,
    byRequest: !!pool?.cooldownEpochs,
    span,
    endsAt: useTimeOfSlot(span?.to),
    error,
    retry: () => {
      reading.retry();
      void position.refetch();
    },
  };
}

/** The other limits are stages of the way out, and states by themselves. */
const LIMITS = { claim: 'claim-pending', reserve: 'reserve-limited', settle: 'settle-first' } as const;

function spanOf(
  { status, entryEpoch, unlockSlot, request }: HeldView,
  startsAt: (epoch: bigint) => bigint,
  cooldown: bigint,
): UnlockSpan | null {
  if (status === 'locked') return { kind: 'unlocksIn', from: startsAt(entryEpoch), to: unlockSlot };
  if (status === 'cooling')
    return {
      kind: 'claimableIn',
      from: startsAt(request.claimableEpoch - cooldown - 1n),
      to: request.claimableSlot,
    };
  return status === 'claimable' ? { kind: 'closesIn', from: request.claimableSlot, to: request.windowEndsSlot } : null;
}

/** Whether less than a quarter of a request's window is left. */
function useClosing(span: UnlockSpan | null): boolean {
  const from = span?.from;
  const to = span?.kind === 'closesIn' ? span.to : undefined;
  return useChainClock(
    useCallback(
      (clock: ChainClock | null) =>
        clock !== null && from !== undefined && to !== undefined && 4n * (to - clock.slot) < to - from,
      [from, to],
    ),
  );
}
