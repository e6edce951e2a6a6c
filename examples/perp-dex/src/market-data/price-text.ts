import { decimalText } from '@percosec/sdk/math';
import { PRICE_DECIMALS } from './oracle.ts';

const DOLLAR = 10n ** BigInt(PRICE_DECIMALS);

/** As many as matter for a price of this size, and always as many: a live figure must not change its width. */
export function priceDigits(price: bigint): number {
  if (price >= 10n * DOLLAR) return 2;
  return price * 10n >= DOLLAR ? 4 : 6;
}

interface Writing {
  readonly digits?: number;
  /** For a price that was computed: the last atom decides nothing that anybody reads. */
  readonly rounded?: boolean;
}

/** A price for reading, in dollars, cut after the last digit that matters. */
export function priceText(price: bigint, locale: string, { digits = priceDigits(price), rounded }: Writing = {}) {
  return formatOf(locale, digits, rounded ? 'halfExpand' : 'trunc').format(
    decimalText(price, PRICE_DECIMALS) as Intl.StringNumericLiteral,
  );
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than all that a page writes with it in a second. */
function formatOf(locale: string, digits: number, roundingMode: 'trunc' | 'halfExpand'): Intl.NumberFormat {
  const name = [locale, digits, roundingMode].join();
  const known = formats.get(name);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode,
  });
  formats.set(name, made);
  return made;
}
