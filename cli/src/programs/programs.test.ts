// programs on a cluster: as published, changed by one byte, taken away.
import { address, programDataAddress } from '@percosec/sdk';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ARTIFACTS } from '../artifacts.ts';
import { openTerminal, type Terminal } from '../testing/terminal.ts';

let world: Terminal;
beforeEach(async () => {
  world = await openTerminal();
});
afterEach(() => world.close());

const programs = (...more: string[]) => world.percosec(['programs', '--url', world.rpcUrl, ...more]);
const [{ name, address: id }] = ARTIFACTS;
const program = address(id);

it('knows the four as they were published, and who could change them', async () => {
  const { exit, out, err } = await programs();
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out.match(/as published +yes, byte for byte/g)).toHaveLength(4);
  expect(out).toContain(`can be changed  yes, by ${world.chain.upgradeAuthority}`);
  const told = JSON.parse((await programs('--json')).out);
  expect(told.programs).toHaveLength(4);
  expect(told.programs[0]).toEqual({
    ...{ name, address: id, status: 'deployed', upgradeable: true, asPublished: true },
    authority: world.chain.upgradeAuthority,
  });
});

async function change(edit: (data: Uint8Array) => Uint8Array) {
  const at = await programDataAddress(program);
  const account = world.chain.account(at);
  if (account === null) throw new Error('the program has no data');
  world.setAccount(at, { ...account, data: edit(Uint8Array.from(account.data)) });
}

it('notices one other byte of code', async () => {
  await change((data) => data.with(1_000, (data[1_000] ?? 0) ^ 1));
  const { exit, out, err } = await programs();
  expect(exit).toBe(1);
  expect(out).toContain('NO: other code');
  expect(err).toContain(`Not as published on ${world.rpcUrl}: ${name}.`);
  expect(JSON.parse((await programs('--json')).out).programs[0].asPublished).toBe(false);
});

it('takes room for a larger program for none, and code after the code for another', async () => {
  await change((data) => Uint8Array.from([...data, 0, 0, 0]));
  expect((await programs()).exit).toBe(0);
  await change((data) => data.with(data.length - 1, 1));
  expect((await programs()).exit).toBe(1);
});

it('knows a program that nobody can change any more', async () => {
  await change((data) => data.with(12, 0));
  expect((await programs()).out).toContain('can be changed  no, final');
});

it('says that a program is not there, or is none', async () => {
  world.setAccount(program, null);
  const missing = await programs();
  expect(missing.exit).toBe(1);
  expect(missing.out).toContain('not deployed on this cluster');
  world.put(program, address('11111111111111111111111111111111'), new Uint8Array(3));
  expect((await programs()).out).toContain('an account that is no program');
});
