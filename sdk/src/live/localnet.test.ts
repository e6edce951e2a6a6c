// What other tests hold against a server that says what it is told, held against a chain.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createControl, type Localnet, startLocalnet, type WrittenAccount } from '../../../localnet/src/index.ts';
import { networkClockwork } from '../../../tests/sdk/clockwork.ts';
import { insure, served, TOTAL_DEPOSITS, testAddress } from '../../../tests/sdk/markets.ts';
import type { RpcServer, ServedAccount } from '../../../tests/sdk/rpcServer.ts';
import type { Address } from '../address.ts';
import { poolAddress } from '../addresses.ts';
import { createPercosecClient, type PercosecClient } from '../client.ts';
import type { AccountSnapshot } from './accounts.ts';

const market = testAddress('market');
const clockwork = networkClockwork();
let chain: Localnet;
let client: PercosecClient;

const write = (address: Address, { owner, data }: ServedAccount) =>
  createControl(chain.rpcUrl).setAccount(address, { owner: owner as WrittenAccount['owner'], data });
const pool = (totalDeposits: bigint) => served('InsurancePool', { 8: market, [TOTAL_DEPOSITS]: totalDeposits });
const deposits = ({ value }: AccountSnapshot) =>
  value && new DataView(value.data.buffer, value.data.byteOffset).getBigUint64(TOTAL_DEPOSITS, true);
/** One slot confirms another: what happens is told some slots later. */
const slots = (count: bigint) => createControl(chain.rpcUrl).warp({ slots: count });

beforeEach(async () => {
  chain = await startLocalnet({ rpcPort: 0, paused: true });
  client = createPercosecClient({ rpcUrl: chain.rpcUrl, wsUrl: chain.wsUrl, clockwork });
  const accounts = new Map<string, ServedAccount>();
  await insure({ accounts } as RpcServer, market, testAddress('owner'));
  for (const [address, account] of accounts) await write(address as Address, account);
  await slots(40n);
});

afterEach(async () => {
  client.close();
  expect(clockwork.pending()).toBe(0);
  await chain.close();
});

test('an account is read once and followed; a quiet socket answers when it is asked whether it lives', async () => {
  const address = await poolAddress(market);
  const told: AccountSnapshot[] = [];
  client.watchAccounts([address], (changed) => told.push(...changed));
  await vi.waitFor(() => expect(client.status.get().kind).toBe('live'));
  await write(address, pool(77n));
  await slots(2n);
  await vi.waitFor(() => expect(told.map(deposits)).toEqual([1_000n, 77n]));
  expect(told[1]?.source).toBe('socket');
  for (let round = 0; round < 3; round++) {
    await clockwork.advance(20_000);
    // The answer is on its way, and time stands still until it is there.
    await client.rpc.request('getHealth', []);
  }
  expect(client.status.get().kind).toBe('live');
  expect(chain.traffic().calls.getMultipleAccounts).toBe(1);
});

test('a transaction is told when it is confirmed, whether it was watched before or after', async () => {
  const signature = await client.rpc.request<string>('requestAirdrop', [testAddress('owner'), 1_000_000_000]);
  const told: unknown[] = [];
  client.watchSignature(signature, ({ err }) => told.push(err));
  await slots(2n);
  await vi.waitFor(() => expect(told).toEqual([null]));
  client.watchSignature(signature, ({ err }) => told.push(err));
  await vi.waitFor(() => expect(told).toEqual([null, null]));
});

test('the clock is the chain’s: it goes where a warp takes it', async () => {
  const stop = client.clock.subscribe(() => {});
  await vi.waitFor(() => expect(client.clock.get()).not.toBeNull());
  const before = client.clock.get()?.slot as bigint;
  await slots(5_000n);
  await vi.waitFor(async () => {
    await clockwork.advance(1_000);
    expect(client.clock.get()?.slot).toBeGreaterThan(before + 4_000n);
  });
  stop();
});
