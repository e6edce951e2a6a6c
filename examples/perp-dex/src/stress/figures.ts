// Figures as this panel writes them, in one language.
import { formatAmount } from '@percosec/sdk/math';
import { priceText } from '../market-data/price-text.ts';
import type { Market } from '../markets/market.ts';

export interface Figures {
  money(atoms: bigint): string;
  price(price: bigint): string;
  count(number: bigint | number): string;
  /** Minutes and seconds, or hours before them. */
  duration(slots: bigint): string;
}

const SLOTS_PER_SECOND = 2.5;

export function figuresOf({ decimals, tokenSymbol }: Market, locale: string): Figures {
  const number = new Intl.NumberFormat(locale);
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  return {
    money: (atoms) => `${formatAmount(atoms, decimals, { locale })}\u202f${tokenSymbol}`,
    price: (price) => priceText(price, locale),
    count: (value) => number.format(value),
    duration(slots) {
      const seconds = Math.ceil(Number(slots) / SLOTS_PER_SECOND);
      const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
      const clock = `${hours > 0 ? two.format(minutes) : number.format(minutes)}:${two.format(seconds % 60)}`;
      return hours > 0 ? `${number.format(hours)}:${clock}` : clock;
    },
  };
}
