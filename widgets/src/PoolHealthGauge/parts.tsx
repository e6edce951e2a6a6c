'use client';

import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { NotLoaded } from '../core/NotLoaded.tsx';
import { part, type Tag } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { usePoolHealth, useWords } from './context.ts';

/** A part whose element is there at once; what is in it, and what it says of itself, comes with the content. */
const later = <T extends Tag>(tag: T, name: keyof typeof import('./content.tsx')['content'], width?: number) =>
  part(tag, 'pool-health-gauge', name, () => {
    const health = usePoolHealth();
    const { loaded } = health.content;
    // Before there is a pool, all that is known is that nothing is.
    return loaded && health.standing !== 'loading'
      ? loaded.content[name](health)
      : { 'data-state': 'loading', children: width && <Skeleton width={width} /> };
  });

/** What the widget shows, and of which market. */
export const Title = /* @__PURE__ */ part('p', 'pool-health-gauge', 'title', () => ({
  className: 'percosec-title',
  children: useWords()('title', { name: usePoolHealth().name }),
}));

/** That deposits can be lost: as large as the yield, wherever that is shown. */
export const Risk = /* @__PURE__ */ part('p', 'pool-health-gauge', 'risk', () => ({ children: useWords()('risk') }));

/**
 * What one has to know before anything else: that a claim is due or waits, that the pool is exhausted, closed, or its market
 * gone; that nothing could be read, and what to do. A live region, so that news are announced, politely; empty where all is well.
 * Its paragraphs say `data-state`: `empty`, `offline`, `gone`, `reportable`, `queued`, `returns`, `exhausted`, `inactive`, `partial`.
 */
export const Notice = /* @__PURE__ */ part('div', 'pool-health-gauge', 'notice', () => {
  const { content, standing } = usePoolHealth();
  const common = useMessages('common', commonMessages);
  return {
    // Of what is said while nothing is known, nothing is seen.
    className: standing === 'loading' && !content.failed ? 'percosec-hidden' : 'percosec-stack',
    role: 'status',
    children: content.loaded ? (
      <content.loaded.Notices />
    ) : content.failed ? (
      <NotLoaded retry={content.retry} />
    ) : (
      standing === 'loading' && common('loading')
    ),
  };
});

/**
 * Coverage of open interest, a `role="meter"`. Its scale ends at twice what the pool is meant to cover, so the tick of
 * that stands in the middle; the hatched part of the bar is the reserve, which withdrawals must leave. Says `data-state`:
 * `covered`, `short` or `unknown`, where nothing is open or known.
 */
export const Meter = /* @__PURE__ */ later('div', 'meter');

/** The meter's reading in words. */
export const Standing = /* @__PURE__ */ later('p', 'standing', 30);

/**
 * Who bears what of the loss that is open, to scale: the market's own buffer, the pool, nobody. Where nothing can be claimed:
 * the most that the pool would pay, and when. Nothing where the market is gone. Says `data-state`: `open` or `ready`.
 */
export const Waterfall = /* @__PURE__ */ later('div', 'waterfall');

/**
 * What a share was worth after each of the last settlements: a line, first, last, low and high in words, and a table for screen
 * readers. Its code and its history are loaded when it is on screen: without an indexer a history takes many requests.
 */
export const SharePriceSparkline = /* @__PURE__ */ later('figure', 'share-price-sparkline');

/** What each of the last settled epochs yielded, reckoned on a year; otherwise like `SharePriceSparkline`. */
export const ApySparkline = /* @__PURE__ */ later('figure', 'apy-sparkline');

/** What the holders of shares own together. Like all figures it is alone, without its label: a bar while it is loading, a dash with the reason where it is not known. */
export const Nav = /* @__PURE__ */ later('span', 'nav', 9);

/** What withdrawals of this epoch must leave behind; nothing where the reserve is waived. */
export const Reserve = /* @__PURE__ */ later('span', 'reserve', 9);

/** What withdrawals may take. */
export const Available = /* @__PURE__ */ later('span', 'available', 9);

/** The market's open interest, as its own account shows it. */
export const OpenInterest = /* @__PURE__ */ later('span', 'open-interest', 9);

/** Net asset value in percent of open interest: not known where nothing is open. */
export const Coverage = /* @__PURE__ */ later('span', 'coverage', 5);

/** How much of the pool its cover used at the last settlement, with "as of …" where that is long ago. */
export const Utilization = /* @__PURE__ */ later('span', 'utilization', 5);

/** What one share is worth. */
export const SharePrice = /* @__PURE__ */ later('span', 'share-price', 9);

/** What the last settled epoch yielded, reckoned on a year: what was, and no promise. "as of …" where that is long ago. */
export const Apy = /* @__PURE__ */ later('span', 'apy', 5);

/** What claims can still take out of the vault in this epoch. */
export const CapLeft = /* @__PURE__ */ later('span', 'cap-left', 9);

/** Claims that were granted and are not paid yet. */
export const Pending = /* @__PURE__ */ later('span', 'pending', 9);

const ROWS = {
  nav: Nav,
  reserve: Reserve,
  available: Available,
  openInterest: OpenInterest,
  utilization: Utilization,
  sharePrice: SharePrice,
  apy: Apy,
  capLeft: CapLeft,
  pending: Pending,
};

/** All figures with their labels, a `<dl>`. With children of your own, their frame. */
export const Figures = /* @__PURE__ */ part('dl', 'pool-health-gauge', 'figures', () => {
  const t = useWords();
  return {
    className: 'percosec-rows',
    children: (Object.keys(ROWS) as (keyof typeof ROWS)[]).map((key) => {
      const Value = ROWS[key];
      return (
        <div key={key} className="percosec-part percosec-row">
          <dt className="percosec-part">{t(key)}</dt>
          <dd className="percosec-part">
            <Value />
          </dd>
        </div>
      );
    }),
  };
});
