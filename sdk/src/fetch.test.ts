import { describe, expect, test } from 'vitest';
import { programs } from '../../tests/programs/support/artifacts.ts';
import type { AccountCodec } from './accounts/account.ts';
import * as layouts from './accounts/generated.ts';
import { insuredMarketCodec } from './accounts/insured-market.ts';
import { type Address, addressFromBytes } from './address.ts';
import * as addresses from './addresses.ts';
import * as reads from './fetch.ts';
import { PROGRAMS } from './programs.ts';
import type { ReadOptions, Rpc } from './rpc.ts';

const MARKET = addressFromBytes(new Uint8Array(32).fill(11));
const DEPOSITOR = addressFromBytes(new Uint8Array(32).fill(12));
const STRANGER = addressFromBytes(new Uint8Array(32).fill(13));

/** An RPC that has these accounts and no others. */
function rpcOf(accounts: Readonly<Record<string, { owner: Address; data: Uint8Array }>>, asked: unknown[] = []): Rpc {
  return {
    url: '',
    wsUrl: '',
    async request<T>(method: string, params: readonly unknown[]): Promise<T> {
      asked.push([method, ...params]);
      const account = accounts[params[0] as string];
      const value = account && {
        owner: account.owner,
        lamports: 1,
        executable: false,
        data: [Buffer.from(account.data).toString('base64'), 'base64'],
      };
      return { context: { slot: 77 }, value: value ?? null } as T;
    },
  };
}

const withDiscriminator = (program: keyof typeof programs, name: string, data: Uint8Array) => {
  data.set(programs[program].idl.accounts?.find((account) => account.name === name)?.discriminator ?? []);
  return data;
};

const CASES = [
  ['insurance_pool', layouts.insurancePoolCodec, () => addresses.poolAddress(MARKET), reads.fetchInsurancePool],
  ['risk_engine', layouts.riskMetricsCodec, () => addresses.riskMetricsAddress(MARKET), reads.fetchRiskMetrics],
  ['risk_engine', layouts.marketConfigCodec, () => addresses.marketConfigAddress(MARKET), reads.fetchMarketConfig],
  ['premium_manager', layouts.premiumStateCodec, () => addresses.premiumStateAddress(MARKET), reads.fetchPremiumState],
  [
    'insolvency_handler',
    layouts.marketClaimsCodec,
    () => addresses.marketClaimsAddress(MARKET),
    reads.fetchMarketClaims,
  ],
  [
    'insurance_pool',
    layouts.providerPositionCodec,
    async () => addresses.positionAddress(await addresses.poolAddress(MARKET), DEPOSITOR),
    (rpc: Rpc, market: Address, options?: ReadOptions) => reads.fetchProviderPosition(rpc, market, DEPOSITOR, options),
  ],
  [
    'insolvency_handler',
    layouts.insolvencyRecordCodec,
    () => addresses.insolvencyRecordAddress(MARKET, 3n),
    (rpc: Rpc, market: Address, options?: ReadOptions) => reads.fetchInsolvencyRecord(rpc, market, 3n, options),
  ],
] as const;

describe.each(CASES)('of %s', (program, codec, at, read) => {
  const empty = codec.decode(withDiscriminator(program, codec.name, new Uint8Array(codec.size)));
  const whose = { market: MARKET, ...('provider' in empty && { provider: DEPOSITOR }) };
  const asked = { ...whose, ...(codec.name === 'InsolvencyRecord' && { sequence: 3n }) };
  const graded = 'grade' in empty ? { grade: 'Low' } : {};
  const encode = (fields: object) => (codec as AccountCodec<unknown>).encode({ ...empty, ...graded, ...fields });
  const data = encode(asked);
  const owner = PROGRAMS[program];

  test(`${codec.name} is read at its address`, async () => {
    const calls: unknown[] = [];
    const before = Date.now();
    const snapshot = await read(rpcOf({ [await at()]: { owner, data } }, calls), MARKET, { commitment: 'processed' });
    expect(snapshot).toMatchObject({ value: codec.decode(data), slot: 77n, source: 'read' });
    expect(snapshot.receivedAt).toBeGreaterThanOrEqual(before);
    expect(snapshot.receivedAt).toBeLessThanOrEqual(Date.now());
    expect(calls).toEqual([['getAccountInfo', await at(), { encoding: 'base64', commitment: 'processed' }]]);
  });

  test(`no ${codec.name} is null, and so are lamports that somebody sent beforehand`, async () => {
    expect(await read(rpcOf({}), MARKET)).toMatchObject({ value: null, slot: 77n });
    const sent = { owner: addresses.SYSTEM_PROGRAM, data: new Uint8Array(0) };
    expect(await read(rpcOf({ [await at()]: sent }), MARKET)).toMatchObject({ value: null });
  });

  test(`another account in the place of ${codec.name} is an error that names it`, async () => {
    const address = await at();
    const stolen = rpcOf({ [address]: { owner: DEPOSITOR, data } });
    await expect(read(stolen, MARKET)).rejects.toMatchObject({
      code: 'WrongOwner',
      context: { account: codec.name, address, found: DEPOSITOR, expected: owner },
    });
    await expect(read(rpcOf({ [address]: { owner, data: data.slice(1) } }), MARKET)).rejects.toMatchObject({
      code: 'WrongDiscriminator',
      context: { address },
    });
    await expect(read(rpcOf({ [address]: { owner, data: data.slice(0, -1) } }), MARKET)).rejects.toMatchObject({
      code: 'WrongLength',
      context: { address },
    });
  });

  test.each(Object.keys(asked))(`a ${codec.name} of another %s is not taken for the one asked for`, async (field) => {
    const other = field === 'sequence' ? 4n : STRANGER;
    const rpc = rpcOf({ [await at()]: { owner, data: encode({ ...asked, [field]: other }) } });
    await expect(read(rpc, MARKET)).rejects.toMatchObject({ code: 'RpcMalformed' });
  });
});

test('a market’s header is read whoever owns it', async () => {
  const market = {
    version: 1,
    flags: 1,
    reserved: new Uint8Array(6),
    authority: DEPOSITOR,
    coverVault: MARKET,
    openInterest: 1n,
    liquidity: 2n,
    avgLeverageBps: 3n,
    fundingRatePpm: -4n,
    marginAbsorbed: 5n,
    cumulativeDeficit: 6n,
    updatedSlot: 7n,
  };
  const data = Uint8Array.from([...insuredMarketCodec.encode(market), 1, 2, 3]);
  const { value } = await reads.fetchInsuredMarket(rpcOf({ [MARKET]: { owner: DEPOSITOR, data } }), MARKET);
  expect(value).toEqual(market);
});
