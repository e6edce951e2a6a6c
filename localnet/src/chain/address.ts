// Addresses are base58 text everywhere but at the edge of the virtual machine, which takes their 32 bytes.
import { createHash } from 'node:crypto';
import { decodeBase58, encodeBase58 } from './base58.ts';

export type Address = string;

export const SYSTEM_PROGRAM = '11111111111111111111111111111111';
export const TOKEN_PROGRAM = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
export const TOKEN_2022_PROGRAM = 'TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb';
export const ASSOCIATED_TOKEN_PROGRAM = 'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL';
export const MEMO_PROGRAMS: readonly Address[] = [
  'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr',
  'Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo',
];
export const COMPUTE_BUDGET_PROGRAM = 'ComputeBudget111111111111111111111111111111';
export const LOOKUP_TABLE_PROGRAM = 'AddressLookupTab1e1111111111111111111111111';
export const UPGRADEABLE_LOADER = 'BPFLoaderUpgradeab1e11111111111111111111111';
export const CLOCK_SYSVAR = 'SysvarC1ock11111111111111111111111111111111';

export function addressFromBytes(bytes: Uint8Array): Address {
  return encodeBase58(bytes);
}

export function addressBytes(address: Address): Uint8Array {
  const bytes = decodeBase58(address);
  if (bytes?.length !== 32) throw new RangeError(`"${address}" is not an address: 32 bytes in base58 are expected`);
  return bytes;
}

/** 32 bytes that follow from words: what the chain makes up (block hashes, the faucet's key) is the same in every run. */
export function derivedBytes(...words: readonly (string | bigint)[]): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify(words.map(String)))
    .digest();
}
