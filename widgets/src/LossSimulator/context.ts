'use client';

import type { AddressLike } from '@percosec/sdk';
import { formatAmount, type LossPreview, lossPreview, parseAmount, poolView } from '@percosec/sdk/math';
import { usePercosec, usePosition } from '@percosec/sdk/react/core';
import { createContext, useId, useMemo, useState } from 'react';
import { type MarketReading, ofOneMoment, useMarketReading } from '../core/market-state.ts';
import { useSettings } from '../core/settings.tsx';
import { useWidget } from '../core/widget.tsx';
import { lossStops, MOST } from './stops.ts';

export interface LossSimulatorOwnProps {
  readonly market: AddressLike | null | undefined;
  /** What the market is called. */
  readonly name?: string | undefined;
  /** The loss that is shown at first, in atoms; a tenth of the pool unless told otherwise. */
  readonly defaultLoss?: bigint | undefined;
  /** What is shown for who has nothing in the pool, in atoms; 1,000 units unless told otherwise. */
  readonly deposit?: bigint | undefined;
  /** What the market's own margin buffer absorbs, in atoms; nothing unless told otherwise. */
  readonly absorbed?: bigint | undefined;
}

export type LossState =
  | 'empty'
  | 'loading'
  | 'ready'
  /** Not followed for more than two epochs. */
  | 'stale'
  /** Something is missing: the mint, the person's own position, or what the pool has become since. */
  | 'partial'
  /** The market has no pool here. */
  | 'missing'
  /** The market is gone: nothing of it can be claimed. */
  | 'gone'
  | 'error';

export interface LossSimulation extends Omit<MarketReading, 'state'> {
  readonly name: string | undefined;
  readonly state: LossState;
  /** In atoms. */
  readonly loss: bigint;
  readonly setLoss: (loss: bigint) => void;
  /** What is in the field: the loss, or what somebody is typing. */
  readonly text: string;
  /** Somebody has asked for this loss: what becomes of it is news. */
  readonly asked: boolean;
  readonly type: (text: string) => void;
  /** What is in the field is no amount; shown is the last that was. */
  readonly invalid: boolean;
  /** The losses that the slider stops at. */
  readonly stops: readonly bigint[];
  /** What the pool holds, in atoms. */
  readonly nav: bigint;
  /** What bars are drawn to that are to be compared. */
  readonly scale: bigint;
  /** What that loss would do; null until the pool is known. */
  readonly preview: LossPreview | null;
  readonly previewOf: (loss: bigint) => LossPreview | null;
  /** Whose part `preview.held` is. */
  readonly whose: 'yours' | 'deposit' | null;
  readonly unreadPosition: boolean;
  readonly openDeficit: bigint;
  readonly absorbed: bigint;
  /** An amount with its unit; a dash where the decimals are not known. */
  readonly money: (atoms: bigint) => string;
  readonly ids: { readonly field: string; readonly invalid: string };
}

export const LossContext = /* @__PURE__ */ createContext<LossSimulation | null>(null);

export const useLossSimulator = (): LossSimulation => useWidget(LossContext, 'LossSimulator');

export function useLossSimulation({
  market,
  name,
  defaultLoss,
  deposit,
  absorbed = 0n,
}: LossSimulatorOwnProps): LossSimulation {
  const { tag } = useSettings();
  const id = useId();
  const { owner } = usePercosec();
  const { state: reading, ...rest } = useMarketReading(market);
  const position = usePosition({ market });
  const { decimals, symbol } = rest;

  const [chosen, setChosen] = useState(defaultLoss);
  const [typed, setTyped] = useState<string | null>(null);

  const pool = useMemo(() => reading && poolView(reading), [reading]);
  const unit = 10n ** BigInt(decimals ?? 0);
  const threshold = reading?.pool.insolvencyThreshold ?? 0n;
  const nav = pool?.nav ?? 0n;
  const stops = useMemo(() => lossStops(nav, threshold, unit), [nav, threshold, unit]);
  const loss = chosen ?? nav / 10n;

  const held = owner === null ? null : ofOneMoment(position.data?.value, reading);
  // Shares of an older generation are void.
  const yours = held && held.shares > 0n && held.generation === reading?.pool.generation ? held : null;
  const thousand = 1_000n * unit;
  // Of a token with many decimals a thousand is more than the chain can count.
  const imagined = deposit ?? (thousand < MOST ? thousand : MOST);
  const previewOf = useMemo(() => {
    const whose = yours ? { position: yours } : { deposit: imagined };
    return (loss: bigint) => (reading ? lossPreview({ ...reading, ...whose, loss, absorbed }) : null);
  }, [reading, yours, imagined, absorbed]);
  const preview = useMemo(() => previewOf(loss), [previewOf, loss]);

  const unreadPosition = owner !== null && held === undefined && position.error !== null;
  function stateOf(): LossState {
    if (market == null) return 'empty';
    if (reading === undefined) return rest.error ? 'error' : 'loading';
    if (held === undefined && !unreadPosition) return 'loading';
    if (reading === null) return 'missing';
    if (reading.market === null) return 'gone';
    if (rest.staleSince !== null) return 'stale';
    return decimals === null || unreadPosition || rest.error ? 'partial' : 'ready';
  }

  const scale = [stops.at(-1) ?? 0n, preview?.deficit ?? 0n, preview?.navBefore ?? 0n].reduce((most, one) =>
    one > most ? one : most,
  );
  const money = (atoms: bigint) =>
    decimals === null ? '—' : `${formatAmount(atoms, decimals, { locale: tag })}\u202f${symbol}`;
  const setLoss = (to: bigint) => {
    setTyped(null);
    setChosen(to);
  };
  const parsed = typed === null || decimals === null ? null : parseAmount(typed, decimals, { locale: tag, symbol });
  return {
    ...rest,
    name,
    state: stateOf(),
    loss,
    asked: chosen !== defaultLoss || typed !== null,
    setLoss,
    text: typed ?? (decimals === null ? '' : formatAmount(loss, decimals, { locale: tag, exact: true })),
    type(text) {
      setTyped(text);
      const amount = decimals === null ? null : parseAmount(text, decimals, { locale: tag, symbol });
      if (amount?.ok) setChosen(amount.atoms);
    },
    invalid: parsed !== null && !parsed.ok,
    stops,
    nav,
    scale,
    preview,
    previewOf,
    whose: preview?.held ? (yours ? 'yours' : 'deposit') : null,
    unreadPosition,
    openDeficit: pool?.openDeficit ?? 0n,
    absorbed,
    money,
    ids: { field: `${id}field`, invalid: `${id}invalid` },
  };
}
