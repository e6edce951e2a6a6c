import { Keypair } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { readKeypair } from './keypair.ts';
import type { Terminal } from './terminal.ts';

const keypair = Keypair.fromSeed(new Uint8Array(32).fill(1));
const secret = [...keypair.secretKey];

const terminalOf = (files: Record<string, string>): Terminal => ({
  env: { HOME: '/home' },
  colors: false,
  out() {},
  err() {},
  confirm: async () => null,
  read(file) {
    if (file === '/folder') throw new Error('EISDIR: illegal operation on a directory');
    return files[file] ?? null;
  },
});

describe('a key', () => {
  it('is read from the file that is given, else from where Solana’s CLI has it', async () => {
    const text = JSON.stringify(secret);
    const config = { '/home/.config/solana/cli/config.yml': 'keypair_path: /mine.json' };
    for (const [given, files] of [
      ['/k.json', { '/k.json': text }],
      [undefined, { '/home/.config/solana/id.json': text }],
      [undefined, { ...config, '/mine.json': text }],
    ] as const) {
      expect((await readKeypair(terminalOf(files), given)).publicKey).toEqual(keypair.publicKey);
    }
  });

  it.each([
    ['no JSON', 'secret words'],
    ['no list', '{"key": 1}'],
    ['too short', JSON.stringify(secret.slice(1))],
    ['no bytes', JSON.stringify([...secret.slice(1), 256])],
    ['fractions', JSON.stringify([...secret.slice(1), 0.5])],
    ['two halves of different keys', JSON.stringify([...secret.slice(0, 32), ...new Uint8Array(32).fill(7)])],
  ])('is refused without a word of what it says: %s', async (_, text) => {
    const refused = readKeypair(terminalOf({ '/k.json': text }), '/k.json');
    await expect(refused).rejects.toThrow(
      '/k.json is not a key: a key is a JSON list of 64 bytes whose halves belong together.',
    );
    await expect(refused).rejects.not.toHaveProperty('cause');
  });

  it('that is not there, or can’t be read, is told by its file', async () => {
    await expect(readKeypair(terminalOf({}), '/k.json')).rejects.toThrow('There is no key file /k.json.');
    await expect(readKeypair(terminalOf({}), '/folder')).rejects.toThrow('/folder cannot be read: EISDIR');
  });
});
