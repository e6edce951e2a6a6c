// A refusal changes nothing: not a byte, not a lamport, of any account that the instructions were given.
import type { TransactionInstruction } from '@solana/web3.js';
import { expect } from 'vitest';
import type { SendOptions } from './chain.ts';
import { type Refused, refused } from './outcome.ts';
import type { World } from './scenario.ts';

export interface RefusalOptions extends SendOptions {
  /** Who refuses, where the name alone would not tell. */
  readonly by?: string;
}

/** Sends what must be refused by this name, and checks that all it touched is as before. */
export function refusedUntouched(
  { chain }: World,
  instructions: TransactionInstruction | readonly TransactionInstruction[],
  name: string,
  { by, ...options }: RefusalOptions = {},
): Refused {
  const all = 'programId' in instructions ? [instructions] : instructions;
  const names = new Set(all.flatMap(({ keys }) => keys.map(({ pubkey }) => pubkey.toBase58())));
  const passed = all.flatMap(({ keys }) => keys.map(({ pubkey }) => pubkey));
  const addresses = passed.filter((address) => names.delete(address.toBase58()));
  const state = () => addresses.map((address) => [address.toBase58(), chain.rawAccount(address)]);
  const before = state();
  const outcome = refused(chain.send(all, options), name, by);
  expect(state()).toEqual(before);
  return outcome;
}
