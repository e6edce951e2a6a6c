// Base58, as Solana writes addresses, signatures and blockhashes.
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Of a division by which five digits come off. With 16 bits at a time nothing leaves the integers that a double holds. */
const FIVE_DIGITS = 58 ** 5;

export function encodeBase58(bytes: Uint8Array): string {
  const { length } = bytes;
  const limbs = new Uint16Array((length + 1) >> 1);
  for (let index = 0; index < length; index++) {
    const limb = (index + (length & 1)) >> 1;
    limbs[limb] = ((limbs[limb] as number) << 8) | (bytes[index] as number);
  }

  const digits: number[] = [];
  for (let first = 0; first < limbs.length; ) {
    let rest = 0;
    for (let index = first; index < limbs.length; index++) {
      const value = rest * 0x1_0000 + (limbs[index] as number);
      const quotient = Math.floor(value / FIVE_DIGITS);
      limbs[index] = quotient;
      rest = value - quotient * FIVE_DIGITS;
    }
    for (let digit = 0; digit < 5; digit++) {
      digits.push(rest % 58);
      rest = (rest / 58) | 0;
    }
    while (limbs[first] === 0) first++;
  }

  while (digits.at(-1) === 0) digits.pop();
  // A leading zero byte is a digit of its own.
  for (let index = 0; bytes[index] === 0; index++) digits.push(0);
  let text = '';
  for (let index = digits.length; index--; ) text += ALPHABET[digits[index] as number];
  return text;
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
