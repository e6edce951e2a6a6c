// Base58 as Bitcoin and Solana write it. Digits are carried five at a time: an address costs a few microseconds.
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CHUNK = 58 ** 5;
const VALUES = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]));

export function encodeBase58(bytes: Uint8Array): string {
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  const chunks: number[] = [];
  for (let index = zeros; index < bytes.length; index++) {
    let carry = bytes[index] as number;
    for (let place = 0; place < chunks.length; place++) {
      carry += (chunks[place] as number) * 256;
      chunks[place] = carry % CHUNK;
      carry = Math.floor(carry / CHUNK);
    }
    if (carry > 0) chunks.push(carry);
  }
  let text = '';
  for (let chunk of chunks) {
    for (let digit = 0; digit < 5; digit++) {
      text = ALPHABET.charAt(chunk % 58) + text;
      chunk = Math.floor(chunk / 58);
    }
  }
  let start = 0;
  while (start < text.length && text[start] === '1') start++;
  return '1'.repeat(zeros) + text.slice(start);
}

/** Null where a letter isn't of the alphabet. */
export function decodeBase58(text: string): Uint8Array | null {
  let zeros = 0;
  while (zeros < text.length && text[zeros] === '1') zeros++;
  const bytes: number[] = [];
  for (let index = zeros; index < text.length; index++) {
    const value = VALUES.get(text.charAt(index));
    if (value === undefined) return null;
    let carry = value;
    for (let place = 0; place < bytes.length; place++) {
      carry += (bytes[place] as number) * 58;
      bytes[place] = carry & 0xff;
      carry >>= 8;
    }
    while (carry > 0) {
      bytes.push(carry & 0xff);
      carry >>= 8;
    }
  }
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes.reverse()]);
}
