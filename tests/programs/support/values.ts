// Between Anchor's coder (snake_case, BN) and the tests (camelCase, bigint).
import { PublicKey } from '@solana/web3.js';
import BN from 'bn.js';

const memo = (convert: (name: string) => string) => {
  const known = new Map<string, string>();
  return (name: string) => {
    const found = known.get(name) ?? convert(name);
    known.set(name, found);
    return found;
  };
};

export const camel = memo((name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
const snake = memo((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

export function fromAnchor(value: unknown): unknown {
  if (BN.isBN(value)) return BigInt(value.toString());
  if (value === null || typeof value !== 'object' || value instanceof PublicKey) return value;
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(fromAnchor);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [camel(key), fromAnchor(item)]));
}

export function toAnchor(value: unknown): unknown {
  if (typeof value === 'bigint') return new BN(value.toString());
  if (value === undefined) return null;
  if (value === null || typeof value !== 'object' || value instanceof PublicKey) return value;
  if (value instanceof Uint8Array) return Array.from(value);
  if (Array.isArray(value)) return value.map(toAnchor);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [snake(key), toAnchor(item)]));
}
