'use client';

import type { AddressLike } from '@percosec/sdk';
import { shortAddress } from '../core/symbols.ts';
import { type WidgetRoot, widget } from '../core/widget.tsx';
import { PoolHealthContext, useHealthOf, usePoolHealth, useWords } from './context.ts';
import {
  Apy,
  ApySparkline,
  Available,
  CapLeft,
  Coverage,
  Figures,
  Meter,
  Nav,
  Notice,
  OpenInterest,
  Pending,
  Reserve,
  Risk,
  SharePrice,
  SharePriceSparkline,
  Standing,
  Title,
  Utilization,
  Waterfall,
} from './parts.tsx';

export interface PoolHealthGaugeOwnProps {
  /** The market whose pool is shown. */
  readonly market: AddressLike | null | undefined;
  /** What the market is called; its address, shortened, where it has no name. */
  readonly name?: string | undefined;
}

/** The ready-made composition; where there is nothing to show, only what to do about it. */
function Composed() {
  const { standing } = usePoolHealth();
  const t = useWords();
  return (
    <>
      <Title />
      <Notice />
      {(standing === 'ready' || standing === 'loading') && (
        <>
          <div className="percosec-part">
            <p className="percosec-part percosec-label">{t('coverage')}</p>
            <Coverage className="percosec-value" />
            <Meter />
            <Standing className="percosec-label" />
          </div>
          <Figures />
          <Risk />
          <Waterfall />
          <div className="percosec-part percosec-pool-health-gauge-charts">
            <SharePriceSparkline />
            <ApySparkline />
          </div>
        </>
      )}
    </>
  );
}

/**
 * How well a market's insurance pool stands: what it owns and what of that must stay, how much of the market's open interest it
 * covers, what it yielded and what a share was worth, who bears what of a loss, and what one has to know before depositing.
 * Read-only, live, and without a render while nothing changes.
 *
 * Ready-made as it is. With children of your own it is the frame that its parts stand in: `Title`, `Notice`, `Meter`,
 * `Standing`, `Figures` (or single figures: `Nav`, `Reserve`, `Available`, `OpenInterest`, `Coverage`, `Utilization`,
 * `SharePrice`, `Apy`, `CapLeft`, `Pending`), `Risk`, `Waterfall`, `SharePriceSparkline`, `ApySparkline`. Headless:
 * `useInsurance` and `useApyHistory`, with `poolView` and `lossPreview` on `marketStateOf(insurance, slot)`.
 *
 * Renders a `<div role="group">` with `data-state`: `loading`, `ready`, `empty` or `failed`.
 */
const Root: WidgetRoot<'div', PoolHealthGaugeOwnProps> = /* @__PURE__ */ widget(
  'div',
  'pool-health-gauge',
  PoolHealthContext,
  ({ market, name = shortAddress(String(market ?? '')), ...props }) => {
    const health = useHealthOf(market, name);
    const t = useWords();
    return [
      health,
      props,
      {
        className: 'percosec-card',
        role: 'group',
        'aria-label': t('title', { name }),
        'data-state': health.standing,
        children: (
          <div className="percosec-part percosec-stack">
            <Composed />
          </div>
        ),
      },
    ];
  },
);

export const PoolHealthGauge = /* @__PURE__ */ Object.assign(Root, {
  Root,
  Title,
  Notice,
  Meter,
  Standing,
  Figures,
  Nav,
  Reserve,
  Available,
  OpenInterest,
  Coverage,
  Utilization,
  SharePrice,
  Apy,
  CapLeft,
  Pending,
  Risk,
  Waterfall,
  SharePriceSparkline,
  ApySparkline,
});
