// One thing at a time: what reads the chain, waits and then writes to it must not find that another did so meanwhile.
import { Failure } from './failure.ts';

export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** Runs the work once all that was taken before it is done. */
  take<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(() => {
      if (this.#closed) throw new Failure('The chain is being stopped.');
      return work();
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Nobody's turn comes any more; resolves when the one who has it is done. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }
}
