// A transaction as it travels: signatures, then a legacy or version 0 message. Reads every byte or refuses.
import { type Address, addressFromBytes } from './address.ts';
import { encodeBase58 } from './base58.ts';

/** What fits into one packet. */
export const MAX_TRANSACTION_BYTES = 1232;

export interface CompiledInstruction {
  readonly programIdIndex: number;
  readonly accounts: readonly number[];
  readonly data: Uint8Array;
}

export interface TableLookup {
  readonly table: Address;
  readonly writable: readonly number[];
  readonly readonly: readonly number[];
}

export interface WireMessage {
  readonly bytes: Uint8Array;
  readonly version: 'legacy' | 0;
  readonly header: { readonly signatures: number; readonly readonlySigned: number; readonly readonlyUnsigned: number };
  readonly keys: readonly Address[];
  readonly blockhash: string;
  readonly instructions: readonly CompiledInstruction[];
  readonly lookups: readonly TableLookup[];
}

export interface WireTransaction {
  readonly bytes: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  readonly message: WireMessage;
}

/** Bytes that are no transaction; the message says where they stop making sense. */
export class MalformedTransaction extends Error {}

class Cursor {
  readonly #bytes: Uint8Array;
  #position: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#position = 0;
  }

  take(count: number, what: string): Uint8Array {
    const end = this.#position + count;
    if (end > this.#bytes.length)
      throw new MalformedTransaction(`${what} ends at byte ${end}, and there are ${this.#bytes.length}`);
    const taken = this.#bytes.subarray(this.#position, end);
    this.#position = end;
    return taken;
  }

  byte(what: string): number {
    return this.take(1, what)[0] as number;
  }

  /** Solana's short length: seven bits a byte, at most 65,535, in as few bytes as it needs. */
  length(what: string): number {
    let value = 0;
    for (let place = 0; place < 3; place++) {
      const byte = this.byte(what);
      value |= (byte & 0x7f) << (7 * place);
      if (byte < 0x80) {
        if ((place > 0 && byte === 0) || value > 0xffff)
          throw new MalformedTransaction(`${what} is not a length in its shortest form`);
        return value;
      }
    }
    throw new MalformedTransaction(`${what} is longer than three bytes`);
  }

  list<T>(what: string, read: () => T): T[] {
    return Array.from({ length: this.length(`the count of ${what}`) }, read);
  }

  peek(): number {
    return this.#bytes[this.#position] ?? 0;
  }

  rest(): Uint8Array {
    return this.#bytes.subarray(this.#position);
  }
}

function readMessage(bytes: Uint8Array): WireMessage {
  const cursor = new Cursor(bytes);
  const versioned = cursor.peek() >= 0x80;
  if (versioned) {
    const version = cursor.byte('the version') & 0x7f;
    if (version !== 0) throw new MalformedTransaction(`version ${version} is not supported`);
  }
  const header = {
    signatures: cursor.byte('the header'),
    readonlySigned: cursor.byte('the header'),
    readonlyUnsigned: cursor.byte('the header'),
  };
  const keys = cursor.list('accounts', () => addressFromBytes(cursor.take(32, 'an account')));
  const blockhash = encodeBase58(cursor.take(32, 'the blockhash'));
  const instructions = cursor.list('instructions', () => ({
    programIdIndex: cursor.byte('an instruction’s program'),
    accounts: Array.from(cursor.take(cursor.length('an instruction’s account count'), 'an instruction’s accounts')),
    data: Uint8Array.from(cursor.take(cursor.length('an instruction’s data length'), 'an instruction’s data')),
  }));
  const lookups = versioned
    ? cursor.list('lookups', () => ({
        table: addressFromBytes(cursor.take(32, 'a lookup table')),
        writable: Array.from(cursor.take(cursor.length('a lookup’s count'), 'a lookup’s indexes')),
        readonly: Array.from(cursor.take(cursor.length('a lookup’s count'), 'a lookup’s indexes')),
      }))
    : [];
  const left = cursor.rest().length;
  if (left > 0) throw new MalformedTransaction(`${left} bytes follow the message`);
  return { bytes, version: versioned ? 0 : 'legacy', header, keys, blockhash, instructions, lookups };
}

export function decodeMessage(bytes: Uint8Array): WireMessage {
  return readMessage(Uint8Array.from(bytes));
}

export function decodeTransaction(given: Uint8Array): WireTransaction {
  const bytes = Uint8Array.from(given);
  const cursor = new Cursor(bytes);
  const signatures = cursor.list('signatures', () => cursor.take(64, 'a signature'));
  return { bytes, signatures, message: readMessage(cursor.rest()) };
}

/** What the runtime checks before it looks at any account; a message that fails here can never be processed. */
export function isSane({ signatures, message }: WireTransaction): boolean {
  const { header, keys, instructions, lookups } = message;
  const looked = lookups.reduce((sum, { writable, readonly }) => sum + writable.length + readonly.length, 0);
  const total = keys.length + looked;
  return (
    signatures.length > 0 &&
    signatures.length === header.signatures &&
    header.readonlySigned < header.signatures &&
    header.signatures + header.readonlyUnsigned <= keys.length &&
    total <= 256 &&
    lookups.every(({ writable, readonly }) => writable.length + readonly.length > 0) &&
    instructions.every(
      ({ programIdIndex, accounts }) =>
        programIdIndex > 0 && programIdIndex < keys.length && accounts.every((index) => index < total),
    )
  );
}

export function isSigner({ header }: WireMessage, index: number): boolean {
  return index < header.signatures;
}

/** Of the keys that the message spells out; those from lookup tables are split by the table. */
export function isWritable({ header, keys }: WireMessage, index: number): boolean {
  return index < header.signatures
    ? index < header.signatures - header.readonlySigned
    : index < keys.length - header.readonlyUnsigned;
}
