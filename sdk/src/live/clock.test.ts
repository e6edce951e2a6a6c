import { describe, expect, test } from 'vitest';
import { fakeClockwork } from '../../../tests/sdk/clockwork.ts';
import { clockCodec } from '../accounts/clock.ts';
import { CLOCK_SYSVAR, SYSTEM_PROGRAM, SYSVAR_PROGRAM } from '../addresses.ts';
import type { AccountSnapshot, ChangeListener } from './accounts.ts';
import { createClock } from './clock.ts';

const data = (slot: bigint, unixTimestamp: bigint) =>
  clockCodec.encode({ slot, unixTimestamp, epoch: 1n, epochStartTimestamp: 0n, leaderScheduleEpoch: 2n });

function setup() {
  const clockwork = fakeClockwork();
  let listener: ChangeListener | undefined;
  const clock = createClock((addresses, watcher) => {
    expect(addresses).toEqual([CLOCK_SYSVAR]);
    listener = watcher;
    return () => {
      listener = undefined;
    };
  }, clockwork);
  const tell = (bytes: Uint8Array, owner = SYSVAR_PROGRAM) =>
    listener?.([
      {
        address: CLOCK_SYSVAR,
        value: { owner, lamports: 1n, data: bytes, executable: false },
        slot: 1n,
        receivedAt: clockwork.now(),
        source: 'socket',
      } satisfies AccountSnapshot,
    ]);
  const shown: [bigint, bigint][] = [];
  const observe = () =>
    clock.subscribe(() => {
      const now = clock.get();
      if (now) shown.push([now.slot, now.unixTimestamp]);
    });
  return { clock, clockwork, tell, shown, observe, watched: () => listener !== undefined };
}

describe('the chain’s clock', () => {
  test('is watched while it is observed, and only then', () => {
    const { clock, clockwork, observe, watched, tell } = setup();
    expect([watched(), clock.get()]).toEqual([false, null]);
    const [first, second] = [observe(), observe()];
    expect(watched()).toBe(true);
    tell(data(100n, 5_000n));
    first();
    expect(watched()).toBe(true);
    second();
    expect([watched(), clock.get(), clockwork.pending()]).toEqual([false, null, 0]);
  });

  test('is told at once when it is first known, then at most once a second', async () => {
    const { clockwork, observe, shown, tell } = setup();
    observe();
    tell(data(100n, 5_000n));
    expect(shown).toEqual([[100n, 5_000n]]);
    for (let slot = 101n; slot <= 105n; slot++) {
      await clockwork.advance(400);
      tell(data(slot, 5_000n + (slot - 100n) / 2n));
    }
    expect(shown).toEqual([
      [100n, 5_000n],
      [102n, 5_001n],
      [105n, 5_002n],
    ]);
  });

  test('runs on by itself for a minute without a word, never further', async () => {
    const { clockwork, observe, shown, tell } = setup();
    observe();
    tell(data(100n, 5_000n));
    await clockwork.advance(60_000);
    expect(shown).toHaveLength(61);
    expect(shown.at(-1)).toEqual([250n, 5_060n]);
    await clockwork.advance(600_000);
    expect(shown).toHaveLength(61);
  });

  test('never goes back where it ran ahead of the chain: it waits', async () => {
    const { clockwork, observe, shown, tell } = setup();
    observe();
    tell(data(100n, 5_000n));
    await clockwork.advance(10_000);
    expect(shown.at(-1)).toEqual([125n, 5_010n]);
    tell(data(120n, 5_008n));
    await clockwork.advance(1_000);
    tell(data(124n, 5_009n));
    await clockwork.advance(1_000);
    expect(shown.at(-1)).toEqual([126n, 5_010n]);
    for (const [index, [slot, time]] of shown.entries()) {
      const [slotBefore, timeBefore] = shown[index - 1] ?? [-1n, -1n];
      expect(slot).toBeGreaterThanOrEqual(slotBefore);
      expect(time).toBeGreaterThanOrEqual(timeBefore);
    }
  });

  test('what the chain itself has named is told apart from what follows from it', async () => {
    const { clock, clockwork, observe, tell } = setup();
    observe();
    tell(data(100n, 5_000n));
    await clockwork.advance(10_000);
    expect(clock.get()).toEqual({ slot: 125n, unixTimestamp: 5_010n, told: 100n });
    tell(data(120n, 5_008n));
    await clockwork.advance(1_000);
    expect(clock.get()).toEqual({ slot: 125n, unixTimestamp: 5_010n, told: 120n });
    tell(data(110n, 5_004n));
    await clockwork.advance(60_000);
    expect(clock.get()?.told).toBe(120n);
  });

  test('after a sleep it holds still until the chain speaks, and then is right', async () => {
    const { clockwork, observe, shown, tell } = setup();
    observe();
    tell(data(100n, 5_000n));
    clockwork.sleep(8 * 3_600_000);
    await clockwork.advance(2_000);
    expect(shown).toEqual([[100n, 5_000n]]);
    tell(data(72_100n, 33_800n));
    await clockwork.advance(1_000);
    expect(shown.at(-1)).toEqual([72_102n, 33_801n]);
  });

  test('what is no clock is not shown', () => {
    const { observe, shown, tell } = setup();
    observe();
    tell(new Uint8Array(39));
    tell(data(100n, 5_000n), SYSTEM_PROGRAM);
    expect(shown).toEqual([]);
  });
});
