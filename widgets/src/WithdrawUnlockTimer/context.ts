'use client';

// What the parts of the timer show: where a position stands on its way out, and until when.
import type { AddressLike, LiveStatus, PercosecError } from '@percosec/sdk';
import { useChainClock, useLiveStatus, usePercosec, usePosition } from '@percosec/sdk/react/core';
import { createContext, useMemo } from 'react';
import { type MarketReading, useMarketReading } from '../core/market-state.ts';
import { shortAddress } from '../core/symbols.ts';
import { useTimeOfSlot } from '../core/time.tsx';
import { useLater } from '../core/useLater.ts';
import { useWidget } from '../core/widget.tsx';
import type { Standing } from './standing.ts';

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
  /** Claimable, and no more than a quarter of the window is left. */
  | 'closing'
  | 'expired'
  | 'withdrawable'
  /** It could leave, but: */
  | 'claim-pending'
  | 'reserve-limited'
  | 'settle-first'
  | 'exhausted';

export interface UnlockTimer extends WithdrawUnlockTimerOwnProps, Standing {
  readonly name: string;
  readonly reading: MarketReading;
  readonly state: UnlockState;
  /** When its span ends, in milliseconds, as the chain's clock has it; null: not known, or nothing is waited for. */
  readonly endsAt: bigint | null;
  /** Likewise, when a request that goes on while the position is locked will have expired. */
  readonly requestEndsAt: bigint | null;
  readonly live: LiveStatus;
  /** Of what could not be read, be it that older figures are still shown. */
  readonly error: PercosecError | null;
  readonly retry: () => void;
  /** What the parts show: it is loaded while the chain is being read. Null, in state `problem`: it could not be. */
  readonly content: typeof import('./content.tsx') | null;
}

export const UnlockTimerContext = /* @__PURE__ */ createContext<UnlockTimer | null>(null);

/** What the parts read, for parts of your own inside of `WithdrawUnlockTimer.Root`. */
export const useUnlockTimer = (): UnlockTimer => useWidget(UnlockTimerContext, 'WithdrawUnlockTimer');

const loadContent = () => import('./content.tsx');

/** Of what is not known. */
export const UNREAD: Standing = { stage: null, held: null, byRequest: false, span: null, closingFrom: null };

export function useUnlockTimerValue({ market, owner, name, onAction }: WithdrawUnlockTimerOwnProps): UnlockTimer {
  const wallet = usePercosec().owner;
  const whose = owner ?? wallet;
  const reading = useMarketReading(market);
  const position = usePosition({ market, owner: whose });
  const { loaded, failed, retry } = useLater(loadContent, true);
  const { state } = reading;
  const found = position.data;
  const standing = useMemo(
    () => (loaded && state && found ? loaded.standingOf({ ...state, position: found.value }) : UNREAD),
    [loaded, state, found],
  );
  const { stage, held, span, closingFrom } = standing;
  const closing = useChainClock((clock) => clock !== null && closingFrom !== null && clock.slot >= closingFrom);
  const error = reading.error ?? position.error;
  return {
    ...standing,
    market,
    owner: whose,
    name: name ?? (market ? shortAddress(String(market)) : '—'),
    onAction,
    reading,
    state: !loaded
      ? failed
        ? 'problem'
        : 'loading'
      : !market
        ? 'no-market'
        : state === null
          ? 'no-pool'
          : state && !whose
            ? 'no-wallet'
            : stage
              ? closing && stage === 'claimable'
                ? 'closing'
                : stage
              : error
                ? 'problem'
                : 'loading',
    endsAt: useTimeOfSlot(span?.to),
    requestEndsAt: useTimeOfSlot(held?.status === 'locked' ? held.request?.windowEndsSlot : null),
    live: useLiveStatus(),
    error,
    retry: () => {
      if (failed) retry();
      reading.retry();
      void position.refetch();
    },
    content: loaded,
  };
}
