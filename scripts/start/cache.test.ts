import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeCache } from './cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'percosec-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('gives each of two that run at once a folder of its own', () => {
  expect(takeCache(folder).folder).not.toBe(takeCache(folder).folder);
});

it('gives the next what the last has left', () => {
  const first = takeCache(folder);
  expect(first.isNew).toBe(true);
  mkdirSync(first.folder);
  first.giveBack();
  const second = takeCache(folder);
  expect(second).toMatchObject({ folder: first.folder, isNew: false });
  second.giveBack();
  expect(readdirSync(folder)).toEqual([path.basename(first.folder)]);
});

it('takes the folder of one that was killed', () => {
  const first = takeCache(folder);
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(`${first.folder}.lock`, `${pid}\n`);
  expect(takeCache(folder).folder).toBe(first.folder);
});

it('takes one for this time only where nothing can be written', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const [first, second] = [takeCache(path.join(file, 'cache')), takeCache(path.join(file, 'cache'))];
  expect(first.folder).not.toBe(second.folder);
  expect([first.isNew, existsSync(first.folder)]).toEqual([true, true]);
  for (const { giveBack } of [first, second]) giveBack();
  expect(existsSync(first.folder)).toBe(false);
});
