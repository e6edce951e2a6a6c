import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insure, SHARES, served, servedHeader, servedMint, testAddress } from '../../../tests/sdk/markets.ts';
import { type RpcServer, startRpcServer } from '../../../tests/sdk/rpcServer.ts';
import {
  marketClaimsAddress,
  poolAddress,
  premiumStateAddress,
  SYSTEM_PROGRAM,
  shareMintAddress,
} from '../addresses.ts';
import { createPercosecClient, type PercosecClient } from '../client.ts';
import { marketStateOf } from '../views/state.ts';
import { type InsuranceData, insuranceQueryOptions } from './insurance.ts';

const [market, owner, perp] = [testAddress('market'), testAddress('owner'), testAddress('perp program')];
const MARKET_PROGRAM = 40;

let server: RpcServer;
let client: PercosecClient;

beforeEach(async () => {
  server = await startRpcServer();
  client = createPercosecClient({ rpcUrl: server.url });
  await insure(server, market, owner, 2n);
  const pool = await poolAddress(market);
  server.accounts.set(pool, served('InsurancePool', { 8: market, [MARKET_PROGRAM]: perp }));
  server.accounts.set(await shareMintAddress(pool, 0), servedMint(6));
});

afterEach(async () => {
  client.close();
  await server.stop();
});

const read = (of: string = market): Promise<InsuranceData> =>
  new QueryClient().fetchQuery({ ...insuranceQueryOptions(client, { market: of }), retry: false });

describe('a market’s insurance', () => {
  test('is one read of five accounts, and the state that the views take', async () => {
    const { value, slot } = await read();
    expect(value).toMatchObject({
      address: await poolAddress(market),
      market: { program: perp, header: { version: 1 } },
      premium: { market },
      claims: { sequence: 2n },
      decimals: 6,
    });
    expect(server.asked.map(({ params }) => params[0].length)).toEqual([5]);
    const insurance = value as NonNullable<typeof value>;
    expect(marketStateOf(insurance, slot + 5n)).toEqual({
      pool: insurance.pool,
      premium: insurance.premium,
      market: insurance.market?.header,
      claims: insurance.claims,
      slot: slot + 5n,
    });
  });

  test.each([
    ['epochs of no slot', { 296: 0n }],
    ['more pending than there is', { 280: 1n }],
  ])('is an error where the pool is one that no program can have made: %s', async (_, fields) => {
    server.accounts.set(await poolAddress(market), served('InsurancePool', { 8: market, ...fields }));
    await expect(read()).rejects.toMatchObject({ code: 'RpcMalformed' });
  });

  test('is null where there is no pool, and an error by name where the market is no address', async () => {
    expect((await read(owner)).value).toBeNull();
    await expect(read('nowhere')).rejects.toMatchObject({ code: 'InvalidAddress' });
    expect(insuranceQueryOptions(client, { market: undefined }).enabled).toBe(false);
  });

  test.each([
    ['gone', null],
    ['only lamports', { owner: SYSTEM_PROGRAM, data: new Uint8Array() }],
    ['of another program', servedHeader(owner)],
    ['no header any more', { owner: perp, data: new Uint8Array(200) }],
    ['too short for one', { owner: perp, data: new Uint8Array(20) }],
  ])('whose market’s account is %s has no market, as the pool sees it', async (_, account) => {
    if (account) server.accounts.set(market, account);
    else server.accounts.delete(market);
    const { value } = await read();
    expect(value).toMatchObject({ market: null, decimals: 6 });
    expect(marketStateOf(value as NonNullable<typeof value>, 1n).market).toBeNull();
  });

  test.each([
    ['pool', poolAddress],
    ['premium', premiumStateAddress],
    ['claims', marketClaimsAddress],
    ['share mint', async (of: typeof market) => shareMintAddress(await poolAddress(of), 0)],
  ])('is an error where its %s can’t be understood', async (_, addressOf) => {
    server.accounts.set(await addressOf(market), { owner: perp, data: new Uint8Array(50) });
    await expect(read()).rejects.toMatchObject({ code: 'WrongOwner' });
  });

  test('has null for what was never made', async () => {
    server.accounts.delete(await premiumStateAddress(market));
    server.accounts.delete(await marketClaimsAddress(market));
    server.accounts.delete(await shareMintAddress(await poolAddress(market), 0));
    expect((await read()).value).toMatchObject({ premium: null, claims: null, decimals: null });
  });

  test('of another market is an error, and no figure', async () => {
    server.accounts.set(await poolAddress(market), served('InsurancePool', { 8: owner, [SHARES]: 1n }));
    await expect(read()).rejects.toMatchObject({ code: 'RpcMalformed' });
  });
});
