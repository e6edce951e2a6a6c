import { decimalText } from '@percosec/sdk/math';
import { PRICE_DECIMALS } from './oracle.ts';

const DOLLAR = 10n ** BigInt(PRICE_DECIMALS);

/** As many as matter for a price of this size, and always as many: a live figure must not change its width. */
export function priceDigits(price: bigint): number {
  if (price >= 10n * DOLLAR) return 2;
  return price * 10n >= DOLLAR ? 4 : 6;
}

/** A price for reading, in dollars, cut after the last digit that matters. */
export function priceText(price: bigint, locale: string): string {
  const digits = priceDigits(price);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: 'trunc',
  }).format(decimalText(price, PRICE_DECIMALS) as Intl.StringNumericLiteral);
}
