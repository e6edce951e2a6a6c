// Every account of an instruction, replaced by another: each has to be refused, alone, with nothing changed.
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { expect } from 'vitest';
import { programById } from './artifacts.ts';
import { type RefusalOptions, refusedUntouched } from './refusal.ts';
import type { World } from './scenario.ts';
import { camel } from './values.ts';

/** By account, then by what is put in its place: the substitute, and the name of the refusal. */
export type Substitutes = Readonly<Record<string, Readonly<Record<string, readonly [PublicKey, string]>>>>;

/** None of the instruction's accounts may be forgotten; `{}` says that one needs no substitute here. */
export function refusesSubstitutes(
  world: World,
  build: (accounts: Record<string, PublicKey>) => TransactionInstruction,
  substitutes: Substitutes,
  options: RefusalOptions = {},
): void {
  const { programId, data } = build({});
  const idl = programById(programId)?.idl.instructions.find(({ discriminator }) =>
    data.subarray(0, 8).equals(Uint8Array.from(discriminator)),
  );
  expect(Object.keys(substitutes).sort()).toEqual(idl?.accounts.map(({ name }) => camel(name)).sort());
  for (const [account, cases] of Object.entries(substitutes)) {
    for (const [what, [substitute, name]] of Object.entries(cases)) {
      try {
        refusedUntouched(world, build({ [account]: substitute }), name, options);
      } catch (cause) {
        throw new Error(`${account}, ${what}: ${cause instanceof Error ? cause.message : cause}`, { cause });
      }
    }
  }
}
