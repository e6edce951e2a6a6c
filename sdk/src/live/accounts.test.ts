import { describe, expect, test } from 'vitest';
import { fakeClockwork, settle } from '../../../tests/sdk/clockwork.ts';
import { type Address, addressFromBytes } from '../address.ts';
import { PercosecError } from '../error.ts';
import type { AccountRead, RawAccount } from '../rpc.ts';
import { type AccountSnapshot, createAccounts } from './accounts.ts';
import type { LiveSocket, Subscription } from './socket.ts';

const [a, b] = [1, 2].map((byte) => addressFromBytes(new Uint8Array(32).fill(byte))) as [Address, Address];
const owner = addressFromBytes(new Uint8Array(32).fill(9));

const raw = (byte: number, lamports = 1n): RawAccount => ({
  owner,
  lamports,
  data: Uint8Array.of(byte),
  executable: false,
});
const answer = (address: Address, slot: bigint, byte: number | null): AccountRead => ({
  address,
  slot,
  account: byte === null ? null : raw(byte),
});
const notification = (slot: unknown, byte: number, lamports: unknown = 1) => ({
  context: { slot },
  value: { owner, lamports, data: [btoa(String.fromCharCode(byte)), 'base64'], executable: false, rentEpoch: 0 },
});

function setup() {
  const clockwork = fakeClockwork();
  const subscriptions = new Map<Address, Subscription>();
  let askedAgain = 0;
  const socket: LiveSocket = {
    add(subscription) {
      const address = subscription.params[0] as Address;
      subscriptions.set(address, subscription);
      return () => subscriptions.delete(address);
    },
    settled: () => undefined,
    askAgain: () => {
      askedAgain += 1;
    },
    pause: () => {},
    nextAttemptAt: () => undefined,
  };
  const reads: { addresses: Address[]; sent: number; done: (read: AccountRead[] | PercosecError) => Promise<void> }[] =
    [];
  const errors: PercosecError[] = [];
  const accounts = createAccounts({
    socket,
    clockwork,
    commitment: 'confirmed',
    read: (addresses) =>
      new Promise((resolve, reject) => {
        const sent = accounts.mark();
        reads.push({
          addresses,
          sent,
          async done(read) {
            if (read instanceof PercosecError) {
              accounts.failed(read);
              reject(read);
            } else {
              resolve(accounts.merge(read, sent));
            }
            await settle();
          },
        });
      }),
    onChange: (error) => void (error && errors.push(error)),
  });
  const told: AccountSnapshot[][] = [];
  const listener = (changed: readonly AccountSnapshot[]) => void told.push([...changed]);
  const of = (address: Address) => subscriptions.get(address) as Subscription;
  return { clockwork, subscriptions, of, reads, errors, accounts, told, listener, askedAgain: () => askedAgain };
}

async function live() {
  const all = setup();
  const unwatch = all.accounts.watch([a], all.listener);
  all.of(a).active();
  await settle();
  await all.reads[0]?.done([answer(a, 10n, 1)]);
  all.told.length = 0;
  return { ...all, unwatch };
}

describe('from the subscription to the value', () => {
  test('subscribed, then read once, then told; then nothing is read any more', async () => {
    const { accounts, clockwork, listener, of, reads, told } = setup();
    accounts.watch([a, b], listener);
    expect(accounts.count()).toEqual({ watched: 2, uncovered: 2 });
    of(a).active();
    of(b).active();
    await settle();
    expect(reads.map(({ addresses }) => addresses)).toEqual(
      [
        [a, b],
        [a, b],
      ].slice(0, reads.length),
    );
    for (const read of reads) await read.done([answer(a, 10n, 1), answer(b, 10n, null)]);
    expect(told).toHaveLength(1);
    expect(told[0]?.map(({ address, value, slot, source }) => [address, value?.data[0], slot, source])).toEqual([
      [a, 1, 10n, 'read'],
      [b, undefined, 10n, 'read'],
    ]);
    expect(accounts.count()).toEqual({ watched: 2, uncovered: 0 });
    const before = reads.length;
    await clockwork.advance(3_600_000);
    expect(reads).toHaveLength(before);
  });

  test('a read that was sent before the subscription was there leaves a gap: it is read again', async () => {
    const { accounts, listener, of, reads } = setup();
    accounts.watch([a], listener);
    const sent = accounts.mark();
    of(a).active();
    await settle();
    accounts.merge([answer(a, 10n, 1)], sent);
    expect(accounts.count().uncovered).toBe(1);
    await reads[0]?.done([answer(a, 11n, 2)]);
    expect(accounts.count().uncovered).toBe(0);
  });

  test('what the socket tells covers the account without a read', async () => {
    const { accounts, clockwork, listener, of, told } = setup();
    accounts.watch([a], listener);
    of(a).active();
    of(a).message(notification(12, 7));
    expect(accounts.count().uncovered).toBe(0);
    await clockwork.advance(20);
    expect(told[0]?.[0]).toMatchObject({ slot: 12n, source: 'socket', address: a });
  });
});

describe('what is told', () => {
  test('changes that come together are told together, once', async () => {
    const { accounts, clockwork, listener, of, told } = setup();
    accounts.watch([a, b], listener);
    for (const address of [a, b]) of(address).active();
    of(a).message(notification(12, 1));
    of(b).message(notification(12, 2));
    of(a).message(notification(12, 3));
    expect(told).toEqual([]);
    await clockwork.advance(20);
    expect(told.map((changed) => changed.map(({ value }) => value?.data[0]))).toEqual([[3, 2]]);
  });

  test('equal bytes are told to nobody, whether the socket or a read brings them', async () => {
    const { accounts, clockwork, of, told } = await live();
    of(a).message(notification(11, 1));
    accounts.merge([answer(a, 12n, 1)], accounts.mark());
    await clockwork.advance(1_000);
    expect(told).toEqual([]);
    of(a).message(notification(13, 2));
    await clockwork.advance(20);
    expect(told).toHaveLength(1);
  });

  test('other lamports or another owner are a change', async () => {
    const { clockwork, of, told } = await live();
    of(a).message(notification(11, 1, 2));
    await clockwork.advance(20);
    of(a).message({ ...notification(12, 1, 2), value: { ...notification(12, 1, 2).value, owner: b } });
    await clockwork.advance(20);
    expect(told.map(([changed]) => [changed?.value?.lamports, changed?.value?.owner])).toEqual([
      [2n, owner],
      [2n, b],
    ]);
  });

  test('only those who watch the account; each watch is its own', async () => {
    const { accounts, clockwork, listener, of, told } = setup();
    const others: unknown[] = [];
    const leave = accounts.watch([a], listener);
    accounts.watch([a], listener);
    accounts.watch([b], (changed) => others.push(changed));
    of(a).message(notification(5, 1));
    await clockwork.advance(20);
    expect([told.length, others.length]).toEqual([2, 0]);
    leave();
    leave();
    of(a).message(notification(6, 2));
    await clockwork.advance(20);
    expect(told).toHaveLength(3);
  });

  test('a listener that throws keeps nothing from the others', async () => {
    const { accounts, clockwork, listener, of, told } = setup();
    accounts.watch([a], () => {
      throw new Error('a bug of the host');
    });
    accounts.watch([a], listener);
    of(a).message(notification(5, 1));
    await expect(clockwork.advance(20)).rejects.toThrow('a bug of the host');
    expect(told).toHaveLength(1);
  });

  test('who comes later is told at once what is known', async () => {
    const { accounts } = await live();
    const first: unknown[] = [];
    accounts.watch([a, b], (changed) => first.push(changed.map(({ address }) => address)));
    expect(first).toEqual([[a]]);
  });
});

describe('older slots', () => {
  test('of a notification change nothing', async () => {
    const { clockwork, of, told } = await live();
    of(a).message(notification(9, 5));
    await clockwork.advance(20);
    expect(told).toEqual([]);
  });

  test('of a read give what is known instead', async () => {
    const { accounts, told } = await live();
    const [snapshot] = accounts.merge([answer(a, 9n, 5)], accounts.mark());
    expect(snapshot).toMatchObject({ slot: 10n, value: { data: Uint8Array.of(1) } });
    expect(told).toEqual([]);
  });

  test('a read of the same slot, sent before the news came, is older than they are', async () => {
    const { accounts, clockwork, of, told } = await live();
    const sent = accounts.mark();
    of(a).message(notification(11, 2));
    const [snapshot] = accounts.merge([answer(a, 11n, 1)], sent);
    expect(snapshot?.value?.data[0]).toBe(2);
    await clockwork.advance(20);
    expect(told.map(([changed]) => changed?.value?.data[0])).toEqual([2]);
  });

  test('a read of the same slot, sent afterwards, is newer', async () => {
    const { accounts, of, told } = await live();
    of(a).lost();
    accounts.merge([answer(a, 10n, 3)], accounts.mark());
    expect(told.map(([changed]) => changed?.value?.data[0])).toEqual([3]);
  });

  test('an RPC that lags behind after a reconnection is named, and asked until it has caught up', async () => {
    const { accounts, clockwork, errors, of, reads, told } = await live();
    of(a).lost();
    of(a).active();
    await settle();
    await reads[1]?.done([answer(a, 8n, 5)]);
    expect(errors.at(-1)).toMatchObject({ code: 'RpcBehind', context: { address: a, slot: 8n, known: 10n } });
    expect(accounts.count().uncovered).toBe(1);
    expect(told).toEqual([]);
    await clockwork.advance(2_000);
    await reads[2]?.done([answer(a, 14n, 6)]);
    expect(accounts.count().uncovered).toBe(0);
    expect(told.map(([changed]) => changed?.value?.data[0])).toEqual([6]);
  });
});

describe('without a socket', () => {
  test('polls 2 s after it was lost, then every 10 s; asks for refused subscriptions; stops when it is back', async () => {
    const { accounts, clockwork, of, reads, told, askedAgain } = await live();
    of(a).lost(new PercosecError('RpcUnreachable', 'gone'));
    expect(clockwork.due()).toEqual([2_000]);
    await clockwork.advance(2_000);
    expect(reads).toHaveLength(2);
    await reads[1]?.done([answer(a, 20n, 2)]);
    expect(told[0]?.[0]).toMatchObject({ source: 'poll', slot: 20n });
    expect(clockwork.due()).toEqual([10_000]);
    expect(askedAgain()).toBe(1);
    await clockwork.advance(10_000);
    await reads[2]?.done([answer(a, 30n, 2)]);
    expect(told).toHaveLength(1);
    of(a).active();
    await settle();
    await reads[3]?.done([answer(a, 31n, 3)]);
    expect(told).toHaveLength(2);
    expect(accounts.count().uncovered).toBe(0);
    expect(clockwork.due()).toEqual([]);
  });

  test('reads that fail slow the polls down, and one that says when to come back is obeyed', async () => {
    const { clockwork, of, reads } = await live();
    of(a).lost();
    const delays: number[] = [];
    const fail = async (context: Record<string, unknown> = {}) => {
      await clockwork.advance(clockwork.due()[0] as number);
      await reads.at(-1)?.done(new PercosecError('RpcRateLimited', 'slow down', context));
      delays.push(clockwork.due()[0] as number);
    };
    for (let round = 0; round < 5; round++) await fail();
    await fail({ retryAfterMs: 120_000 });
    expect(delays).toEqual([10_000, 20_000, 40_000, 80_000, 80_000, 120_000]);
    await clockwork.advance(120_000);
    await reads.at(-1)?.done([answer(a, 20n, 2)]);
    expect(clockwork.due()).toEqual([10_000]);
  });

  test('no two polls run at once, however slow they are', async () => {
    const { clockwork, of, reads } = await live();
    of(a).lost();
    await clockwork.advance(120_000);
    expect(reads).toHaveLength(2);
  });

  test('a notification that can not be read is no value: the account is read instead', async () => {
    for (const odd of [
      null,
      {},
      'text',
      { context: { slot: -1 }, value: notification(1, 1).value },
      notification(1e300, 1),
      notification(11.5, 1),
      notification('99999999999999999999', 1),
      notification('eleven', 1),
      { context: { slot: 11 }, value: { owner, lamports: 1, data: 'plain', executable: false } },
      { context: { slot: 11 }, value: { owner, lamports: 1, data: ['%%%', 'base64'], executable: false } },
      { context: { slot: 11 }, value: { owner: 'nobody', lamports: 1, data: ['', 'base64'], executable: false } },
      { context: { slot: 11 }, value: [] },
    ]) {
      const { accounts, clockwork, errors, of, reads, told } = await live();
      of(a).message(odd);
      expect(errors.at(-1), String(odd)).toMatchObject({ code: 'RpcMalformed' });
      expect(accounts.count().uncovered).toBe(1);
      await clockwork.advance(2_000);
      expect(told).toEqual([]);
      await reads[1]?.done([answer(a, 12n, 8)]);
      expect(accounts.count().uncovered).toBe(0);
      expect(told[0]?.[0]?.value?.data[0]).toBe(8);
    }
  });
});

describe('coming and going', () => {
  test('who comes back within 2 s finds the subscription; afterwards it is given up', async () => {
    const { accounts, clockwork, listener, subscriptions, unwatch } = await live();
    unwatch();
    await clockwork.advance(1_999);
    expect(subscriptions.size).toBe(1);
    const leave = accounts.watch([a], listener);
    await clockwork.advance(10_000);
    expect(subscriptions.size).toBe(1);
    leave();
    await clockwork.advance(2_000);
    expect(subscriptions.size).toBe(0);
    expect(accounts.count()).toEqual({ watched: 0, uncovered: 0 });
    expect(clockwork.pending()).toBe(0);
  });

  test('close leaves no timer and no subscription, in whatever state', async () => {
    const { accounts, clockwork, listener, of, subscriptions } = await live();
    accounts.watch([b], listener);
    of(a).message(notification(11, 2));
    of(b).lost();
    expect(clockwork.pending()).toBeGreaterThan(0);
    accounts.close();
    expect(clockwork.pending()).toBe(0);
    expect(subscriptions.size).toBe(0);
  });

  test('nothing is polled while nobody looks', async () => {
    const { accounts, clockwork, of, reads } = await live();
    accounts.pause(true);
    of(a).lost();
    await clockwork.advance(3_600_000);
    expect(reads).toHaveLength(1);
    accounts.pause(false);
    await clockwork.advance(2_000);
    expect(reads).toHaveLength(2);
  });
});
