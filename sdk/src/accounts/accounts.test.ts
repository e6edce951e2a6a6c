import { AccountLayout, MintLayout } from '@solana/spl-token';
import { PublicKey } from '@solana/web3.js';
import BN from 'bn.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROGRAM_NAMES, programs } from '../../../tests/programs/support/artifacts.ts';
import { encodeMarket } from '../../../tests/programs/support/market.ts';
import { encodePriceUpdate } from '../../../tests/programs/support/oracle.ts';
import { plain } from '../../../tests/sdk/plain.ts';
import { addressFromBytes } from '../address.ts';
import { PYTH_RECEIVER_PROGRAM, SYSTEM_PROGRAM } from '../addresses.ts';
import { type AccountCodec, decodeAccount } from './account.ts';
import { clockCodec } from './clock.ts';
import * as generated from './generated.ts';
import { type InsuredMarket, insuredMarketCodec } from './insured-market.ts';
import { priceUpdateCodec } from './price-update.ts';
import { mintCodec, tokenAccountCodec } from './token.ts';

const codecs = new Map(
  Object.values(generated)
    .filter((exported): exported is AccountCodec<never> => 'decode' in exported)
    .map((codec): [string, AccountCodec<unknown>] => [codec.name, codec as AccountCodec<unknown>]),
);
const GRADES = ['Low', 'Moderate', 'High', 'Extreme'];

const random = (size: number) => fc.uint8Array({ minLength: size, maxLength: size });
const key = random(32).map((bytes) => new PublicKey(bytes));
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const i64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const u8 = fc.nat(255);
const ADDRESS = addressFromBytes(Uint8Array.from({ length: 32 }, (_, index) => index));

describe.each(PROGRAM_NAMES)('the accounts that the IDL of %s knows', (program) => {
  const { idl, coder } = programs[program];
  test.each(idl.accounts?.map(({ name, discriminator }) => ({ name, discriminator })) ?? [])(
    '$name is read and written as by Anchor',
    async ({ name, discriminator }) => {
      const codec = codecs.get(name);
      if (codec === undefined) throw new Error(`the SDK has no codec for ${name}`);
      const at = name === 'RiskMetrics' ? 638 : undefined;
      await fc.assert(
        fc.asyncProperty(random(codec.size), fc.constantFrom(...GRADES), async (data, grade) => {
          data.set(discriminator);
          if (at !== undefined) data.set(Buffer.from(grade.padEnd(8, '\0')), at);
          const theirs = coder.accounts.decode(name, Buffer.from(data));
          expect(codec.decode(data)).toEqual(plain(theirs));
          expect(codec.encode(codec.decode(data))).toEqual(data);
          expect(new Uint8Array(await coder.accounts.encode(name, theirs))).toEqual(data);
        }),
      );
    },
  );
});

test('every account of the SDK is one of an IDL', () => {
  const known = PROGRAM_NAMES.flatMap((name) => programs[name].idl.accounts?.map((account) => account.name) ?? []);
  expect([...codecs.keys()].sort()).toEqual([...new Set(known)].sort());
});

test('what an account is read from may be overwritten afterwards', () => {
  const data = generated.marketConfigCodec.encode(
    generated.marketConfigCodec.decode(withDiscriminator('risk_engine', 'MarketConfig', new Uint8Array(208).fill(7))),
  );
  const config = generated.marketConfigCodec.decode(data);
  data.fill(9);
  expect(config.oracleFeed).toEqual(new Uint8Array(32).fill(7));
});

test('a view into a larger buffer is read at its place', () => {
  const data = withDiscriminator('insurance_pool', 'ProviderPosition', new Uint8Array(224).fill(5));
  const larger = new Uint8Array(300).fill(1);
  larger.set(data, 13);
  const { providerPositionCodec } = generated;
  expect(providerPositionCodec.decode(larger.subarray(13, 13 + 224))).toEqual(providerPositionCodec.decode(data));
});

function withDiscriminator(program: 'insurance_pool' | 'risk_engine', name: string, data: Uint8Array): Uint8Array {
  const account = programs[program].idl.accounts?.find((one) => one.name === name);
  data.set(account?.discriminator ?? []);
  return data;
}

describe('the accounts of others', () => {
  test('a market header, with what follows it', () => {
    fc.assert(
      fc.property(
        key,
        key,
        fc.array(u64, { minLength: 6, maxLength: 6 }),
        i64,
        fc.boolean(),
        random(50),
        (a, b, n, rate, open, rest) => {
          const [
            openInterest = 0n,
            liquidity = 0n,
            avgLeverageBps = 0n,
            marginAbsorbed = 0n,
            cumulativeDeficit = 0n,
            updatedSlot = 0n,
          ] = n;
          const figures = {
            openInterest,
            liquidity,
            avgLeverageBps,
            fundingRatePpm: rate,
            marginAbsorbed,
            cumulativeDeficit,
            updatedSlot,
          };
          const header = encodeMarket({ version: 1, open, authority: a, coverVault: b, ...figures });
          const market = {
            version: 1,
            flags: open ? 1 : 0,
            reserved: new Uint8Array(6),
            authority: a.toBase58(),
            coverVault: b.toBase58(),
            ...figures,
          };
          expect(insuredMarketCodec.decode(Uint8Array.from([...header, ...rest]))).toEqual(market);
          expect(insuredMarketCodec.encode(market as unknown as InsuredMarket)).toEqual(new Uint8Array(header));
        },
      ),
    );
  });

  test('a price update, wholly and partly verified', () => {
    fc.assert(
      fc.property(
        random(32),
        i64,
        u64,
        fc.integer({ min: -30, max: 30 }),
        u64,
        fc.option(u8),
        (feedId, price, confidence, exponent, postedSlot, partial) => {
          const verification = partial === null ? 'full' : ({ partial } as const);
          const data = encodePriceUpdate({
            feedId,
            price,
            confidence,
            exponent,
            publishTime: 1_700_000_000n,
            verification,
            postedSlot,
          });
          const update = priceUpdateCodec.decode(new Uint8Array(data), {
            address: ADDRESS,
            owner: PYTH_RECEIVER_PROGRAM,
          });
          expect(update).toEqual({
            writeAuthority: SYSTEM_PROGRAM,
            partialSignatures: partial,
            feedId,
            price,
            confidence,
            exponent,
            publishTime: 1_700_000_000n,
            prevPublishTime: 1_699_999_999n,
            emaPrice: price,
            emaConfidence: confidence,
            postedSlot,
          });
          expect(priceUpdateCodec.encode(update)).toEqual(new Uint8Array(data));
        },
      ),
    );
  });

  test('a token account and a mint, as spl-token reads them', () => {
    fc.assert(
      fc.property(
        random(165),
        random(82),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (account, mint, some) => {
          const flag = (data: Uint8Array, at: number, is: boolean | undefined, size: number) => {
            data.set([is ? 1 : 0, 0, 0, 0], at);
            if (!is) data.fill(0, at + 4, at + 4 + size);
          };
          flag(account, 72, some[0], 32);
          flag(account, 109, some[1], 8);
          flag(account, 129, some[2], 32);
          flag(mint, 0, some[3], 32);
          flag(mint, 46, some[4], 32);
          mint[45] = 1;
          const theirs = AccountLayout.decode(account);
          const either = <T>(option: number, value: T) => (option === 0 ? null : value);
          const ours = tokenAccountCodec.decode(account);
          expect(ours).toEqual({
            mint: theirs.mint.toBase58(),
            owner: theirs.owner.toBase58(),
            amount: theirs.amount,
            delegate: either(theirs.delegateOption, theirs.delegate.toBase58()),
            state: theirs.state,
            nativeReserve: either(theirs.isNativeOption, theirs.isNative),
            delegatedAmount: theirs.delegatedAmount,
            closeAuthority: either(theirs.closeAuthorityOption, theirs.closeAuthority.toBase58()),
          });
          expect(tokenAccountCodec.encode(ours)).toEqual(account);
          const coin = MintLayout.decode(mint);
          expect(mintCodec.decode(mint)).toEqual({
            mintAuthority: either(coin.mintAuthorityOption, coin.mintAuthority.toBase58()),
            supply: coin.supply,
            decimals: coin.decimals,
            isInitialized: true,
            freezeAuthority: either(coin.freezeAuthorityOption, coin.freezeAuthority.toBase58()),
          });
          expect(mintCodec.encode(mintCodec.decode(mint))).toEqual(mint);
        },
      ),
    );
  });

  test('the clock', () => {
    const data = Buffer.alloc(40);
    data.writeBigUInt64LE(352_000_123n, 0);
    data.writeBigInt64LE(-5n, 8);
    data.writeBigUInt64LE(815n, 16);
    data.writeBigUInt64LE(816n, 24);
    data.writeBigInt64LE(1_793_000_000n, 32);
    const clock = {
      slot: 352_000_123n,
      epochStartTimestamp: -5n,
      epoch: 815n,
      leaderScheduleEpoch: 816n,
      unixTimestamp: 1_793_000_000n,
    };
    expect(clockCodec.decode(new Uint8Array(data))).toEqual(clock);
    expect(clockCodec.encode(clock)).toEqual(new Uint8Array(data));
  });
});

describe('an account that is not what it should be', () => {
  const { insurancePoolCodec: pool } = generated;
  const data = withDiscriminator('insurance_pool', 'InsurancePool', new Uint8Array(464));
  const owner = pool.program ?? SYSTEM_PROGRAM;
  const read = (of: Partial<Parameters<typeof decodeAccount>[1]>) => () =>
    decodeAccount(pool, { address: ADDRESS, owner, data, ...of });
  const refusal = (code: string, found: unknown, expected: unknown) =>
    expect.objectContaining({ code, context: { account: 'InsurancePool', address: ADDRESS, found, expected } });

  test('is read where it is', () => {
    expect(read({})().market).toBe(SYSTEM_PROGRAM);
  });

  const SHORT = data.slice(0, 463);
  const position = withDiscriminator('insurance_pool', 'ProviderPosition', new Uint8Array(224));
  test.each([
    ['WrongOwner', { owner: SYSTEM_PROGRAM }, SYSTEM_PROGRAM, owner],
    ['WrongDiscriminator', { data: position }, '84f8575b89d32efe', 'ef9891c9e49b8b8c'],
    ['WrongDiscriminator', { data: new Uint8Array(464) }, '0000000000000000', 'ef9891c9e49b8b8c'],
    ['WrongLength', { data: SHORT }, 463, 464],
    ['WrongLength', { data: Uint8Array.from([...data, 0]) }, 465, 464],
    ['WrongLength', { data: new Uint8Array(0) }, 0, 464],
    ['WrongLength', { data: data.slice(0, 7) }, 7, 464],
  ])('%s tells the address, what was found and what was expected', (code, of, found, expected) => {
    expect(read(of)).toThrowError(refusal(code, found, expected));
    let message = '';
    try {
      read(of)();
    } catch (error) {
      message = (error as Error).message;
    }
    for (const part of [
      ADDRESS,
      'InsurancePool',
      String(found),
      String(expected),
      'Check the address and the cluster',
    ]) {
      expect(message).toContain(part);
    }
  });

  test('WrongVersion, and the header of a market cut short', () => {
    const market = encodeMarket({
      version: 2,
      open: true,
      authority: PublicKey.default,
      coverVault: PublicKey.default,
      openInterest: 0n,
      liquidity: 0n,
      avgLeverageBps: 0n,
      fundingRatePpm: 0n,
      marginAbsorbed: 0n,
      cumulativeDeficit: 0n,
      updatedSlot: 0n,
    });
    const account = { address: ADDRESS, owner: SYSTEM_PROGRAM, data: new Uint8Array(market) };
    expect(() => decodeAccount(insuredMarketCodec, account)).toThrowError(
      expect.objectContaining({
        code: 'WrongVersion',
        context: { account: 'InsuredMarket', address: ADDRESS, found: 2, expected: 1 },
      }),
    );
    expect(() => decodeAccount(insuredMarketCodec, { ...account, data: account.data.slice(0, 135) })).toThrowError(
      expect.objectContaining({ code: 'WrongLength', context: expect.objectContaining({ found: 135, expected: 136 }) }),
    );
  });
});

describe('a value that does not fit is refused, and names its field', () => {
  const { riskMetricsCodec: codec } = generated;
  const metrics = codec.decode(withDiscriminator('risk_engine', 'RiskMetrics', new Uint8Array(672)));
  const good = { ...metrics, grade: 'High' as const };

  test.each([
    ['openInterest', -1n],
    ['openInterest', 2n ** 64n],
    ['openInterest', 1],
    ['openInterest', undefined],
    ['openInterest', new BN(1)],
    ['oraclePublishTime', 2n ** 63n],
    ['oracleExponent', 2 ** 31],
    ['oracleExponent', 0.5],
    ['oracleExponent', Number.NaN],
    ['compositeScoreBps', 65_536],
    ['compositeScoreBps', -1],
    ['compositeScoreBps', '7'],
    ['bump', 256],
    ['grade', 'Fine'],
    ['prices', [1n]],
    ['prices', 5n],
    ['reserved', new Uint8Array(24)],
    ['reserved', Array.from({ length: 25 }, () => 0)],
  ])('%s: %s', (argument, value) => {
    expect(() => codec.encode({ ...good, [argument]: value })).toThrowError(
      expect.objectContaining({
        code: 'InvalidArgument',
        context: expect.objectContaining({ argument, found: value }),
      }),
    );
  });

  test('down to the item of an array', () => {
    expect(() => codec.encode({ ...good, prices: good.prices.with(31, -1n) })).toThrowError(
      expect.objectContaining({ message: 'prices[31] is -1n. Pass a u64.' }),
    );
    expect(() => codec.encode({ ...good, market: 'nobody' as never })).toThrowError(
      expect.objectContaining({ code: 'InvalidAddress' }),
    );
  });
});
