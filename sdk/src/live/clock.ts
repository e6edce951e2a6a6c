import { readAccount } from '../accounts/account.ts';
import { clockLayout } from '../accounts/clock.ts';
import { CLOCK_SYSVAR } from '../addresses.ts';
import type { AccountSnapshot, ChangeListener } from './accounts.ts';
import type { Clockwork } from './clockwork.ts';
import { createObservable, type Observable } from './observable.ts';

export interface ChainClock {
  readonly slot: bigint;
  /** Seconds. */
  readonly unixTimestamp: bigint;
  /** The newest slot that the chain itself has named: `slot` runs on between its words. What depends on an epoch asks this. */
  readonly told: bigint;
}

const TICK = 1_000;
const SLOT_MS = 400;
/** For so long the clock runs on without a word of the chain; then it holds still, as after a sleep. */
const TRUSTED = 60_000;

export interface RunningClock extends Observable<ChainClock | null> {
  close(): void;
}

function clockOf({ address, value }: AccountSnapshot): Omit<ChainClock, 'told'> | null {
  try {
    return value && readAccount(clockLayout, value.data, { address, owner: value.owner });
  } catch {
    // What can't be read is not known.
    return null;
  }
}

const max = (one: bigint, other = one) => (one > other ? one : other);

/** The chain's clock, told at most once a second, and only while somebody looks at it. */
export function createClock(
  watch: (addresses: readonly AccountSnapshot['address'][], listener: ChangeListener) => () => void,
  clockwork: Clockwork,
): RunningClock {
  let sample: { clock: Omit<ChainClock, 'told'>; at: number } | undefined;
  let stopTick = () => {};
  let stopWatching = () => {};

  const observable = createObservable<ChainClock | null>(null, (observed) => {
    if (!observed) {
      stop();
      return;
    }
    stopTick = clockwork.after(TICK, tick);
    stopWatching = watch([CLOCK_SYSVAR], ([changed]) => {
      const clock = changed && clockOf(changed);
      if (!clock) return;
      sample = { clock, at: changed.receivedAt };
      if (observable.get() === null) show();
    });
  });

  function stop(): void {
    stopTick();
    stopWatching();
    sample = undefined;
    observable.set(null);
  }

  function tick(): void {
    stopTick = clockwork.after(TICK, tick);
    show();
  }

  function show(): void {
    if (!sample) return;
    const { clock, at } = sample;
    const elapsed = Math.max(0, clockwork.now() - at);
    const trusted = elapsed <= TRUSTED ? elapsed : 0;
    const now = {
      slot: clock.slot + BigInt(Math.floor(trusted / SLOT_MS)),
      unixTimestamp: clock.unixTimestamp + BigInt(Math.floor(trusted / 1_000)),
      told: clock.slot,
    };
    const shown = observable.get();
    if (shown && now.slot <= shown.slot && now.told <= shown.told) return;
    observable.set({
      slot: max(now.slot, shown?.slot),
      unixTimestamp: max(now.unixTimestamp, shown?.unixTimestamp),
      told: max(now.told, shown?.told),
    });
  }

  return { get: observable.get, subscribe: observable.subscribe, close: stop };
}
