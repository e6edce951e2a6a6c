// Base58, as Solana writes addresses, signatures and blockhashes.
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Five digits a division: with 16-bit limbs no intermediate leaves the integers that a double holds. */
const FIVE_DIGITS = 58 ** 5;

export function encodeBase58(bytes: Uint8Array): string {
  const { length } = bytes;
  const limbs = new Uint16Array((length + 1) >> 1);
  const limbOf = (index: number) => (index + (length & 1)) >> 1;
  bytes.forEach((byte, index) => {
    limbs[limbOf(index)] = ((limbs[limbOf(index)] ?? 0) << 8) | byte;
  });

  let digits = '';
  for (let first = 0; first < limbs.length; ) {
    let rest = 0;
    for (let index = first; index < limbs.length; index++) {
      const value = rest * 0x10000 + (limbs[index] ?? 0);
      const quotient = Math.floor(value / FIVE_DIGITS);
      limbs[index] = quotient;
      rest = value - quotient * FIVE_DIGITS;
    }
    while (limbs[first] === 0) first++;
    for (let digit = 0; digit < 5; digit++) {
      digits = ALPHABET.charAt(rest % 58) + digits;
      rest = Math.floor(rest / 58);
    }
  }
  return '1'.repeat(leadingZeros(bytes)) + digits.replace(/^1+/, '');
}

/** Null where the text is not exactly so many bytes in base58. */
export function decodeBase58(text: string, length: number): Uint8Array | null {
  // No text is longer than its bytes by half; a longer one is not worth its quadratic time.
  if (text.length > length * 1.5) return null;
  const bytes = new Uint8Array(length);
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    if (carry < 0) return null;
    for (let index = length - 1; index >= 0; index--) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry;
      carry >>= 8;
    }
    if (carry > 0) return null;
  }
  return text.search(/[^1]|$/) === leadingZeros(bytes) ? bytes : null;
}

function leadingZeros(bytes: Uint8Array): number {
  const found = bytes.findIndex((byte) => byte !== 0);
  return found < 0 ? bytes.length : found;
}
