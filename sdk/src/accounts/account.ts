// What all accounts have in common: an owner, a discriminator, a length, and what to say where one of them is wrong.
import type { Address } from '../address.ts';
import { type Codec, cursorOf } from '../codec/codec.ts';
import { PercosecError } from '../error.ts';

export interface AccountCodec<T> {
  readonly name: string;
  /** The program that owns such accounts; null where any may. */
  readonly program: Address | null;
  /** Of a whole account, in bytes. */
  readonly size: number;
  encode(value: T): Uint8Array;
  /** Refuses what is no such account: WrongDiscriminator, WrongLength, WrongVersion. The address is for the message. */
  decode(data: Uint8Array, address?: Address): T;
}

export interface Shape<T> {
  readonly name: string;
  readonly program: Address | null;
  /** The first eight bytes as one big-endian number, so that its hex digits stand in the bytes' order. */
  readonly discriminator?: bigint;
  readonly fields: Codec<T>;
  /** Where the account is larger than its fields. */
  readonly size?: number;
  /** Whether more bytes may follow, which are another's. */
  readonly open?: boolean;
}

export function accountCodec<T>({ name, program, discriminator, fields, open, ...shape }: Shape<T>): AccountCodec<T> {
  const start = discriminator === undefined ? 0 : 8;
  const size = shape.size ?? start + fields.size;
  return {
    name,
    program,
    size,
    encode(value) {
      const data = new Uint8Array(size);
      const to = cursorOf(data);
      if (discriminator !== undefined) to.view.setBigUint64(0, discriminator);
      to.at = start;
      fields.write(to, value, name);
      return data;
    },
    decode(data, address) {
      const from = cursorOf(data);
      // Before the length: another kind of account differs in both, and the discriminator says which it is.
      if (discriminator !== undefined && data.length >= start && from.view.getBigUint64(0) !== discriminator) {
        throw wrong('Discriminator', name, address, hex(from.view.getBigUint64(0)), hex(discriminator));
      }
      if (open ? data.length < size : data.length !== size) {
        throw wrong('Length', name, address, data.length, size);
      }
      from.at = start;
      return fields.read(from);
    },
  };
}

const hex = (discriminator: bigint) => discriminator.toString(16).padStart(16, '0');

/** The account as the RPC gave it, decoded; refuses one that another program owns (WrongOwner), too. */
export function decodeAccount<T>(
  codec: AccountCodec<T>,
  { address, owner, data }: { readonly address: Address; readonly owner: Address; readonly data: Uint8Array },
): T {
  if (codec.program !== null && owner !== codec.program) {
    throw wrong('Owner', codec.name, address, owner, codec.program);
  }
  return codec.decode(data, address);
}

export function wrong<T extends string | number>(
  what: 'Owner' | 'Discriminator' | 'Length' | 'Version',
  name: string,
  address: Address | undefined,
  found: T,
  expected: T,
): PercosecError {
  return new PercosecError(
    `Wrong${what}`,
    `${address ?? 'The account'} is no ${name} that this SDK can read: its ${what.toLowerCase()} is ${found}, not ${expected}. ` +
      'Check the address and the cluster; if both are right, update @percosec/sdk.',
    { account: name, address, found, expected },
  );
}
