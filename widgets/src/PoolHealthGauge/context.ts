'use client';

import type { AddressLike } from '@percosec/sdk';
import { type PoolView, poolView } from '@percosec/sdk/math';
import { createContext, useMemo } from 'react';
import { type MarketReading, useMarketReading } from '../core/market-state.ts';
import { useTimeOfSlot } from '../core/time.tsx';
import { useWidget } from '../core/widget.tsx';

/** What the parts of a PoolHealthGauge read. */
export interface PoolHealth extends MarketReading {
  readonly market: AddressLike | null | undefined;
  /** What the market is called. */
  readonly name: string;
  /** `empty`: no market was chosen, or it has no pool; `failed`: nothing could be read. What was read once stays `ready`. */
  readonly standing: 'loading' | 'failed' | 'empty' | 'ready';
  readonly view: PoolView | null;
  /** A settlement has told a yield and a utilization. */
  readonly settled: boolean;
  /** When these two were right, in milliseconds, where that is more than two epochs ago: no keeper settles. */
  readonly settledSince: bigint | null;
}

export const PoolHealthContext = /* @__PURE__ */ createContext<PoolHealth | null>(null);

export const usePoolHealth = (): PoolHealth => useWidget(PoolHealthContext, 'PoolHealthGauge');

export function useHealthOf(market: AddressLike | null | undefined, name: string): PoolHealth {
  const reading = useMarketReading(market);
  const { state, error } = reading;
  const view = useMemo(() => (state ? poolView(state) : null), [state]);
  const standing =
    market == null || state === null ? 'empty' : state !== undefined ? 'ready' : error ? 'failed' : 'loading';

  const premium = state?.premium;
  const late = premium != null && view !== null && view.epoch > premium.lastSettledEpoch + 2n;
  const settledSince = useTimeOfSlot(late ? premium.lastSettledSlot : null);
  return {
    ...reading,
    market,
    name,
    standing,
    view,
    settled: premium != null && (premium.totalSettled > 0n || state?.pool.openInterest !== 0n),
    settledSince,
  };
}
