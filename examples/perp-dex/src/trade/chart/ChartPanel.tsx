// The price over time, with its interval to choose, and the same in words.
import { useState } from 'react';
import type { Market } from '../../markets/market.ts';
import { useTradeWords } from '../useTradeWords.ts';
import { PriceChart } from './PriceChart.tsx';
import './chart.css';

const MINUTE = 60;
const HOUR = 3_600;
const INTERVALS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR] as const;

export function ChartPanel({ market }: { readonly market: Market }) {
  const w = useTradeWords();
  const [interval, setInterval] = useState<number>(MINUTE);
  return (
    <section className="panel chart" aria-labelledby="chart-name">
      <header className="panel-head">
        <h2 id="chart-name">{w.chart}</h2>
        <fieldset className="intervals">
          <legend className="visually-hidden">{w.interval}</legend>
          {INTERVALS.map((seconds) => (
            <label key={seconds}>
              <input
                type="radio"
                name="interval"
                checked={seconds === interval}
                onChange={() => setInterval(seconds)}
              />
              <span>{seconds < HOUR ? w.minutes(seconds / MINUTE) : w.hours(seconds / HOUR)}</span>
            </label>
          ))}
        </fieldset>
        <small>{w.utc}</small>
      </header>
      <PriceChart market={market} interval={interval} />
      <small className="panel-note">
        {w.chartBy}{' '}
        <a href="https://www.tradingview.com/" title="Copyright © 2025 TradingView, Inc.">
          TradingView Lightweight Charts™
        </a>
      </small>
    </section>
  );
}
