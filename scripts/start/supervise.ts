// Keeps one part running: names its death, starts it again, and gives up where that doesn't help.
import type { Ready } from '../../localnet/src/starter.ts';
import type { Part } from './part.ts';
import { type End, type Run, run } from './run.ts';

export interface Manners {
  say(line: string): void;
  /** How long to wait before each new start, in ms; as many starts as there are figures within `within`. */
  readonly waits: readonly number[];
  readonly within: number;
  /** How long a part may take to end, in ms. */
  readonly patience: number;
  /** How often to say that a part isn't ready yet, in ms. */
  readonly patter: number;
}

export const MANNERS: Omit<Manners, 'say'> = {
  waits: [500, 1_000, 2_000],
  within: 60_000,
  patience: 5_000,
  patter: 10_000,
};

export interface Supervised {
  /** What it says when it is ready for the first time. `RefusedToStart` where it ends before that. */
  readonly ready: Promise<Ready>;
  /** It has ended and doesn't come back: it was stopped, it refused to start, or it died too often. */
  readonly gone: Promise<void>;
  stop(): void;
  kill(): void;
}

/** A part ended before it was ever ready; the message is its own words. */
export class RefusedToStart extends Error {
  readonly code: number;
  constructor(name: string, { code, how, errors }: End) {
    // One line is a sentence for whoever asked; more of them are a trace for whoever mends it.
    super(errors.length === 1 ? errors[0] : [`${name} ended before it was ready (${how}).`, ...errors].join('\n'));
    this.code = code || 1;
  }
}

/** What went wrong, of all that was written: the error that a trace is about, else the last line. */
export function lastWords(errors: readonly string[]): string {
  const lines = errors.filter((line) => line.trim() !== '' && !/^(\s+at |Node\.js v\d)/.test(line));
  return (lines.findLast((line) => /^(Uncaught )?\w*Error\b/.test(line)) ?? lines.at(-1) ?? '').trim();
}

export function supervise(part: Part, manners: Manners): Supervised {
  const { say, waits, within, patience, patter } = manners;
  const { name } = part;
  let current: Run;
  let stopping = false;
  let stopWaiting = () => {};

  function begin(before: Ready | null): Run {
    // Before the status block stands, what it says is the stack's own progress; errors wait until it is known whether they end it.
    let isReady = false;
    const held: string[] = [];
    const told = (text: string) => say(`${name}: ${text}`);
    const begun = run(part.command(before), part.env ?? {}, {
      line: (text) => (before === null && !isReady ? say(text) : told(text)),
      error: (text) => (before === null && !isReady ? held.push(text) : told(text)),
    });
    const started = performance.now();
    const pattering = setInterval(
      () => say(`${name} is still starting, for ${Math.round((performance.now() - started) / 1000)} s now …`),
      patter,
    );
    begun.ready.then((ready) => {
      clearInterval(pattering);
      isReady = ready !== null;
      if (isReady) held.forEach(told);
    });
    return begun;
  }

  current = begin(null);
  const first = current;
  const ready = first.ready.then(async (said) => {
    if (said === null) throw new RefusedToStart(name, await first.ended);
    return said;
  });

  /** False where somebody stops it meanwhile. */
  async function pause(milliseconds: number): Promise<boolean> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      stopWaiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    return !stopping;
  }

  async function keep(said: Ready): Promise<void> {
    let deaths: readonly number[] = [];
    for (;;) {
      const { how, errors } = await current.ended;
      if (stopping) return;
      const words = lastWords(errors);
      const now = performance.now();
      deaths = [...deaths.filter((death) => death > now - within), now];
      const wait = waits[deaths.length - 1];
      const died = `${name} died (${how})${words === '' ? '.' : `: ${words}`}`;
      if (wait === undefined) {
        say(`${died}\n${name} has died ${deaths.length} times in a minute and is not started again. ${part.remedy}`);
        return;
      }
      say(`${died}\n${name} is started again (${deaths.length} of ${waits.length}). ${part.afterDeath}`);
      if (!(await pause(wait))) return;
      current = begin(said);
      if ((await current.ready) !== null)
        say(`${name} runs again, ${((performance.now() - now) / 1000).toFixed(1)} s after it died.`);
    }
  }

  const gone = ready.then(keep, () => {});
  return {
    ready,
    gone,
    stop() {
      stopping = true;
      stopWaiting();
      current.stop(patience);
    },
    kill: () => current.kill(),
  };
}
