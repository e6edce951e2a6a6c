// Whatever becomes of who holds the leash, nothing is left of what is on it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

const LEASH = path.join(import.meta.dirname, 'leash.mjs');
/** A group of several, of which the first says which group it is. */
const SEVERAL = ['sh', '-c', 'echo $$; sleep 1000 | sleep 1000'];

const isThere = (group: number) => {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
};

const groupOf = async (output: NodeJS.ReadableStream) => Number(String((await once(output, 'data'))[0]));

test('who lets go ends it, and is told that it ended well', async () => {
  const leash = spawn(process.execPath, [LEASH, ...SEVERAL], { stdio: ['pipe', 'pipe', 'inherit'] });
  const group = await groupOf(leash.stdout);
  expect(isThere(group)).toBe(true);
  leash.stdin.end();
  expect((await once(leash, 'exit'))[0]).toBe(0);
  expect(isThere(group)).toBe(false);
});

test('who is killed lets go, too', async () => {
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { spawn } from 'node:child_process';
       const command = ${JSON.stringify([LEASH, ...SEVERAL])};
       spawn(process.execPath, command, { detached: true, stdio: ['pipe', 'inherit', 'inherit'] });`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const group = await groupOf(holder.stdout);
  expect(isThere(group)).toBe(true);
  holder.kill('SIGKILL');
  await expect.poll(() => isThere(group)).toBe(false);
});

test('what ends by itself leaves nobody behind, and its exit code is the leash’s', async () => {
  const leash = spawn(process.execPath, [LEASH, 'sh', '-c', 'sleep 1000 & echo $$; exit 3'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const group = await groupOf(leash.stdout);
  expect((await once(leash, 'exit'))[0]).toBe(3);
  await expect.poll(() => isThere(group)).toBe(false);
});
