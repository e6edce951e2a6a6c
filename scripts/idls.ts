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
export interface Idl {
  address: string;
  metadata: { name: string };
  instructions: { returns?: IdlType }[];
  accounts?: { name: string; discriminator: number[] }[];
  events?: { name: string }[];
  types?: IdlTypeDef[];
}

export const ROOT = path.resolve(import.meta.dirname, '..');

const directory = path.join(ROOT, 'programs/artifacts/idl');

export const IDLS = readdirSync(directory)
  .sort()
  .map((file) => JSON.parse(readFileSync(path.join(directory, file), 'utf8')) as Idl);
