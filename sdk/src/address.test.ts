import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { address, addressAt, addressBytes, addressFromBytes } from './address.ts';
import { decodeBase58, encodeBase58 } from './base58.ts';

/** Leading zeros and ones are where base58 goes wrong. */
const key = fc
  .tuple(fc.nat(32), fc.uint8Array({ minLength: 32, maxLength: 32 }))
  .map(([zeros, bytes]) => bytes.fill(0, 0, zeros));

describe('an address', () => {
  test('is written and read as web3.js does', () => {
    fc.assert(
      fc.property(key, (bytes) => {
        const text = new PublicKey(bytes).toBase58();
        expect(addressFromBytes(bytes)).toBe(text);
        expect(addressBytes(text)).toEqual(bytes);
        expect(address(new PublicKey(bytes))).toBe(text);
      }),
    );
  });

  test('is found again in a view, whatever stood in its slot before', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1 }), fc.nat(7), (keys, offset) => {
        const view = new DataView(new ArrayBuffer(offset + 32));
        // Twice, and in both orders: the first and the last word choose the slot, so some of them meet in one.
        for (const bytes of [
          ...keys,
          ...keys.toReversed(),
          ...keys.map((one) => one.map((byte, at) => byte ^ (at === 9 ? 1 : 0))),
        ]) {
          new Uint8Array(view.buffer).set(bytes, offset);
          expect(addressAt(view, offset)).toBe(new PublicKey(bytes).toBase58());
        }
      }),
    );
  });

  test('that is none is refused by name', () => {
    const real = new PublicKey(Uint8Array.from({ length: 32 }, (_, index) => index + 200)).toBase58();
    const wrong = [
      '',
      'foo',
      real.slice(0, 40),
      `${real}1`,
      `1${real}`,
      ` ${real}`,
      real.replace(/.$/, '0'),
      real.replace(/.$/, 'l'),
      'z'.repeat(44),
      '1'.repeat(31),
      '1'.repeat(33),
      'z'.repeat(1_000_000),
      undefined,
      null,
      5,
      {},
      { toBase58: () => 7 },
    ];
    for (const value of wrong) {
      expect(() => address(value as string), String(value).slice(0, 50)).toThrowError(
        expect.objectContaining({
          code: 'InvalidAddress',
          message: expect.stringContaining('pass 32 bytes in base58'),
        }),
      );
    }
    expect(() => addressFromBytes(new Uint8Array(31))).toThrowError(
      expect.objectContaining({ code: 'InvalidAddress' }),
    );
  });
});

test('base58 of any length comes back, and only as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const text = encodeBase58(bytes);
      expect(decodeBase58(text, bytes.length)).toEqual(bytes);
      expect(decodeBase58(text, bytes.length + 1)).toBeNull();
      expect(decodeBase58(`1${text}`, bytes.length)).toBeNull();
    }),
  );
});
