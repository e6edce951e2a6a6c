import { formatAmount } from '@percosec/sdk/math';
import { PRICE_DECIMALS } from './oracle.ts';

/** A price for reading, in dollars; one of few dollars has more decimals that matter. */
export function priceText(price: bigint, locale: string): string {
  const maximumFractionDigits = price < 10n * 10n ** BigInt(PRICE_DECIMALS) ? 4 : 2;
  return formatAmount(price, PRICE_DECIMALS, { locale, maximumFractionDigits });
}
