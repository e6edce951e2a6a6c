// What Anchor's coder gives (snake_case, BN, PublicKey, lists of bytes), as the SDK has it.
import { PublicKey } from '@solana/web3.js';
import { fromAnchor } from '../programs/support/values.ts';

export function plain(value: unknown): unknown {
  return inWords(fromAnchor(value));
}

function inWords(value: unknown, name?: string): unknown {
  if (value instanceof PublicKey) return value.toBase58();
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) {
    const bytes = Uint8Array.from(value);
    return name === 'grade' ? Buffer.from(bytes).toString('ascii').replace(/\0+$/, '') : bytes;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inWords(item, key)]));
}
