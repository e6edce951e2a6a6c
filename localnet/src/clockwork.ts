// Time from outside: what tells a chain that its slots pass. Tests hand in their own.
import type { Chain } from './chain/chain.ts';

export interface Timers {
  now(): number;
  /** Calls back after so many milliseconds, once; returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** No timer waits for longer than a few weeks; an hour is long enough to stand still. */
export const MOST_SLOT_MILLISECONDS = 3_600_000;
/** After a longer silence (a laptop that slept) the chain goes on where it was, not where it would be. */
const MOST_SLOTS_BEHIND = 25;

export class Clockwork {
  readonly #chain: Chain;
  readonly #timers: Timers;
  #slotMilliseconds: number;
  #running = false;
  #due = 0;
  #cancel: () => void = () => {};

  constructor(chain: Chain, slotMilliseconds: number, timers: Timers = realTimers) {
    this.#chain = chain;
    this.#timers = timers;
    this.#slotMilliseconds = slotMilliseconds;
  }

  get running(): boolean {
    return this.#running;
  }

  get slotMilliseconds(): number {
    return this.#slotMilliseconds;
  }

  setSlotMilliseconds(milliseconds: number): void {
    this.#slotMilliseconds = milliseconds;
    if (!this.#running) return;
    this.pause();
    this.resume();
  }

  resume(): void {
    if (this.#running) return;
    this.#running = true;
    this.#due = this.#timers.now() + this.#slotMilliseconds;
    this.#wait();
  }

  pause(): void {
    this.#running = false;
    this.#cancel();
  }

  #wait(): void {
    this.#cancel = this.#timers.after(Math.max(0, this.#due - this.#timers.now()), () => {
      const now = this.#timers.now();
      const behind = 1 + Math.floor((now - this.#due) / this.#slotMilliseconds);
      const slots = behind > MOST_SLOTS_BEHIND ? 1 : Math.max(1, behind);
      for (let slot = 0; slot < slots; slot++) this.#chain.advance();
      this.#due =
        behind > MOST_SLOTS_BEHIND ? now + this.#slotMilliseconds : this.#due + slots * this.#slotMilliseconds;
      if (this.#running) this.#wait();
    });
  }
}
