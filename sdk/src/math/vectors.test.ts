// Every case of every file of vectors, by the names and the fields that they are written in.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as math from '../exports/math.ts';

interface Case {
  readonly fn: string;
  readonly in: Readonly<Record<string, string | readonly string[]>>;
  readonly out: Readonly<Record<string, string | boolean>>;
}
type Fields = Readonly<Record<string, bigint | readonly bigint[]>>;

const folder = path.resolve(import.meta.dirname, '../../../tests/vectors');
const files = readdirSync(folder).map((name) => ({
  name,
  cases: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as readonly Case[],
}));

const bigints = (value: string | readonly string[]) =>
  typeof value === 'string' ? BigInt(value) : value.map((item) => BigInt(item));

/** What the function answers, in the vectors' own notation, and which of the fields it never looked at. */
function answer({ fn, in: input }: Case) {
  const formula = (math as unknown as Record<string, (fields: Fields) => Readonly<Record<string, unknown>>>)[fn];
  if (formula === undefined) throw new Error(`there is no function ${fn}`);
  const unread = new Set(Object.keys(input));
  const fields = new Proxy(Object.fromEntries(Object.entries(input).map(([name, value]) => [name, bigints(value)])), {
    get(target, name: string) {
      unread.delete(name);
      return target[name];
    },
  });
  const out = Object.entries(formula(fields)).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? value.toString() : value,
  ]);
  return { out: Object.fromEntries(out) as unknown, unread: [...unread] };
}

describe.each(files)('$name', ({ cases }) => {
  const functions = [...new Set(cases.map(({ fn }) => fn))];

  it('has cases', () => expect(cases.length).toBeGreaterThan(0));

  it.each(functions)('%s answers each case exactly, and reads all it is given', (fn) => {
    for (const vector of cases.filter((candidate) => candidate.fn === fn)) {
      expect(answer(vector)).toEqual({ out: vector.out, unread: [] });
    }
  });
});

it('fails where a vector has no function', () => {
  expect(() => answer({ fn: 'nothing', in: {}, out: {} })).toThrow('nothing');
});
