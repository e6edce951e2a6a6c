// Pyth's PriceUpdateV2 account, as far as a chart needs it.
import { priceUpdateCodec } from '@percosec/sdk';

export interface OraclePrice {
  /** Eight decimals. */
  readonly price: bigint;
  readonly confidence: bigint;
  /** Unix seconds. */
  readonly publishTime: number;
}

export const PRICE_DECIMALS = 8;

/** Pyth's own are between them; what lies far beyond would be a figure of millions of digits. */
const EXPONENTS = { least: -18, most: 0 };

export function readOracle(data: Uint8Array): OraclePrice {
  const { price, confidence, exponent, publishTime } = priceUpdateCodec.decode(data);
  if (exponent < EXPONENTS.least || exponent > EXPONENTS.most)
    throw new Error(`A price with the exponent ${exponent} is no price.`);
  if (price <= 0n) throw new Error('The oracle has no price.');
  return {
    price: scaled(price, exponent),
    confidence: scaled(confidence, exponent),
    publishTime: Number(publishTime),
  };
}

/** Pyth's exponent is a feed's own; here every price has the same decimals. */
function scaled(value: bigint, exponent: number): bigint {
  const shift = exponent + PRICE_DECIMALS;
  return shift >= 0 ? value * 10n ** BigInt(shift) : value / 10n ** BigInt(-shift);
}
