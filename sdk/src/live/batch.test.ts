import { describe, expect, test } from 'vitest';
import { fakeClockwork, settle } from '../../../tests/sdk/clockwork.ts';
import { type Address, addressFromBytes } from '../address.ts';
import type { AccountSnapshot } from './accounts.ts';
import { createBatch } from './batch.ts';

const [a, b, c] = [1, 2, 3].map((byte) => addressFromBytes(new Uint8Array(32).fill(byte))) as [
  Address,
  Address,
  Address,
];
const snapshot = (address: Address): AccountSnapshot => ({
  address,
  value: null,
  slot: 1n,
  receivedAt: 0,
  source: 'read',
});

function setup(ready: () => Promise<void> | undefined = () => undefined) {
  const clockwork = fakeClockwork();
  const loads: { addresses: Address[]; signal: AbortSignal }[] = [];
  let respond: (addresses: Address[]) => Promise<AccountSnapshot[]> = async (addresses) => addresses.map(snapshot);
  const read = createBatch({
    clockwork,
    ready,
    load(addresses, signal) {
      loads.push({ addresses, signal });
      return respond(addresses);
    },
  });
  return { clockwork, loads, read, answerWith: (next: typeof respond) => (respond = next) };
}

const addressesOf = (snapshots: readonly AccountSnapshot[]) => snapshots.map(({ address }) => address);

describe('the reads of one tick', () => {
  test('are one load, each account once, and everybody gets what he asked for in his order', async () => {
    const { clockwork, loads, read } = setup();
    const answers = Promise.all([read([a, b]), read([c, a, a]), read([])]);
    await clockwork.advance(0);
    expect((await answers).map(addressesOf)).toEqual([[a, b], [c, a, a], []]);
    expect(loads.map(({ addresses }) => addresses)).toEqual([[a, b, c]]);
  });

  test('of two ticks are two', async () => {
    const { clockwork, loads, read } = setup();
    const first = read([a]);
    await clockwork.advance(0);
    await first;
    const second = read([a]);
    await clockwork.advance(0);
    await second;
    expect(loads).toHaveLength(2);
  });

  test('wait for addresses that are still derived; who comes meanwhile takes part', async () => {
    const { clockwork, loads, read } = setup();
    let derive: (address: Address) => void = () => {};
    const first = read([a, new Promise<Address>((resolve) => (derive = resolve))]);
    await clockwork.advance(1_000);
    const second = read([c]);
    await clockwork.advance(1_000);
    expect(loads).toEqual([]);
    derive(b);
    await clockwork.advance(0);
    expect([addressesOf(await first), addressesOf(await second)]).toEqual([[a, b], [c]]);
    expect(loads.map(({ addresses }) => addresses)).toEqual([[a, b, c]]);
  });

  test('wait for what they should come after', async () => {
    let open = () => {};
    const { clockwork, loads, read } = setup(() => new Promise<void>((resolve) => (open = resolve)));
    const answer = read([a]);
    await clockwork.advance(10_000);
    expect(loads).toEqual([]);
    open();
    await clockwork.advance(0);
    await answer;
    expect(loads).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  test('an address that can not be derived fails its own read only', async () => {
    const { clockwork, loads, read } = setup();
    const broken = read([a, Promise.reject(new Error('no such market'))]).catch((error) => error.message);
    const whole = read([b]);
    await clockwork.advance(0);
    expect(await broken).toBe('no such market');
    expect(addressesOf(await whole)).toEqual([b]);
    expect(loads.flatMap(({ addresses }) => addresses)).toContain(b);
  });

  test('it is never told to the page as well: who asked, and nobody else', async () => {
    const strays: unknown[] = [];
    const stray = (reason: unknown) => strays.push(reason);
    process.on('unhandledRejection', stray);
    try {
      const { clockwork, read } = setup();
      const whole = read([b]);
      // It takes part in a read that waits already, and fails before anybody looks at it.
      const broken = read([a, Promise.reject(new Error('no such market'))]).catch((error) => error.message);
      const goneAlready = read([Promise.reject(new Error('no such market'))], AbortSignal.abort('gone'));
      expect(await goneAlready.catch((reason) => reason)).toBe('gone');
      await settle();
      await clockwork.advance(0);
      expect(await broken).toBe('no such market');
      expect(addressesOf(await whole)).toEqual([b]);
      expect(strays).toEqual([]);
    } finally {
      process.off('unhandledRejection', stray);
    }
  });

  test('a load that fails fails all its reads, and the next tick loads again', async () => {
    const { clockwork, read, answerWith } = setup();
    answerWith(() => Promise.reject(new Error('down')));
    const failed = Promise.allSettled([read([a]), read([b])]);
    await clockwork.advance(0);
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    answerWith(async (addresses) => addresses.map(snapshot));
    const next = read([a]);
    await clockwork.advance(0);
    expect(addressesOf(await next)).toEqual([a]);
  });

  test('a read that is called off is refused at once; the request goes on for the others, and ends with the last', async () => {
    const { clockwork, loads, read, answerWith } = setup();
    answerWith(() => new Promise(() => {}));
    const [first, second] = [new AbortController(), new AbortController()];
    const reads = [read([a], first.signal), read([b], second.signal)].map((one) => one.catch((error) => error));
    await clockwork.advance(0);
    first.abort('gone');
    expect(await reads[0]).toBe('gone');
    expect(loads[0]?.signal.aborted).toBe(false);
    second.abort();
    expect(await reads[1]).toMatchObject({ name: 'AbortError' });
    expect(loads[0]?.signal.aborted).toBe(true);
  });

  test('StrictMode: a read called off in its tick and made again is one load', async () => {
    const { clockwork, loads, read } = setup();
    const controller = new AbortController();
    const first = read([a], controller.signal).catch((error) => error.name);
    controller.abort();
    const second = read([a]);
    await clockwork.advance(0);
    expect(await first).toBe('AbortError');
    expect(addressesOf(await second)).toEqual([a]);
    expect(loads.map(({ addresses }) => addresses)).toEqual([[a]]);
  });

  test('nothing is loaded where everybody has gone', async () => {
    const { clockwork, loads, read } = setup();
    const controller = new AbortController();
    const gone = read([a], controller.signal).catch((error) => error.name);
    controller.abort();
    await clockwork.advance(0);
    await settle();
    expect(await gone).toBe('AbortError');
    expect(loads).toEqual([]);
    await expect(read([a], controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
