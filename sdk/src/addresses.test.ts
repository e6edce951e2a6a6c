import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Address, addressFromBytes } from './address.ts';
import * as addresses from './addresses.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(addressFromBytes);
const bytes = (of: Address) => new PublicKey(of).toBytes();
const found = (program: Address, ...seeds: (string | Uint8Array)[]) =>
  PublicKey.findProgramAddressSync(
    seeds.map((seed) => Buffer.from(seed as string)),
    new PublicKey(program),
  )[0].toBase58();
const little = (value: bigint, size: number) =>
  Uint8Array.from({ length: size }, (_, index) => Number((value >> BigInt(8 * index)) & 255n));

const POOL = addresses.INSURANCE_POOL_PROGRAM;
const ENGINE = addresses.RISK_ENGINE_PROGRAM;
const PREMIUM = addresses.PREMIUM_MANAGER_PROGRAM;
const HANDLER = addresses.INSOLVENCY_HANDLER_PROGRAM;

describe('every derived address is the one that web3.js finds', () => {
  const same = (check: (one: Address, other: Address, number: bigint) => [Promise<Address>, string]) => () =>
    fc.assert(
      fc.asyncProperty(key, key, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), async (one, other, number) => {
        const [ours, theirs] = check(one, other, number);
        expect(await ours).toBe(theirs);
        expect(await check(one, other, number)[0]).toBe(theirs);
      }),
      { numRuns: 20 },
    );
  const generation = (number: bigint) => Number(number & 0xffff_ffffn);

  test(
    'pool',
    same((market) => [addresses.poolAddress(market), found(POOL, 'insurance_pool', bytes(market))]),
  );
  test(
    'vault',
    same((pool) => [addresses.vaultAddress(pool), found(POOL, 'pool_vault', bytes(pool))]),
  );
  test(
    'share mint',
    same((pool, _, n) => [
      addresses.shareMintAddress(pool, generation(n)),
      found(POOL, 'share_mint', bytes(pool), little(n & 0xffff_ffffn, 4)),
    ]),
  );
  test(
    'position',
    same((pool, owner) => [addresses.positionAddress(pool, owner), found(POOL, 'position', bytes(pool), bytes(owner))]),
  );
  test(
    'share account',
    same((pool, owner, n) => [
      addresses.shareAccountAddress(pool, owner, generation(n)),
      found(POOL, 'share_account', bytes(pool), bytes(owner), little(n & 0xffff_ffffn, 4)),
    ]),
  );
  test(
    'metrics',
    same((m) => [addresses.riskMetricsAddress(m), found(ENGINE, 'risk_metrics', bytes(m))]),
  );
  test(
    'config',
    same((m) => [addresses.marketConfigAddress(m), found(ENGINE, 'market_config', bytes(m))]),
  );
  test(
    'premium',
    same((m) => [addresses.premiumStateAddress(m), found(PREMIUM, 'premium_state', bytes(m))]),
  );
  test(
    'premium vault',
    same((s) => [addresses.premiumVaultAddress(s), found(PREMIUM, 'premium_vault', bytes(s))]),
  );
  test(
    'treasury',
    same((m) => [addresses.treasuryAddress(m), found(PREMIUM, 'treasury', bytes(m))]),
  );
  test(
    'claims',
    same((m) => [addresses.marketClaimsAddress(m), found(HANDLER, 'market_claims', bytes(m))]),
  );
  test(
    'record',
    same((market, _, n) => [
      addresses.insolvencyRecordAddress(market, n),
      found(HANDLER, 'claim', bytes(market), little(n, 8)),
    ]),
  );
  test(
    'associated token account',
    same((owner, mint) => [
      addresses.associatedTokenAddress(owner, mint),
      found(addresses.ASSOCIATED_TOKEN_PROGRAM, bytes(owner), bytes(addresses.TOKEN_PROGRAM), bytes(mint)),
    ]),
  );
  test(
    'program data',
    same((program) => [
      addresses.programDataAddress(program),
      found(addresses.UPGRADEABLE_LOADER_PROGRAM, bytes(program)),
    ]),
  );

  test('and the authorities', () => {
    expect(addresses.RISK_AUTHORITY).toBe(found(ENGINE, 'risk_authority'));
    expect(addresses.HANDLER_AUTHORITY).toBe(found(HANDLER, 'handler_authority'));
  });
});

test('points of the curve are told from other bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (random) => {
      expect(addresses.isOnCurve(random)).toBe(PublicKey.isOnCurve(random));
    }),
  );
  // y = 0, y = 1 (x is 0), y = −1.
  for (const y of [0n, 1n, 2n ** 255n - 20n]) {
    expect(addresses.isOnCurve(little(y, 32)), String(y)).toBe(PublicKey.isOnCurve(little(y, 32)));
  }
});

test('what is no address, generation or sequence is refused, and not thrown out of turn', async () => {
  await expect(addresses.poolAddress('nonsense')).rejects.toMatchObject({ code: 'InvalidAddress' });
  await expect(addresses.shareMintAddress(POOL, -1)).rejects.toMatchObject({
    code: 'InvalidArgument',
    context: { argument: 'generation' },
  });
  await expect(addresses.shareMintAddress(POOL, 2 ** 32)).rejects.toMatchObject({ code: 'InvalidArgument' });
  await expect(addresses.insolvencyRecordAddress(POOL, 1 as unknown as bigint)).rejects.toMatchObject({
    code: 'InvalidArgument',
    context: { argument: 'sequence' },
  });
});

describe('a page without WebCrypto', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('is told what it needs, and goes on once it has it', async () => {
    const market = addressFromBytes(Uint8Array.from({ length: 32 }, (_, index) => 200 - index));
    vi.stubGlobal('crypto', {});
    await expect(addresses.poolAddress(market)).rejects.toMatchObject({
      code: 'InsecureContext',
      message: expect.stringContaining('https'),
    });
    vi.unstubAllGlobals();
    expect(await addresses.poolAddress(market)).toBe(found(POOL, 'insurance_pool', bytes(market)));
  });
});
