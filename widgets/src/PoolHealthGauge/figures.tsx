'use client';

// What each figure shows of a pool's health.
import { formatApy, formatPercent, formatSharePrice } from '@percosec/sdk/math';
import { Amount, Figure } from '../core/Figure.tsx';
import type { Defaults } from '../core/part.tsx';
import type { PoolHealth } from './context.ts';

interface Shown {
  /** An amount, a text, or nothing that is known. */
  readonly of: bigint | string | null | undefined;
  readonly unit?: string;
  /** Why it is not known. */
  readonly reason?: string | undefined;
  /** When it was right, where it is older than what was read. */
  readonly since?: bigint | null;
}

const figure =
  (show: (health: PoolHealth) => Shown) =>
  (health: PoolHealth): Defaults => {
    const { standing, decimals, symbol, staleSince, t } = health;
    const { of, unit, reason, since } = show(health);
    const age = { staleSince: since ?? staleSince };
    return {
      'data-state': standing,
      children:
        typeof of === 'bigint' ? (
          <Amount
            atoms={of}
            decimals={decimals}
            symbol={symbol}
            reason={decimals === null ? t('noDecimals') : undefined}
            {...age}
          />
        ) : (
          <Figure value={of} unit={unit} reason={reason} {...age} />
        ),
    };
  };

/** What the market's own account is needed for. */
const unknown = ({ state, t }: PoolHealth) => state && t(state.market ? 'nothingOpen' : 'noMarket');

export const figures = {
  nav: figure(({ view }) => ({ of: view?.nav })),
  reserve: figure(({ view, t }) => ({ of: view?.reserveWaived ? t('waived') : view?.reserve })),
  available: figure(({ view }) => ({ of: view?.availableBalance })),
  'open-interest': figure((health) => ({
    of: health.state?.market?.openInterest,
    reason: unknown(health) ?? undefined,
  })),
  coverage: figure((health) => ({
    of: health.view && health.view.coverageBps !== null ? formatPercent(health.view.coverageBps, health.locale) : null,
    reason: unknown(health) ?? undefined,
  })),
  utilization: figure(({ view, settled, settledSince, t, locale }) => ({
    of: view && settled ? formatPercent(view.utilizationBps, locale) : null,
    reason: view && t('unsettled'),
    since: settledSince,
  })),
  apy: figure(({ view, settled, settledSince, t, locale }) => ({
    of: view && settled ? formatApy(view.apyBps, locale) : null,
    reason: view && t('unsettled'),
    since: settledSince,
  })),
  'share-price': figure(({ view, symbol, locale }) => ({
    of: view && formatSharePrice(view.sharePrice, locale),
    unit: symbol,
  })),
  'cap-left': figure(({ view, state, t }) => ({
    // A market that is gone can claim nothing.
    of: view && (state?.market ? (view.capLeft ?? t('noCap')) : t('waived')),
  })),
  pending: figure(({ state }) => ({ of: state?.pool.pendingClaims })),
};
