// Anchor's Program, with two things that the published guides take for granted: arguments are plain values, and
// `.accounts(…)` is told what its reader has at hand.
import { type AnchorProvider, type BN, type Idl, Program } from '@coral-xyz/anchor';
import type { PublicKey } from '@solana/web3.js';
import { plainCoder } from './coder.ts';
import { resolveAccounts } from './resolver.ts';

/** A u64 as anybody writes it; an option may be left out. */
type Plain<T> = T extends BN
  ? BN | bigint | number
  : T extends PublicKey | Uint8Array | readonly unknown[]
    ? T
    : T extends object
      ? PlainStruct<T>
      : T;
type PlainStruct<T> = { [Name in keyof T as null extends T[Name] ? never : Name]: Plain<T[Name]> } & {
  [Name in keyof T as null extends T[Name] ? Name : never]?: Plain<T[Name]> | undefined;
};

/** Anchor's type of `.accounts(…)` wants every account that the IDL does not derive, and refuses those that it does. */
type PlainBuilder<Builder> = Builder extends { accountsPartial(accounts: infer Accounts): unknown }
  ? Omit<Builder, 'accounts'> & { accounts(accounts: Accounts): Builder }
  : never;
type PlainMethods<Methods> = {
  readonly [Name in keyof Methods]: Methods[Name] extends (...args: infer Args) => infer Builder
    ? (...args: { [Place in keyof Args]: Plain<Args[Place]> }) => PlainBuilder<Builder>
    : never;
};

export type PlainProgram<IDL extends Idl> = Omit<Program<IDL>, 'methods'> & {
  readonly methods: PlainMethods<Program<IDL>['methods']>;
};

export function plainProgram<IDL extends Idl>(idl: Idl, provider: AnchorProvider): PlainProgram<IDL> {
  // Anchor's own change of the IDL's names to camelCase, which it does not export.
  const { idl: camel } = new Program<Idl>(idl, provider);
  return new Program<Idl>(idl, provider, plainCoder(camel), () => resolveAccounts) as unknown as PlainProgram<IDL>;
}
