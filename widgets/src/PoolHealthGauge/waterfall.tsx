'use client';

// Who bears what of a loss.
import { lossPreview } from '@percosec/sdk/math';
import { Amount } from '../core/Figure.tsx';
import type { Defaults } from '../core/part.tsx';
import { Waterfall, type WaterfallPart } from '../core/Waterfall.tsx';
import { sentenceAmount } from './amount.ts';
import type { PoolHealth } from './context.ts';

/** More than any market can lose. */
const EVERYTHING = 2n ** 64n - 1n;

export function waterfall(health: PoolHealth): Defaults | null {
  const { view, state, decimals, symbol, staleSince, t } = health;
  if (!view || !state?.market) return null;
  const { deficit, threshold, bufferUsed, paid, queued, uncovered } = lossPreview({
    ...state,
    loss: view.reportable ? 0n : EVERYTHING,
  });
  const amount = sentenceAmount(health);
  const entry = (key: 'buffer' | 'pool' | 'queued' | 'uncovered', atoms: bigint): WaterfallPart => ({
    key,
    label: t(key),
    atoms,
    text: <Amount {...{ atoms, decimals, symbol, staleSince }} />,
  });
  const parts = [entry('pool', paid), ...(queued > 0n ? [entry('queued', queued)] : [])];
  return {
    'data-state': view.reportable ? 'open' : 'ready',
    children: (
      <>
        <p className="percosec-part percosec-label">
          {view.reportable
            ? t('openLoss', { amount: amount(deficit) })
            : view.openDeficit > 0n
              ? t('belowThreshold', { amount: amount(view.openDeficit), threshold: amount(threshold) })
              : t('ready', { threshold: amount(threshold) })}
        </p>
        <Waterfall
          parts={view.reportable ? [entry('buffer', bufferUsed), ...parts, entry('uncovered', uncovered)] : parts}
        />
      </>
    ),
  };
}
