'use client';

import type { AddressLike } from '@percosec/sdk';
import { type LocaleOptions, type PoolView, poolView } from '@percosec/sdk/math';
import { createContext, useMemo } from 'react';
import { type MarketReading, useMarketReading } from '../core/market-state.ts';
import { type Translate, useMessages } from '../core/messages.ts';
import { useSettings } from '../core/settings.tsx';
import { useTimeOfSlot } from '../core/time.tsx';
import { type Later, useLater } from '../core/useLater.ts';
import { useWidget } from '../core/widget.tsx';
import type { poolContentMessages } from './content-messages.ts';
import { poolHealthGaugeMessages } from './messages.ts';

type Content = typeof import('./content.tsx');

/** What the parts of a PoolHealthGauge read. */
export interface PoolHealth extends MarketReading {
  readonly market: AddressLike | null | undefined;
  /** What the market is called. */
  readonly name: string;
  /** `empty`: no market was chosen, or it has no pool; `failed`: nothing could be read. What was read once stays `ready`. */
  readonly standing: 'loading' | 'failed' | 'empty' | 'ready';
  readonly view: PoolView | undefined;
  /** A settlement has told a yield and a utilization. */
  readonly settled: boolean;
  /** When these two were right, in milliseconds, where that is more than two epochs ago: no keeper settles. */
  readonly settledSince: bigint | null;
  /** What the parts show: it is loaded while the chain is being read. */
  readonly content: Later<Content>;
  /** The content's words. */
  readonly t: Translate<typeof poolContentMessages>;
  readonly locale: LocaleOptions;
}

export const PoolHealthContext = /* @__PURE__ */ createContext<PoolHealth | null>(null);

export const usePoolHealth = (): PoolHealth => useWidget(PoolHealthContext, 'PoolHealthGauge');

export const useWords = () => useMessages('poolHealthGauge', poolHealthGaugeMessages);

const NO_WORDS = {} as typeof poolContentMessages;

const loadContent = () => import('./content.tsx');

export function useHealthOf(market: AddressLike | null | undefined, name: string): PoolHealth {
  const reading = useMarketReading(market);
  const { state, error } = reading;
  const content = useLater(loadContent, true);
  const view = useMemo(() => (state ? poolView(state) : undefined), [state]);
  const premium = state?.premium;
  const late = premium && view && view.epoch > premium.lastSettledEpoch + 2n;
  return {
    ...reading,
    market,
    name,
    standing:
      market == null || state === null
        ? 'empty'
        : view && content.loaded
          ? 'ready'
          : error && !view
            ? 'failed'
            : 'loading',
    view,
    settled: Boolean(premium && (premium.totalSettled || state?.pool.openInterest)),
    settledSince: useTimeOfSlot(late ? premium.lastSettledSlot : null),
    content,
    t: useMessages('poolHealthGauge', content.loaded?.poolContentMessages ?? NO_WORDS),
    locale: { locale: useSettings().tag },
  };
}
