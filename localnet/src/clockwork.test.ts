import { expect, it } from 'vitest';
import { Chain } from './chain/chain.ts';
import { Clockwork, type Timers } from './clockwork.ts';

/** Time that passes when told to. */
function fakeTime() {
  let now = 0;
  let waiting: { at: number; run: () => void } | null = null;
  const timers: Timers = {
    now: () => now,
    after(milliseconds, run) {
      const own = { at: now + milliseconds, run };
      waiting = own;
      return () => {
        if (waiting === own) waiting = null;
      };
    },
  };
  return {
    timers,
    isWaiting: () => waiting !== null,
    pass(milliseconds: number) {
      const end = now + milliseconds;
      for (let next = waiting; next !== null && next.at <= end; next = waiting) {
        now = next.at;
        waiting = null;
        next.run();
      }
      now = end;
    },
    /** The machine sleeps, or is busy: whatever was due runs late. */
    sleep(milliseconds: number) {
      now += milliseconds;
      const late = waiting;
      waiting = null;
      late?.run();
    },
  };
}

function started(slotMilliseconds: number) {
  const chain = new Chain();
  const time = fakeTime();
  const clockwork = new Clockwork(chain, slotMilliseconds, time.timers);
  const first = chain.slot;
  clockwork.resume();
  return { chain, clockwork, time, passed: () => Number(chain.slot - first) };
}

it('ends a slot every so many milliseconds, without drifting', () => {
  const { time, passed, chain } = started(400);
  const before = chain.unixTimestamp;
  time.pass(399);
  expect(passed()).toBe(0);
  time.pass(1);
  expect(passed()).toBe(1);
  time.pass(60_000 - 400);
  expect(passed()).toBe(150);
  expect(chain.unixTimestamp).toBe(before + 60n);
  time.sleep(1_000);
  expect(passed()).toBe(152);
  time.pass(200);
  expect(passed()).toBe(153);
});

it('goes on where it was after a long sleep', () => {
  const { time, passed } = started(400);
  time.sleep(3_600_000);
  expect(passed()).toBe(1);
  time.pass(400);
  expect(passed()).toBe(2);
});

it('pauses, resumes and changes its pace', () => {
  const { time, passed, clockwork } = started(400);
  clockwork.pause();
  expect([clockwork.running, time.isWaiting()]).toEqual([false, false]);
  time.pass(10_000);
  expect(passed()).toBe(0);
  clockwork.setSlotMilliseconds(10);
  expect(time.isWaiting()).toBe(false);
  clockwork.resume();
  clockwork.resume();
  time.pass(100);
  expect(passed()).toBe(10);
  clockwork.setSlotMilliseconds(1_000);
  time.pass(999);
  expect(passed()).toBe(10);
  time.pass(1);
  expect(passed()).toBe(11);
});
