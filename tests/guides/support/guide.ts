// Runs the code of the published guides: the blocks of published.txt, as they stand there, one after another in one scope,
// as a reader pastes them into one file.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

/** A place where the published code cannot run as it stands. */
export interface Departure {
  readonly printed: string;
  readonly runs: string;
  readonly why: string;
  /** What the code meets where it is run as printed. */
  readonly otherwise: RegExp;
}

const page = readFileSync(path.join(import.meta.dirname, '../published.txt'), 'utf8');

/** The code under a heading of published.txt. */
export function published(heading: string): string {
  const [, section] = page.split(`### ${heading}\n`);
  const [, code] = section?.split(/^#/m)[0]?.match(/```ts\n(.*?)```/s) ?? [];
  if (code === undefined) throw new Error(`published.txt has no code under "${heading}"`);
  return code;
}

export function depart(code: string, departures: readonly Departure[]): string {
  return departures.reduce((text, { printed, runs }) => {
    const places = text.split(printed).length - 1;
    if (places !== 1) throw new Error(`the guide says "${printed}" ${places} times, so a departure from it is unclear`);
    return text.replace(printed, () => runs);
  }, code);
}

/** An `import` cannot stand in a function, so it becomes the same import by call. */
const importsByCall = (code: string) =>
  code.replace(/^import (?:\* as )?(.+) from ("[^"]+");$/gm, 'const $1 = await load($2);');

/**
 * What the code declares at its top, by name. `scope` holds what the guide takes for given: names it uses and neither
 * declares nor imports.
 */
export async function run(
  code: string,
  scope: Readonly<Record<string, unknown>>,
  wanted: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const body = stripTypeScriptTypes(`(async () => {\n${importsByCall(code)}\nreturn { ${wanted.join(', ')} };\n})()`);
  const given = { ...scope, load: (name: string) => import(/* @vite-ignore */ name) };
  return new Function(...Object.keys(given), `return ${body}`)(...Object.values(given));
}
