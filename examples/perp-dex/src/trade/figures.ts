// Figures as this page writes them, in the visitor's language.
import { decimalText, formatAmount, formatPercent } from '@percosec/sdk/math';
import { useMemo } from 'react';
import { LAST_SECOND } from '../market-data/candles.ts';
import { priceText } from '../market-data/price-text.ts';
import { usePreferences } from '../preferences.tsx';

function figuresIn(locale: string) {
  const cents = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    roundingMode: 'trunc',
  });
  const signed = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    roundingMode: 'trunc',
    signDisplay: 'exceptZero',
  });
  const percents = (digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    });
  const change = percents(2);
  const rate = percents(4);
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const times = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

  return {
    locale,
    price: (price: bigint, digits?: number): string => priceText(price, locale, digits === undefined ? {} : { digits }),
    /** A price that was computed. */
    nearPrice: (price: bigint): string => priceText(price, locale, { rounded: true }),
    /** `decimals`: the collateral's. */
    money: (atoms: bigint, decimals: number): string =>
      cents.format(decimalText(atoms, decimals) as Intl.StringNumericLiteral),
    whole: (atoms: bigint, decimals: number): string =>
      formatAmount(atoms, decimals, { locale, maximumFractionDigits: 0 }),
    exact: (atoms: bigint, decimals: number): string => formatAmount(atoms, decimals, { locale, exact: true }),
    /** With its sign, whichever it is. */
    change: (atoms: bigint, decimals: number): string =>
      signed.format(decimalText(atoms, decimals) as Intl.StringNumericLiteral),
    /** The same where little is much: as many decimals as matter. */
    smallChange: (atoms: bigint, decimals: number): string =>
      formatAmount(atoms, decimals, { locale, signDisplay: 'exceptZero' }),
    percent: (bps: bigint): string => formatPercent(bps, { locale }),
    percentChange: (bps: bigint): string => change.format(`${bps}e-4` as Intl.StringNumericLiteral),
    /** Of whole hundredths. */
    share: (percent: bigint): string => share.format(`${percent}e-2` as Intl.StringNumericLiteral),
    rate: (ppm: bigint): string => rate.format(`${ppm}e-6` as Intl.StringNumericLiteral),
    leverage: (bps: bigint): string => `${times.format(`${bps}e-4` as Intl.StringNumericLiteral)}×`,
    time: (unixSeconds: bigint): string =>
      unixSeconds > BigInt(LAST_SECOND) ? '—' : clock.format(Number(unixSeconds) * 1_000),
  };
}

export type Figures = ReturnType<typeof figuresIn>;

export function useFigures(): Figures {
  const { language } = usePreferences();
  return useMemo(() => figuresIn(language), [language]);
}
