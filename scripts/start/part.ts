// A part of the stack, as data: a script in a process of its own, which tells by IPC when it is ready and ends with
// whoever started it.
import type { Ready } from '../../localnet/src/starter.ts';

export interface Part {
  /** As sentences call it. */
  readonly name: string;
  /** The script and its arguments; after a death, `before` is what it said when it was ready, so that it comes back where it was. */
  command(before: Ready | null): readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What its death means to whoever uses it, in a sentence. */
  readonly afterDeath: string;
  /** What to do where it can't be brought back, in a sentence. */
  readonly remedy: string;
}

export function row({ rows }: Ready, label: string): string {
  const value = rows.find(([each]) => each === label)?.[1];
  if (value === undefined) throw new Error(`A part is ready without its ${label}.`);
  return value;
}
