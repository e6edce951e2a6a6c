// percosec as `npx` runs it: packed, beside the packed SDK and the dependencies it names, and nothing else.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { startLocalnet } from '@percosec/localnet';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Host, host } from './host.ts';

const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../cli/package.json'), 'utf8'));
const PROGRAMS = ['insolvency handler', 'insurance pool', 'premium manager', 'risk engine'];

let localnet: Awaited<ReturnType<typeof startLocalnet>>;
let installed: Host;
beforeAll(async () => {
  const { sdk, cli } = inject('tarballs');
  const { '@percosec/sdk': packed, ...others } = manifest.dependencies;
  expect(packed).toBeDefined();
  [localnet, installed] = await Promise.all([
    startLocalnet({ rpcPort: 0, paused: true }),
    host([sdk, cli], Object.keys(others)),
  ]);
});
afterAll(async () => {
  installed?.remove();
  await localnet?.close();
});

const percosec = (...args: string[]) => installed.run('npx', ['--offline', 'percosec', ...args]);

it('checks the programs of a chain', async () => {
  const { programs } = JSON.parse(await percosec('programs', '--url', localnet.rpcUrl, '--json'));
  expect(programs.map(({ name }: { name: string }) => name)).toEqual(PROGRAMS);
  expect(await percosec('programs', '--url', localnet.rpcUrl)).toContain('yes, byte for byte');
});

it('explains a command, and says which version it is', async () => {
  expect(await percosec('--version')).toBe(`${manifest.version}\n`);
  expect(await percosec('create-market', '--help')).toContain('--min-reserve-bps');
});

it('says what is wrong in words, and fails', async () => {
  const elsewhere = percosec('inspect', 'SysvarC1ock11111111111111111111111111111111', '--url', localnet.rpcUrl);
  await expect(elsewhere).rejects.toMatchObject({ cause: { code: 1 } });
  await expect(percosec('create-markets')).rejects.toMatchObject({ cause: { code: 2 } });
  await expect(percosec('create-markets')).rejects.toThrow('There is no command create-markets');
});

it('goes on when its reader has seen enough', async () => {
  const command = path.join(installed.of('percosec'), 'bin/percosec.js');
  const child = spawn(process.execPath, [command, 'programs', '--url', localnet.rpcUrl]);
  child.stdout.destroy();
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect({ said, code }).toEqual({ said: '', code: 0 });
});
