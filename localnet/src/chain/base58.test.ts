import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase58, encodeBase58 } from './base58.ts';

it('writes addresses as everybody does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(32), (bytes, zeros) => {
      bytes.fill(0, 0, zeros);
      expect(encodeBase58(bytes)).toBe(new PublicKey(bytes).toBase58());
    }),
  );
});

it('reads back what it wrote, of any length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(decodeBase58(encodeBase58(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

it.each(['0', 'O', 'I', 'l', 'é', ' ', 'abc_'])('does not know %j', (text) => {
  expect(decodeBase58(text)).toBeNull();
});
