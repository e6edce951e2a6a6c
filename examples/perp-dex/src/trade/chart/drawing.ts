// The chart itself: TradingView's Lightweight Charts, told what to draw. Loaded on its own, after the page.
//
// TradingView Lightweight Charts™
// Copyright © 2025 TradingView, Inc. https://www.tradingview.com/
import { CandlestickSeries, CrosshairMode, createChart, TickMarkType, type UTCTimestamp } from 'lightweight-charts';
import type { Candle } from '../../market-data/candles.ts';
import { PRICE_DECIMALS } from '../../market-data/oracle.ts';
import { laterCandles } from './series.ts';

export interface Colours {
  readonly text: string;
  readonly line: string;
  readonly up: string;
  readonly down: string;
  readonly font: string;
}

export interface Drawing {
  /** `interval`: another one is another picture, and begins at its end. */
  draw(candles: readonly Candle[], interval: number): void;
  look(colours: Colours, locale: string, digits: number): void;
  remove(): void;
}

/** How many candles are seen at first; the others are to the left. */
const SEEN = 90;
const ROOM = 4;

/** Only the pixels are floats. */
const drawable = (price: bigint): number => Number(price) / 10 ** PRICE_DECIMALS;

export function drawingIn(element: HTMLElement): Drawing {
  const chart = createChart(element, {
    autoSize: true,
    // The page names TradingView in words, beneath the chart.
    layout: { attributionLogo: false, background: { color: 'transparent' } },
    crosshair: { mode: CrosshairMode.Normal },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false, timeVisible: true, secondsVisible: false, rightOffset: ROOM },
    // The wheel belongs to the page.
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
    handleScale: { mouseWheel: false },
  });
  const series = chart.addSeries(CandlestickSeries, { borderVisible: false });
  let drawn: readonly Candle[] = [];
  let drawnInterval = 0;

  const bar = ({ time, open, high, low, close }: Candle) => ({
    time: time as UTCTimestamp,
    open: drawable(open),
    high: drawable(high),
    low: drawable(low),
    close: drawable(close),
  });

  return {
    draw(candles, interval) {
      const later = interval === drawnInterval ? laterCandles(drawn, candles) : null;
      if (later === null) {
        series.setData(candles.map(bar));
        if (interval !== drawnInterval)
          chart.timeScale().setVisibleLogicalRange({ from: candles.length - SEEN, to: candles.length + ROOM });
      } else for (const candle of later) series.update(bar(candle));
      drawn = candles;
      drawnInterval = interval;
    },

    look({ text, line, up, down, font }, locale, digits) {
      const price = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
      const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' });
      const year = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric' });
      const clock = new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      });
      const marks: Readonly<Record<TickMarkType, Intl.DateTimeFormat>> = {
        [TickMarkType.Year]: year,
        [TickMarkType.Month]: month,
        [TickMarkType.DayOfMonth]: day,
        [TickMarkType.Time]: clock,
        [TickMarkType.TimeWithSeconds]: clock,
      };
      chart.applyOptions({
        layout: { textColor: text, fontFamily: font, fontSize: 11 },
        grid: { vertLines: { color: line }, horzLines: { color: line } },
        localization: {
          locale,
          priceFormatter: (value: number) => price.format(value),
          timeFormatter: (time: UTCTimestamp) => `${day.format(time * 1_000)} ${clock.format(time * 1_000)}`,
        },
        timeScale: { tickMarkFormatter: (time: UTCTimestamp, kind: TickMarkType) => marks[kind].format(time * 1_000) },
      });
      series.applyOptions({
        upColor: up,
        wickUpColor: up,
        downColor: down,
        wickDownColor: down,
        priceFormat: { type: 'price', precision: digits, minMove: 10 ** -digits },
      });
    },

    remove: () => chart.remove(),
  };
}
