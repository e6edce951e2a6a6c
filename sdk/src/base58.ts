// Base58, as Solana writes addresses, signatures and blockhashes.
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Four digits a division: the most whose remainder, and one byte more, fit 32 bits. */
const DIGITS = 4;
const DIVISOR = 58 ** DIGITS;

export function encodeBase58(bytes: Uint8Array): string {
  // A copy, not `slice`: that of a Buffer is the same memory.
  const rests = new Uint8Array(bytes);
  let text = '';
  for (let first = 0; first < rests.length; ) {
    let rest = 0;
    for (let index = first; index < rests.length; index++) {
      const value = (rest * 256 + (rests[index] as number)) >>> 0;
      const quotient = (value / DIVISOR) >>> 0;
      rests[index] = quotient;
      rest = value - quotient * DIVISOR;
    }
    for (let digit = 0; digit < DIGITS; digit++) {
      text = ALPHABET[rest % 58] + text;
      rest = (rest / 58) >>> 0;
    }
    while (rests[first] === 0) first++;
  }
  let zeros = 0;
  while (bytes[zeros] === 0) zeros++;
  return text.replace(/^1*/, '1'.repeat(zeros));
}

/** Null where the text is not exactly so many bytes in base58. */
export function decodeBase58(text: string, length: number): Uint8Array | null {
  // Nothing that long can be so few bytes, and it would take its time.
  if (text.length > length * 2) return null;
  const bytes = new Uint8Array(length);
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    for (let index = length; index--; carry >>= 8) {
      carry += (bytes[index] as number) * 58;
      bytes[index] = carry;
    }
  }
  // Other characters, too large a number, too many or too few leading ones: none of them comes back.
  return encodeBase58(bytes) === text ? bytes : null;
}
