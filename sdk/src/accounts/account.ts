// What all accounts have in common: an owner, a discriminator, a length, and what to say where one of them is wrong.
import type { Address } from '../address.ts';
import { type Cursor, cursorOf, type Fields } from '../codec/layout.ts';
import { writeFields } from '../codec/write.ts';
import { PercosecError } from '../error.ts';

/** Where bytes come from. */
export interface Origin {
  readonly address: Address;
  readonly owner: Address;
}

/** An account as the RPC gives it. */
export type EncodedAccount = Origin & { readonly data: Uint8Array };

export interface AccountLayout<T> {
  readonly name: string;
  /** The program that owns such accounts; null where any may. */
  readonly program: Address | null;
  /** Of a whole account, in bytes. */
  readonly size: number;
  /** The first eight bytes as one big-endian number, so that its hex digits stand in the bytes' order. */
  readonly discriminator?: bigint;
  /** From behind the discriminator. */
  read(from: Cursor): T;
}

export interface AccountCodec<T> extends Pick<AccountLayout<T>, 'name' | 'program' | 'size'> {
  encode(value: T): Uint8Array;
  /**
   * Refuses what is no such account: WrongDiscriminator, WrongLength, WrongVersion; and WrongOwner, where it is told the
   * owner.
   */
  decode(data: Uint8Array, of?: Origin): T;
}

export const accountCodec = <T>(layout: AccountLayout<T>, fields: Fields<T>): AccountCodec<T> => ({
  name: layout.name,
  program: layout.program,
  size: layout.size,
  encode: (value) => writeAccount(layout, fields, value),
  decode: (data, of) => readAccount(layout, data, of),
});

/** Refuses an account of another program (WrongOwner) or kind (WrongDiscriminator, WrongLength, WrongVersion). */
export const decodeAccount = <T>(codec: AccountCodec<T>, account: EncodedAccount): T =>
  codec.decode(account.data, account);

export function writeAccount<T>({ size, discriminator }: AccountLayout<T>, fields: Fields<T>, value: T): Uint8Array {
  const data = new Uint8Array(size);
  const to = cursorOf(data);
  if (discriminator) {
    to.view.setBigUint64(0, discriminator);
    to.at = 8;
  }
  writeFields(fields, to, value);
  return data;
}

export function readAccount<T>(layout: AccountLayout<T>, data: Uint8Array, of?: Origin): T {
  const { program, size, discriminator } = layout;
  const from = cursorOf(data);
  if (of && program && of.owner !== program) throw wrong('Owner', layout, of.owner, program, of);
  // Before the length: another kind of account differs in both, and the discriminator says which it is.
  if (discriminator && data.length >= 8) {
    const found = from.view.getBigUint64(0);
    if (found !== discriminator) throw wrong('Discriminator', layout, hex(found), hex(discriminator), of);
    from.at = 8;
  }
  if (data.length !== size) throw wrong('Length', layout, data.length, size, of);
  return layout.read(from);
}

const hex = (discriminator: bigint) => discriminator.toString(16).padStart(16, '0');

export function wrong<T extends string | number>(
  what: 'Owner' | 'Discriminator' | 'Length' | 'Version',
  { name: account }: { readonly name: string },
  found: T,
  expected: T,
  of?: Origin,
): PercosecError {
  const address = of?.address;
  return new PercosecError(
    `Wrong${what}`,
    `${address} is no ${account}: ${what} ${found}, not ${expected}. Check the address and the cluster, or update @percosec/sdk.`,
    { account, address, found, expected },
  );
}
