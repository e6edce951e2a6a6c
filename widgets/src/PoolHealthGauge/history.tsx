'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { part } from '../core/part.tsx';
import { usePoolHealth } from './context.ts';
import { poolHealthGaugeMessages } from './messages.ts';
import type { Series } from './Sparkline.tsx';

type Drawn = ComponentType<{ readonly of: Series }>;

const sparkline = (of: Series, name: string) =>
  part('figure', 'pool-health-gauge', name, () => ({ children: <Chart of={of} /> }));

/**
 * What a share was worth after each of the last settlements: a line, first, last, low and high in words, and a table for screen
 * readers. Its code and its history are loaded when it is on screen: without an indexer a history takes many requests.
 */
export const SharePriceSparkline = /* @__PURE__ */ sparkline('sharePrice', 'share-price-sparkline');

/** What each of the last settled epochs yielded, reckoned on a year; otherwise like `SharePriceSparkline`. */
export const ApySparkline = /* @__PURE__ */ sparkline('apy', 'apy-sparkline');

function Chart({ of }: { readonly of: Series }) {
  const { standing } = usePoolHealth();
  const t = useMessages('poolHealthGauge', poolHealthGaugeMessages);
  const common = useMessages('common', commonMessages);
  const place = useRef<HTMLDivElement>(null);
  const [Sparkline, setSparkline] = useState<Drawn | 'failed'>();
  const waits = Sparkline === undefined;
  useEffect(() => {
    if (!waits || !place.current) return;
    let gone = false;
    const load = () =>
      void import('./Sparkline.tsx').then(
        (module) => gone || setSparkline(() => module.Sparkline),
        () => gone || setSparkline('failed'),
      );
    const stop = onceSeen(place.current, load);
    return () => {
      gone = true;
      stop();
    };
  }, [waits]);
  return (
    <>
      <figcaption className="percosec-part percosec-label">{t(of)}</figcaption>
      <div ref={place} className="percosec-part percosec-pool-health-gauge-chart">
        {Sparkline === 'failed' ? (
          <>
            <p className="percosec-part">{t('chart')}</p>
            <button type="button" className="percosec-part percosec-button" onClick={() => setSparkline(undefined)}>
              {common('retry')}
            </button>
          </>
        ) : (
          Sparkline && standing === 'ready' && <Sparkline of={of} />
        )}
      </div>
    </>
  );
}

/** Runs when the element comes on screen; at once where nobody can tell, as in a DOM without layout. */
function onceSeen(element: Element, run: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    run();
    return () => {};
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    run();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
