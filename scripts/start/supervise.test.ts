import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { isAlive } from '../../localnet/src/is-alive.ts';
import type { Part } from './part.ts';
import { lastWords, MANNERS, type Manners, RefusedToStart, type Supervised, supervise } from './supervise.ts';

const begun: Supervised[] = [];
const said: string[] = [];
let hearing: { readonly words: string; readonly heard: () => void }[] = [];

function say(line: string): void {
  said.push(line);
  hearing = hearing.filter(({ words, heard }) => {
    if (!line.includes(words)) return true;
    heard();
    return false;
  });
}

/** Resolves once such a line is said. */
const heard = (words: string) =>
  said.some((line) => line.includes(words))
    ? Promise.resolve()
    : new Promise<void>((resolve) => hearing.push({ words, heard: resolve }));

afterEach(async () => {
  for (const one of begun) one.kill();
  for (const one of begun) one.stop();
  await Promise.all(begun.splice(0).map(({ gone }) => gone));
  said.length = 0;
  hearing = [];
});

/** A part that runs `code`; the rest of its command line is what it said when it was ready before. */
function begin(code: string, manners: Partial<Manners> = {}): Supervised {
  const part: Part = {
    name: 'The part',
    command: (before) => ['--eval', code, ...(before?.rows.map(([, value]) => value) ?? [])],
    env: { GREETING: 'hello' },
    afterDeath: 'Its memory is lost.',
    remedy: 'Begin anew.',
  };
  const supervised = supervise(part, { ...MANNERS, waits: [0, 0, 0], say, ...manners });
  begun.push(supervised);
  return supervised;
}

const STAYS = 'setInterval(() => {}, 1_000);';
const READY = `process.send({ ready: { rows: [['Pid', String(process.pid)]], text: process.env.GREETING } });`;

const pidOf = async ({ ready }: Supervised) => Number((await ready).rows[0]?.[1]);

it('is ready when it says so, and ends when it is asked', async () => {
  const part = begin(`console.log('Getting up …'); ${READY} ${STAYS}`);
  const pid = await pidOf(part);
  expect((await part.ready).text).toBe('hello');
  await heard('Getting up …');
  expect(isAlive(pid)).toBe(true);
  part.stop();
  await part.gone;
  expect(isAlive(pid)).toBe(false);
  expect(said).toEqual(['Getting up …']);
});

it('passes on a refusal as the sentence that it is', async () => {
  const part = begin(`console.error('Port 1 is taken.'); process.exitCode = 2;`);
  const refusal = await part.ready.catch((error) => error);
  expect(refusal).toBeInstanceOf(RefusedToStart);
  expect(refusal).toMatchObject({ message: 'Port 1 is taken.', code: 2 });
  await part.gone;
  expect(said).toEqual([]);
});

it('names a part that breaks before it is ready', async () => {
  const part = begin(`throw new TypeError('nothing works')`);
  await expect(part.ready).rejects.toThrow(
    /^The part ended before it was ready \(exit code 1\)\.\n(.*\n)*.*nothing works/,
  );
});

it('counts a quiet end before it was ready as a failure', async () => {
  await expect(begin('').ready).rejects.toMatchObject({ code: 1 });
});

it('names a death with its last words, and starts the part where it was', async () => {
  // The first says its number and breaks, the second gets that number.
  const part = begin(
    `${READY} if (process.argv[1]) ${STAYS} else setTimeout(() => { throw new RangeError('too far') });`,
  );
  const first = await pidOf(part);
  await heard('runs again');
  expect(isAlive(first)).toBe(false);
  const death = said.findIndex((line) => line.includes('died'));
  expect(said[death]).toBe(
    'The part died (exit code 1): RangeError: too far\nThe part is started again (1 of 3). Its memory is lost.',
  );
  expect(said.at(-1)).toMatch(/^The part runs again, \d+\.\d s after it died\.$/);
});

it('names the signal that killed it', async () => {
  const part = begin(`${READY} ${STAYS}`);
  process.kill(await pidOf(part), 'SIGKILL');
  await heard('The part died (SIGKILL).');
  await heard('runs again');
});

it('gives up after too many deaths, and says what to do', async () => {
  const part = begin(`${READY} process.exitCode = 7; process.disconnect();`);
  await part.ready;
  await part.gone;
  expect(said.filter((line) => line.includes('is started again ('))).toHaveLength(3);
  expect(said.at(-1)).toBe(
    'The part died (exit code 7).\nThe part has died 4 times in a minute and is not started again. Begin anew.',
  );
});

it('forgets deaths of long ago', async () => {
  const part = begin(`${READY} process.disconnect();`, { within: 0, waits: [0] });
  await part.ready;
  for (let deaths = 0; deaths < 4; deaths++) {
    await heard('started again (1 of 1)');
    said.length = 0;
  }
  part.stop();
  await part.gone;
  expect(said.some((line) => line.includes('not started again'))).toBe(false);
});

it('is killed where it does not listen', async () => {
  const part = begin(`process.on('SIGTERM', () => console.log('No.')); ${READY} ${STAYS}`, { patience: 300 });
  const pid = await pidOf(part);
  part.stop();
  await part.gone;
  expect(isAlive(pid)).toBe(false);
  expect(said).toEqual(['The part: No.']);
});

it('can be stopped before it is ready', async () => {
  const part = begin(`console.log('Up.'); ${STAYS}`);
  await heard('Up.');
  part.stop();
  await part.gone;
  await expect(part.ready).rejects.toThrow('SIGTERM');
});

it('can be stopped while it waits for its next start', async () => {
  const part = begin(`${READY} process.disconnect();`, { waits: [1e9] });
  await heard('started again');
  part.stop();
  await part.gone;
});

it('takes along what it has started itself', async () => {
  const part = begin(`
    const child = require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(STAYS)}], { stdio: 'inherit' });
    process.send({ ready: { rows: [['Pid', String(child.pid)]] } });
    ${STAYS}
  `);
  await part.ready;
  part.stop();
  // Its output ends once nobody holds it any more.
  await part.gone;
});

it('says what takes long', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'percosec-start-'));
  const flag = path.join(folder, 'patience');
  try {
    const part = begin(
      `const wait = setInterval(() => { if (require('node:fs').existsSync(${JSON.stringify(flag)})) { clearInterval(wait); ${READY} } }, 5); ${STAYS}`,
      { patter: 20 },
    );
    await heard('The part is still starting, for 0 s now …');
    writeFileSync(flag, '');
    await part.ready;
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('keeps errors back until it is known whether they end it, then names who wrote them', async () => {
  const part = begin(`console.error('A word.'); console.error('Another.'); ${READY} ${STAYS}`);
  await part.ready;
  await heard('Another.');
  expect(said).toEqual(['The part: A word.', 'The part: Another.']);
});

it.each([
  [['file:///a.ts:3', 'x y', '  ^', '', 'SyntaxError: no', '    at a (b)', '', 'Node.js v22.23.3'], 'SyntaxError: no'],
  [['A sentence.'], 'A sentence.'],
  [['Uncaught Error: a', '  b'], 'Uncaught Error: a'],
  [[], ''],
])('finds the last words of %j', (errors, words) => {
  expect(lastWords(errors)).toBe(words);
});
