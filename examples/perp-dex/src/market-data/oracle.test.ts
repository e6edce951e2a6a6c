import { type Address, type PriceUpdate, priceUpdateCodec } from '@percosec/sdk';
import { expect, it } from 'vitest';
import { readOracle } from './oracle.ts';

const account = (price: Partial<PriceUpdate>): Uint8Array =>
  priceUpdateCodec.encode({
    writeAuthority: '11111111111111111111111111111111' as Address,
    partialSignatures: null,
    feedId: new Uint8Array(32),
    price: 15_285n,
    confidence: 12n,
    exponent: -2,
    publishTime: 1_795_000_000n,
    prevPublishTime: 1_794_999_999n,
    emaPrice: 15_000n,
    emaConfidence: 10n,
    postedSlot: 5n,
    ...price,
  });

it('gives every feed the same decimals', () => {
  const same = { price: 15_285_000_000n, confidence: 12_000_000n, publishTime: 1_795_000_000 };
  expect(readOracle(account({}))).toEqual(same);
  expect(readOracle(account({ price: 15_285_000_000n, confidence: 12_000_000n, exponent: -8 }))).toEqual(same);
  expect(readOracle(account({ price: 1_528_500_000_099n, confidence: 1_200_000_099n, exponent: -10 }))).toEqual(same);
});

it('refuses what is no price', () => {
  expect(() => readOracle(new Uint8Array(134))).toThrow(/PriceUpdateV2/);
  for (const price of [0n, -1n, -(2n ** 63n)]) expect(() => readOracle(account({ price }))).toThrow('no price');
  for (const exponent of [2 ** 31 - 1, -(2 ** 31), 1, -19])
    expect(() => readOracle(account({ exponent }))).toThrow(`exponent ${exponent}`);
});
