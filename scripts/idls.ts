// The programs' IDLs, as the committed artifacts have them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type IdlType =
  | string
  | { option: IdlType }
  | { vec: IdlType }
  | { array: [IdlType, number] }
  | { defined: { name: string } };
export interface IdlField {
  name: string;
  docs?: string[];
  type: IdlType;
}
export interface IdlTypeDef {
  name: string;
  docs?: string[];
  serialization?: string;
  type: { kind: string; fields?: IdlField[] };
}
export interface IdlInstruction {
  name: string;
  docs?: string[];
  discriminator: number[];
  accounts: { name: string; writable?: boolean; signer?: boolean; optional?: boolean; address?: string }[];
  args: IdlField[];
  returns?: IdlType;
}
export interface Idl {
  address: string;
  metadata: { name: string };
  instructions: IdlInstruction[];
  accounts?: { name: string; discriminator: number[] }[];
  events?: { name: string; discriminator: number[] }[];
  errors?: { code: number; name: string; msg: string }[];
  types?: IdlTypeDef[];
}

export const ROOT = path.resolve(import.meta.dirname, '..');

const directory = path.join(ROOT, 'programs/artifacts/idl');

export const IDLS = readdirSync(directory)
  .sort()
  .map((file) => JSON.parse(readFileSync(path.join(directory, file), 'utf8')) as Idl);

/** An IDL names the accounts it reads of other programs too: the owner is the one that names all its own. */
export const accountsOf = (idl: Idl) => (idl.accounts ?? []).filter(({ name }) => ownerOf(name) === idl);

function ownerOf(account: string): Idl | undefined {
  const naming = IDLS.filter((idl) => idl.accounts?.some(({ name }) => name === account));
  return naming.length === 1 ? naming[0] : naming.find((idl) => idl.metadata.name === 'insurance_pool');
}

export const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

export const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

const DISCRIMINATOR = 8;
const BYTES: Readonly<Record<string, number>> = { u8: 1, u16: 2, i32: 4, u32: 4, i64: 8, u64: 8, pubkey: 32 };

function bytesOf(type: IdlType): number {
  if (typeof type === 'object' && 'array' in type) return bytesOf(type.array[0]) * type.array[1];
  const bytes = typeof type === 'string' ? BYTES[type] : undefined;
  if (bytes === undefined) throw new Error(`a field of the type ${JSON.stringify(type)} has no fixed size`);
  return bytes;
}

/** Of an account or an event with these fields, which lie one after another behind its discriminator. */
export const structBytes = (fields: readonly IdlField[]) =>
  fields.reduce((sum, { type }) => sum + bytesOf(type), DISCRIMINATOR);
