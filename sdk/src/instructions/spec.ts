// An instruction as the IDL describes it.
import type { Address } from '../address.ts';
import type { Fields } from '../codec/layout.ts';

/** Signs, is written or read; `?` may be left out. */
export type Role = 'r' | 's' | 'w' | 'sw' | 'w?';

export interface InstructionSpec<Account extends string, Args extends object> {
  readonly name: string;
  readonly program: Address;
  /** The first eight bytes as one big-endian number. */
  readonly discriminator: bigint;
  /** In the program's order; an address where only that one will do. */
  readonly accounts: Readonly<Record<Account, Role | Address>>;
  readonly args: Fields<Args>;
}
