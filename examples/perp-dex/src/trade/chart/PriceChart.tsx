// Candles on a canvas, and what they say for those who do not see it.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { priceDigits } from '../../market-data/price-text.ts';
import { useCandles } from '../../market-data/useCandles.ts';
import type { Market } from '../../markets/market.ts';
import { usePreferences } from '../../preferences.tsx';
import { useFigures } from '../figures.ts';
import { useTradeWords } from '../useTradeWords.ts';
import type { Colours, Drawing } from './drawing.ts';
import { type Summary, summaryOf } from './series.ts';

interface Props {
  readonly market: Market;
  readonly interval: number;
}

export function PriceChart({ market, interval }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const { scheme } = usePreferences();
  const { candles, error } = useCandles(market, interval);
  const canvas = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(canvas);
  const summary = summaryOf(candles ?? []);
  const digits = summary && priceDigits(summary.last.close);

  useEffect(() => {
    // The scheme is the document's: by now it has it.
    if (drawing !== null && drawing !== 'failed' && digits !== null && canvas.current !== null && scheme)
      drawing.look(coloursOf(canvas.current), figures.locale, digits);
  }, [drawing, scheme, figures.locale, digits]);

  useEffect(() => {
    if (drawing !== null && drawing !== 'failed' && candles && digits !== null) drawing.draw(candles, interval, digits);
  }, [drawing, candles, interval, digits]);

  const trouble =
    drawing === 'failed' ? w.chartFailed : candles === null ? w.noHistory : error && !candles ? w.historyFailed : null;
  return (
    <div className="chart-area">
      <Legend summary={summary} />
      {summary && (
        <p className="visually-hidden">
          {w.summary(
            market.symbol,
            candles?.length ?? 0,
            figures.price(summary.last.close),
            figures.price(summary.high),
            figures.price(summary.low),
          )}
        </p>
      )}
      {/* Time runs from left to right on every chart, whichever way the page is read. */}
      <div ref={canvas} className="chart-canvas" dir="ltr" aria-hidden="true" />
      {trouble && <p className="chart-trouble">{trouble}</p>}
    </div>
  );
}

/** The last candle's four prices. */
function Legend({ summary }: { readonly summary: Summary | null }) {
  const w = useTradeWords();
  const figures = useFigures();
  const parts = ['open', 'high', 'low', 'close'] as const;
  return (
    <p className="chart-legend" aria-hidden="true">
      {parts.map((part) => (
        <span key={part}>
          {w[part]} <b>{summary ? figures.price(summary.last[part]) : '—'}</b>
        </span>
      ))}
    </p>
  );
}

/** Null until its code has come. */
function useDrawing(canvas: RefObject<HTMLDivElement | null>): Drawing | null | 'failed' {
  const [drawing, setDrawing] = useState<Drawing | null | 'failed'>(null);
  useEffect(() => {
    let made: Drawing | undefined;
    let left = false;
    import('./drawing.ts')
      .then(({ drawingIn }) => {
        if (left || canvas.current === null) return;
        made = drawingIn(canvas.current);
        setDrawing(made);
      })
      .catch(() => setDrawing('failed'));
    return () => {
      left = true;
      setDrawing(null);
      made?.remove();
    };
  }, [canvas]);
  return drawing;
}

function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: colour('--muted'),
    line: colour('--line'),
    up: colour('--up'),
    down: colour('--down'),
    font: colour('--font'),
  };
}
