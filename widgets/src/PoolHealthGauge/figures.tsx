'use client';

import { formatApy, formatPercent, formatSharePrice } from '@percosec/sdk/math';
import type { FunctionComponent } from 'react';
import { Amount, Figure, type FigureProps } from '../core/Figure.tsx';
import { useMessages } from '../core/messages.ts';
import { part } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { useSettings } from '../core/settings.tsx';
import { usePoolHealth } from './context.ts';
import { poolHealthGaugeMessages } from './messages.ts';

/** A figure by itself, without its label: a bar while it is loading, a dash with the reason where it is not known. */
const figure = (name: string, Shown: FunctionComponent) =>
  part('span', 'pool-health-gauge', name, () => {
    const { standing } = usePoolHealth();
    return { 'data-state': standing, children: standing === 'loading' ? <Skeleton width={9} /> : <Shown /> };
  });

const useWords = () => useMessages('poolHealthGauge', poolHealthGaugeMessages);

/** An amount of the pool's collateral. */
export function Money({ atoms, reason }: { readonly atoms: bigint | undefined; readonly reason?: string | undefined }) {
  const { decimals, symbol, staleSince } = usePoolHealth();
  const t = useWords();
  const why = atoms !== undefined && decimals === null ? t('noDecimals') : reason;
  return <Amount atoms={atoms} decimals={decimals} symbol={symbol} staleSince={staleSince} reason={why} />;
}

function Text(props: FigureProps) {
  const { staleSince } = usePoolHealth();
  return <Figure staleSince={staleSince} {...props} />;
}

/** What only a settlement tells. */
function Settled({ value }: { readonly value: string | undefined }) {
  const { settled, settledSince, staleSince } = usePoolHealth();
  const t = useWords();
  return (
    <Figure
      value={settled ? value : null}
      reason={settled ? undefined : t('unsettled')}
      staleSince={settledSince ?? staleSince}
    />
  );
}

/** What the holders of shares own together. */
export const Nav = /* @__PURE__ */ figure('nav', () => <Money atoms={usePoolHealth().view?.nav} />);

/** What withdrawals of this epoch must leave behind; nothing where the reserve is waived. */
export const Reserve = /* @__PURE__ */ figure('reserve', () => {
  const { view } = usePoolHealth();
  const t = useWords();
  return view?.reserveWaived ? <Text value={t('waived')} /> : <Money atoms={view?.reserve} />;
});

/** What withdrawals may take. */
export const Available = /* @__PURE__ */ figure('available', () => (
  <Money atoms={usePoolHealth().view?.availableBalance} />
));

/** The market's open interest, as its own account shows it. */
export const OpenInterest = /* @__PURE__ */ figure('open-interest', () => {
  const { state } = usePoolHealth();
  const t = useWords();
  return <Money atoms={state?.market?.openInterest} reason={state ? t('gone') : undefined} />;
});

/** Net asset value in percent of open interest: not known where nothing is open. */
export const Coverage = /* @__PURE__ */ figure('coverage', () => {
  const { view, state } = usePoolHealth();
  const { tag } = useSettings();
  const t = useWords();
  const bps = view?.coverageBps ?? null;
  return (
    <Text
      value={bps === null ? null : formatPercent(bps, { locale: tag })}
      reason={state ? t(state.market ? 'nothingOpen' : 'gone') : undefined}
    />
  );
});

/** How much of the pool its cover used at the last settlement, with "as of …" where that is long ago. */
export const Utilization = /* @__PURE__ */ figure('utilization', () => {
  const { view } = usePoolHealth();
  const { tag } = useSettings();
  return <Settled value={view ? formatPercent(view.utilizationBps, { locale: tag }) : undefined} />;
});

/** What the last settled epoch yielded, reckoned on a year: what was, and no promise. "as of …" where that is long ago. */
export const Apy = /* @__PURE__ */ figure('apy', () => {
  const { view } = usePoolHealth();
  const { tag } = useSettings();
  return <Settled value={view ? formatApy(view.apyBps, { locale: tag }) : undefined} />;
});

/** What one share is worth. */
export const SharePrice = /* @__PURE__ */ figure('share-price', () => {
  const { view, symbol } = usePoolHealth();
  const { tag } = useSettings();
  return <Text value={view && formatSharePrice(view.sharePrice, { locale: tag })} unit={symbol} />;
});

/** What claims can still take out of the vault in this epoch. */
export const CapLeft = /* @__PURE__ */ figure('cap-left', () => {
  const { view } = usePoolHealth();
  const t = useWords();
  return view?.capLeft === null ? <Text value={t('noCap')} /> : <Money atoms={view?.capLeft} />;
});

/** Claims that were granted and are not paid yet. */
export const Pending = /* @__PURE__ */ figure('pending', () => (
  <Money atoms={usePoolHealth().state?.pool.pendingClaims} />
));

const ROWS = [
  ['nav', Nav],
  ['reserve', Reserve],
  ['available', Available],
  ['openInterest', OpenInterest],
  ['utilization', Utilization],
  ['sharePrice', SharePrice],
  ['apy', Apy],
  ['capLeft', CapLeft],
  ['pending', Pending],
] as const;

/** All figures with their labels, a `<dl>`. With children of your own, their frame. */
export const Figures = /* @__PURE__ */ part('dl', 'pool-health-gauge', 'figures', () => {
  const t = useWords();
  return {
    className: 'percosec-rows',
    children: ROWS.map(([key, Value]) => (
      <div key={key} className="percosec-part">
        <dt className="percosec-part">{t(key)}</dt>
        <dd className="percosec-part">
          <Value />
        </dd>
      </div>
    )),
  };
});
