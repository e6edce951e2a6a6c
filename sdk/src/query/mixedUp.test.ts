// An RPC, a proxy or a cache that gives one market's accounts where another's were asked for.
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insure, testAddress } from '../../../tests/sdk/markets.ts';
import { type RpcServer, startRpcServer } from '../../../tests/sdk/rpcServer.ts';
import {
  insolvencyRecordAddress,
  marketClaimsAddress,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  riskMetricsAddress,
} from '../addresses.ts';
import { createPercosecClient, type PercosecClient } from '../client.ts';
import { depositPlan } from '../transactions/plans/deposit.ts';
import { apyHistoryQueryOptions } from './apyHistory.ts';
import { claimsQueryOptions } from './claims.ts';
import { insuranceQueryOptions } from './insurance.ts';
import { poolQueryOptions } from './pool.ts';
import { positionQueryOptions } from './position.ts';
import { riskQueryOptions } from './risk.ts';

const [market, other, owner, stranger] = ['market', 'other', 'owner', 'stranger'].map(testAddress) as [
  ReturnType<typeof testAddress>,
  ReturnType<typeof testAddress>,
  ReturnType<typeof testAddress>,
  ReturnType<typeof testAddress>,
];

let server: RpcServer;
let client: PercosecClient;

beforeEach(async () => {
  server = await startRpcServer();
  client = createPercosecClient({ rpcUrl: server.url });
  await insure(server, market, owner, 4n);
  await insure(server, other, owner, 4n);
  await insure(server, market, stranger, 4n);
});

afterEach(async () => {
  client.close();
  await server.stop();
});

/** What stands at one address is given for another's. */
const give = async (from: string | Promise<string>, at: string | Promise<string>) =>
  server.accounts.set((await at) as never, server.accounts.get((await from) as never) as never);

const read = (options: { queryKey: readonly unknown[]; queryFn: unknown }) =>
  new QueryClient({ defaultOptions: { queries: { retry: false } } }).fetchQuery({ ...options, retry: false } as never);

const positionOf = async (of: typeof market, who: typeof owner) => positionAddress(await poolAddress(of), who);

test.each<[string, (of: typeof market) => Promise<string>, () => Parameters<typeof read>[0]]>([
  ['pool', poolAddress, () => poolQueryOptions(client, { market })],
  ['premium', premiumStateAddress, () => poolQueryOptions(client, { market })],
  ['insurance’s claims', marketClaimsAddress, () => insuranceQueryOptions(client, { market })],
  ['risk', riskMetricsAddress, () => riskQueryOptions(client, { market })],
  ['position', (of) => positionOf(of, owner), () => positionQueryOptions(client, { market, owner })],
  ['claims', marketClaimsAddress, () => claimsQueryOptions(client, { market })],
  ['newest claim', (of) => insolvencyRecordAddress(of, 3n), () => claimsQueryOptions(client, { market })],
  ['history', premiumStateAddress, () => apyHistoryQueryOptions(client, { market })],
])('another market’s %s is an error, and no figure', async (_, addressOf, options) => {
  await give(addressOf(other), addressOf(market));
  await expect(read(options())).rejects.toMatchObject({
    code: 'RpcMalformed',
    message: expect.stringContaining(`Asked for the market ${market}, the RPC gave ${other}`),
  });
});

test('another’s position, and an older claim, are not taken for the one that was asked for', async () => {
  await give(positionOf(market, stranger), positionOf(market, owner));
  await expect(read(positionQueryOptions(client, { market, owner }))).rejects.toThrow('the provider');
  await give(insolvencyRecordAddress(market, 1n), insolvencyRecordAddress(market, 3n));
  await expect(read(claimsQueryOptions(client, { market }))).rejects.toThrow('Asked for the sequence 3');
});

test('a plan is not made for another market’s pool', async () => {
  await give(poolAddress(other), poolAddress(market));
  await expect(depositPlan(client, { market, owner, amount: 1n }).build()).rejects.toMatchObject({
    code: 'RpcMalformed',
  });
});
