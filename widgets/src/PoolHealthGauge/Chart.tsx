'use client';

import { useEffect, useRef, useState } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { useLater } from '../core/useLater.ts';
import { usePoolHealth, useWords } from './context.ts';
import type { Series } from './Sparkline.tsx';

const loadSparkline = () => import('./Sparkline.tsx');

/** The place of a sparkline, of its final size: the line and its history are loaded when it is seen. */
export function Chart({ of }: { readonly of: Series }) {
  const { t } = usePoolHealth();
  const label = useWords()(of);
  const common = useMessages('common', commonMessages);
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const { loaded, failed, retry } = useLater(loadSparkline, seen);
  useEffect(() => {
    if (seen || !place.current) return;
    // A DOM without layout can't tell.
    if (typeof IntersectionObserver === 'undefined') return setSeen(true);
    const observer = new IntersectionObserver((entries) =>
      setSeen(entries.some(({ isIntersecting }) => isIntersecting)),
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [seen]);
  return (
    <>
      <figcaption className="percosec-part percosec-label">{label}</figcaption>
      <div ref={place} className="percosec-part percosec-pool-health-gauge-chart">
        {seen && loaded && <loaded.Sparkline of={of} label={label} />}
        {failed && (
          <>
            <p className="percosec-part">{t('chart')}</p>
            <button type="button" className="percosec-part percosec-button" onClick={retry}>
              {common('retry')}
            </button>
          </>
        )}
      </div>
    </>
  );
}
