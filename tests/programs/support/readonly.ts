// Accounts that an instruction writes to, passed read-only. Nobody's program has to refuse that: the runtime does.
import type { TransactionInstruction } from '@solana/web3.js';
import { expect } from 'vitest';
import { type RefusalOptions, refusedUntouched } from './refusal.ts';
import type { World } from './scenario.ts';

/** By Anchor, where it looks; by the runtime, at the write or at the call that would write. */
const REFUSALS = ['ConstraintMut', 'ReadonlyDataModified', 'PrivilegeEscalation'];

export function refusesReadonly(
  world: World,
  build: (writable: Record<string, boolean>) => TransactionInstruction,
  accounts: readonly string[],
  options: RefusalOptions = {},
): void {
  for (const account of accounts) {
    const instruction = build({ [account]: false });
    const { error } = world.send(instruction, options);
    expect(REFUSALS, account).toContain(error?.name);
    refusedUntouched(world, instruction, error?.name ?? '', options);
  }
}
