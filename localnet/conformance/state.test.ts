// A chain that goes on where it stopped, and that is the same again from the same seed.
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Localnet, StateFileRefused, startLocalnet, type Timers } from '../src/index.ts';
import { type Reply, rpc } from './raw.ts';
import { keypair, land, SOL, signed, startWorld, transfer, type World } from './world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'localnet-state-'));
let files = 0;
const newFile = () => path.join(folder, `${++files}.state`);

afterAll(() => rmSync(folder, { recursive: true }));

/** The same of every chain with the same past. */
async function answers(localnet: Localnet, { payer, mint, holders }: World, signature: string): Promise<Reply[]> {
  const payerKey = payer.publicKey.toBase58();
  const commitments = ['processed', 'confirmed', 'finalized'].map((commitment) => ({ commitment }));
  const confirmed = { commitment: 'confirmed' };
  const calls: readonly (readonly [string, ...unknown[]])[] = [
    ['getGenesisHash'],
    ['getTransactionCount'],
    ...commitments.flatMap(
      (at) =>
        [
          ['getSlot', at],
          ['getBlockHeight', at],
          ['getLatestBlockhash', at],
          ['getBalance', payerKey, at],
          ['getTokenSupply', mint.toBase58(), at],
          ['getAccountInfo', 'SysvarC1ock11111111111111111111111111111111', { ...at, encoding: 'base64' }],
        ] as const,
    ),
    ['getEpochInfo'],
    ['getTokenAccountsByOwner', holders[0]?.owner.toBase58(), { mint: mint.toBase58() }, { encoding: 'jsonParsed' }],
    ['getSignatureStatuses', [signature]],
    ['getSignaturesForAddress', payerKey, confirmed],
    ['getTransaction', signature, confirmed],
    ['getBlock', Number(localnet.chain.slot - 1n), confirmed],
    ['getRecentPrioritizationFees'],
  ];
  return Promise.all(calls.map(([method, ...params]) => rpc(localnet, method, ...params)));
}

describe('a state file', () => {
  const file = newFile();
  let before: World;
  let signature: string;
  let told: Reply[];
  let spent: Buffer;

  beforeAll(async () => {
    before = await startWorld({ stateFile: file });
    const { localnet, payer } = before;
    spent = signed(localnet, [payer], [transfer(payer, keypair('spent').publicKey, SOL)]);
    signature = localnet.chain.process(spent).signature;
    localnet.chain.advance();
    land(localnet, [payer], [transfer(payer, keypair('unconfirmed').publicKey, SOL)]);
    told = await answers(localnet, before, signature);
    await localnet.close();
  });

  it('brings everything back', async () => {
    const localnet = await startLocalnet({ rpcPort: 0, paused: true, stateFile: file });
    expect(await answers(localnet, before, signature)).toEqual(told);
    // What was processed stays processed, and the chain goes on: airdrops, confirmations, programs.
    expect(() => localnet.chain.process(spent)).toThrow('already been processed');
    localnet.chain.advance();
    const { result } = await rpc(localnet, 'getBalance', keypair('unconfirmed').publicKey.toBase58(), {
      commitment: 'confirmed',
    });
    expect(BigInt(result.value)).toBe(SOL);
    expect(localnet.chain.airdrop(keypair('new').publicKey.toBase58(), SOL).err).toBeNull();
    await localnet.close();
  });

  it('holds one chain: another seed is refused', async () => {
    const options = { rpcPort: 0, paused: true, stateFile: file };
    await expect(startLocalnet({ ...options, seed: 'another' })).rejects.toThrow(
      /holds a chain of the seed "percosec", not of "another": remove it, or name another/,
    );
  });

  const whole = () => readFileSync(file);
  it.each<[string, () => Buffer, RegExp]>([
    ['is cut off', () => whole().subarray(0, -10), /is damaged \(its checksum is wrong\)/],
    [
      'has one bit wrong',
      () => {
        const bytes = whole();
        bytes[bytes.length - 100] = (bytes.at(-100) as number) ^ 1;
        return bytes;
      },
      /is damaged/,
    ],
    [
      'is of another version',
      () => Buffer.from(whole().toString('latin1').replace('state 1 ', 'state 2 '), 'latin1'),
      /has version 2, and this localnet reads version 1/,
    ],
    ['is something else', () => Buffer.from('{"accounts": []}\n'), /is not the state of a localnet/],
    ['is empty', () => Buffer.alloc(0), /is not the state of a localnet/],
  ])('that %s is refused with a sentence, and left alone', async (_, bytes, words) => {
    const damaged = newFile();
    writeFileSync(damaged, bytes());
    const start = startLocalnet({ rpcPort: 0, stateFile: damaged });
    await expect(start).rejects.toThrow(StateFileRefused);
    await expect(start).rejects.toThrow(words);
    expect(readFileSync(damaged)).toEqual(bytes());
  });

  it('that can’t be written is told at the start', async () => {
    const nowhere = path.join(folder, 'no folder', 'x.state');
    await expect(startLocalnet({ rpcPort: 0, stateFile: nowhere })).rejects.toThrow(/can't be written/);
  });

  it('is written every half minute and on demand, whole each time', async () => {
    const kept = newFile();
    const due: (() => void)[] = [];
    const timers: Timers = {
      now: () => 0,
      after(milliseconds, run) {
        expect(milliseconds).toBe(30_000);
        due.push(run);
        return () => {};
      },
    };
    const localnet = await startLocalnet({ rpcPort: 0, paused: true, stateFile: kept, timers });
    const first = readFileSync(kept);
    localnet.chain.airdrop(keypair('saved').publicKey.toBase58(), SOL);
    expect(readFileSync(kept)).toEqual(first);
    due.shift()?.();
    const second = readFileSync(kept);
    expect(second).not.toEqual(first);
    localnet.chain.advance();
    expect((await rpc(localnet, 'percosec_saveState')).result).toEqual({ slot: Number(localnet.chain.slot) });
    expect(readFileSync(kept)).not.toEqual(second);
    expect(readdirSync(folder).filter((name) => name.endsWith('.writing'))).toEqual([]);
    await localnet.close();
    expect(existsSync(kept)).toBe(true);
  });

  it('has one owner, until that one stops or is no more', async () => {
    const shared = newFile();
    const start = () => startLocalnet({ rpcPort: 0, paused: true, stateFile: shared });
    const owner = await start();
    const link = newFile();
    symlinkSync(shared, link);
    for (const name of [shared, link])
      await expect(startLocalnet({ rpcPort: 0, stateFile: name })).rejects.toThrow(
        /is kept by another localnet, the process \d+/,
      );
    await owner.close();
    // Another's that lives, and another's that was killed before it could clean up.
    writeFileSync(`${shared}.lock`, `${process.ppid}\n`);
    await expect(start()).rejects.toThrow(`the process ${process.ppid} `);
    writeFileSync(`${shared}.lock`, `${2 ** 22 + 1}\n`);
    await (await start()).close();
    expect(existsSync(`${shared}.lock`)).toBe(false);
  });

  it('is written through a link, and never through one that waits where it is prepared', async () => {
    const [real, link, victim] = [newFile(), newFile(), newFile()];
    writeFileSync(victim, 'mine');
    await (await startLocalnet({ rpcPort: 0, paused: true, stateFile: real })).close();
    const before = readFileSync(real);
    symlinkSync(real, link);
    symlinkSync(victim, `${real}.writing`);
    const localnet = await startLocalnet({ rpcPort: 0, paused: true, stateFile: link });
    localnet.chain.advance();
    await localnet.close();
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(real)).not.toEqual(before);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
  });

  it('is asked for in vain where there is none', async () => {
    const localnet = await startLocalnet({ rpcPort: 0, paused: true });
    expect((await rpc(localnet, 'percosec_saveState')).error?.message).toContain('--state FILE');
    await localnet.close();
  });
});

describe('the same seed and the same inputs', () => {
  it('give the same bytes', async () => {
    const states = [];
    for (const file of [newFile(), newFile()]) {
      const world = await startWorld({ stateFile: file });
      await world.localnet.close();
      states.push(readFileSync(file));
    }
    expect(states[0]).toEqual(states[1]);
  });

  it('give other hashes and keys than another seed', async () => {
    const [one, other] = [
      await startLocalnet({ rpcPort: 0, paused: true }),
      await startLocalnet({ rpcPort: 0, paused: true, seed: 'other' }),
    ];
    expect(one.chain.latestBlockhash()).not.toBe(other.chain.latestBlockhash());
    expect(one.chain.calendar.genesisHash).not.toBe(other.chain.calendar.genesisHash);
    expect(one.chain.upgradeAuthority).not.toBe(other.chain.upgradeAuthority);
    await Promise.all([one.close(), other.close()]);
  });
});
