// The bytes of a transaction, written and read without web3.js: an estimate must not load it, and what a wallet gives
// back is compared byte by byte, whichever copy of web3.js made it.
import { type Address, addressBytes, addressFromBytes } from '../address.ts';
import type { Instruction } from '../instructions/instruction.ts';

export const SIGNATURE_BYTES = 64;
/** What the network carries in one packet. */
export const MOST_TRANSACTION_BYTES = 1_232;
/** Stands for a blockhash in a simulation that puts its own in. */
export const NO_BLOCKHASH = '11111111111111111111111111111111' as Address;

function compactU16(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

interface Key {
  readonly address: Address;
  signer: boolean;
  writable: boolean;
}

/** A v0 message without lookup tables. */
export function compileMessage(
  payer: Address,
  instructions: readonly Instruction[],
  blockhash: Address = NO_BLOCKHASH,
): Uint8Array {
  const keys = new Map<Address, Key>();
  const note = (address: Address, signer: boolean, writable: boolean) => {
    const key = keys.get(address) ?? { address, signer, writable };
    key.signer ||= signer;
    key.writable ||= writable;
    keys.set(address, key);
  };
  note(payer, true, true);
  for (const { programId, accounts } of instructions) {
    for (const account of accounts) note(account.address, account.signer, account.writable);
    note(programId, false, false);
  }

  const rank = ({ signer, writable }: Key) => (signer ? 0 : 2) + (writable ? 0 : 1);
  const ordered = [...keys.values()].sort((left, right) => rank(left) - rank(right));
  const count = (wanted: number) => ordered.filter((key) => rank(key) === wanted).length;
  const indexes = new Map(ordered.map((key, index) => [key.address, index]));
  const at = (address: Address) => indexes.get(address) ?? 0;

  return Uint8Array.from([
    0x80, // version 0
    ...[count(0) + count(1), count(1), count(3)],
    ...compactU16(ordered.length),
    ...ordered.flatMap((key) => [...addressBytes(key.address)]),
    ...addressBytes(blockhash),
    ...compactU16(instructions.length),
    ...instructions.flatMap(({ programId, accounts, data }) => [
      at(programId),
      ...compactU16(accounts.length),
      ...accounts.map((account) => at(account.address)),
      ...compactU16(data.length),
      ...data,
    ]),
    0, // no lookup tables
  ]);
}

/** How many sign a message, its payer among them. */
export const signersOf = (message: Uint8Array): number => message[1] ?? 0;

/** A transaction that nobody has signed yet: room for the signatures, then the message. */
export function unsignedTransaction(message: Uint8Array): Uint8Array {
  const signers = signersOf(message);
  const wire = new Uint8Array(1 + signers * SIGNATURE_BYTES + message.length);
  wire[0] = signers;
  wire.set(message, 1 + signers * SIGNATURE_BYTES);
  return wire;
}

export interface ReadTransaction {
  readonly signatures: readonly Uint8Array[];
  readonly payer: Address;
  readonly blockhash: Address;
  /** Null where accounts come from lookup tables, which the bytes don't tell. */
  readonly instructions: readonly Instruction[] | null;
}

/** Reads a transaction of version 0 or of none. */
export function readTransaction(wire: Uint8Array): ReadTransaction {
  let position = 0;
  const take = (length: number) => {
    const bytes = wire.subarray(position, position + length);
    if (bytes.length < length) throw new RangeError(`a transaction of ${wire.length} bytes ends too early`);
    position += length;
    return bytes;
  };
  const byte = () => take(1)[0] as number;
  const length = () => {
    for (let [value, shift] = [0, 0]; ; shift += 7) {
      const next = byte();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) return value;
      if (shift > 14) throw new RangeError('a length in the transaction is out of range');
    }
  };
  const times = <T>(count: number, read: () => T): T[] => Array.from({ length: count }, read);
  const key = () => addressFromBytes(take(32));

  const signatures = times(length(), () => take(SIGNATURE_BYTES));
  const versioned = ((wire[position] ?? 0) & 0x80) !== 0;
  if (versioned && byte() !== 0x80) throw new RangeError('the transaction is of a version that is not known here');
  const [signers, readonlySigners, readonlyOthers] = [byte(), byte(), byte()];
  const keys = times(length(), key);
  const blockhash = key();
  const accountAt = (index: number) => {
    const address = keys[index];
    if (address === undefined) return undefined;
    const signer = index < signers;
    return { address, signer, writable: index < (signer ? signers - readonlySigners : keys.length - readonlyOthers) };
  };
  const compiled = times(length(), () => {
    const programId = keys[byte()];
    const accounts = times(length(), () => accountAt(byte()));
    return { programId, accounts, data: Uint8Array.from(take(length())) };
  });
  const known = compiled.every(({ programId, accounts }) => programId && !accounts.includes(undefined));
  return {
    signatures,
    payer: keys[0] as Address,
    blockhash,
    instructions: known ? (compiled as Instruction[]) : null,
  };
}
