// Time that stands still until it is moved. Only what lasts no longer than a blink happens by itself: the moments in which
// reads are gathered, and an RPC answers.
import type { Clockwork, SocketLike } from '../../sdk/src/live/clockwork.ts';

const BLINK = 20;
const SECOND = 1_000;
/** Longer moves are slept through, but for their last second. */
const WALKED = 60 * SECOND;
/** In so many steps at most a move is made: the chain tells its clock at the end of each. */
const STEPS = 10;
/** So many turns in which nothing happened: nothing will. */
const QUIET_TURNS = 4;

// As they are before anybody fakes them.
const { setTimeout: realTimeout, clearTimeout: stopTimeout } = globalThis;

export interface ScriptedTime extends Clockwork {
  /** Milliseconds since the script began. */
  elapsed(): number;
  /** Runs in a moment, whether time moves or not. */
  soon(run: () => void): void;
  /** Something happened that others may answer to. */
  happened(): void;
  /** Until nothing happens any more. */
  settle(): Promise<void>;
  /** Moves time, and runs what falls due on the way, in order. */
  advance(milliseconds: number): Promise<void>;
  /** The machine sleeps: time moves, and nothing runs. */
  sleep(milliseconds: number): void;
  /** The machine's clock is set, and no time passes. */
  skew(milliseconds: number): void;
  look(visible: boolean): void;
  /** How many timers wait for time to move. */
  pending(): number;
}

/** `tick`: the chain tells what time it is. */
export function scriptedTime(start: number, openSocket: (url: string) => SocketLike, tick: () => void): ScriptedTime {
  let now = 0;
  let skewed = 0;
  let activity = 0;
  let blinking = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const listeners = new Set<(visible: boolean) => void>();

  function blink(milliseconds: number, run: () => void): () => void {
    blinking += 1;
    let over = false;
    const end = () => {
      if (over) return false;
      over = true;
      blinking -= 1;
      activity += 1;
      return true;
    };
    const timer = realTimeout(() => end() && run(), milliseconds);
    return () => {
      stopTimeout(timer);
      end();
    };
  }

  const turn = () => new Promise<void>((resolve) => realTimeout(resolve));

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      const before = activity;
      await turn();
      quiet = before === activity && blinking === 0 ? quiet + 1 : 0;
    }
  }

  /** Runs what falls due up to then. */
  async function runUntil(end: number): Promise<void> {
    for (;;) {
      const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      timers.delete(next);
      now = Math.max(now, next.at);
      activity += 1;
      next.run();
      await settle();
    }
  }

  /** Whoever looks at the clock at the very end finds it right. */
  async function step(end: number): Promise<void> {
    await runUntil(end - 1);
    now = end;
    tick();
    await settle();
    await runUntil(end);
  }

  return {
    now: () => start + now + skewed,
    random: () => 1,
    after(milliseconds, run) {
      if (milliseconds <= BLINK) return blink(milliseconds, run);
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    openSocket,
    onVisibility(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    elapsed: () => now,
    soon: (run) => void blink(0, run),
    happened() {
      activity += 1;
    },
    settle,
    async advance(milliseconds) {
      await settle();
      const end = now + milliseconds;
      if (milliseconds > WALKED) {
        now = end - SECOND;
        await step(now);
      }
      const each = SECOND * Math.ceil((end - now) / SECOND / STEPS);
      while (now < end) await step(Math.min(now + each, end));
    },
    sleep(milliseconds) {
      now += milliseconds;
    },
    skew(milliseconds) {
      skewed += milliseconds;
    },
    look(visible) {
      for (const listener of listeners) listener(visible);
    },
    pending: () => timers.size,
  };
}
