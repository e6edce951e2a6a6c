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
  draw(candles: readonly Candle[], interval: number, digits: number): void;
  look(colours: Colours, locale: string, digits: number): void;
  remove(): void;
}

/** How many candles are seen at first; more are to the left, and fewer are no wider. */
const SEEN = { least: 40, most: 90 };
const ROOM = 4;

/** Only here is a price a float: cut to the digits that are read, as it is in words. */
const drawable = (price: bigint, digits: number): number =>
  Number(price / 10n ** BigInt(PRICE_DECIMALS - digits)) / 10 ** digits;

const barOf = ({ time, open, high, low, close }: Candle, digits: number) => ({
  time: time as UTCTimestamp,
  open: drawable(open, digits),
  high: drawable(high, digits),
  low: drawable(low, digits),
  close: drawable(close, digits),
});

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
  let drawnDigits = 0;

  return {
    draw(candles, interval, digits) {
      const isSame = interval === drawnInterval && digits === drawnDigits;
      const later = isSame ? laterCandles(drawn, candles) : null;
      if (later === null) {
        series.setData(candles.map((candle) => barOf(candle, digits)));
        if (interval !== drawnInterval) {
          const { length } = candles;
          const seen = Math.min(Math.max(length, SEEN.least), SEEN.most);
          chart.timeScale().setVisibleLogicalRange({ from: length - seen, to: length + ROOM });
        }
      } else for (const candle of later) series.update(barOf(candle, digits));
      drawn = candles;
      drawnInterval = interval;
      drawnDigits = digits;
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
