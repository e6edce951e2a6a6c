// The four programs as they are deployed: the committed bytecode at the addresses of their IDLs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Address } from './address.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../programs/artifacts');
const NAMES = ['insurance_pool', 'risk_engine', 'premium_manager', 'insolvency_handler'] as const;

export interface Program {
  readonly address: Address;
  readonly bytecode: Uint8Array;
}

export type ProgramName = (typeof NAMES)[number];

function read(file: string): Buffer {
  try {
    return readFileSync(path.join(FOLDER, file));
  } catch (cause) {
    throw new Error(`programs/artifacts/${file} can't be read: restore it, or run "npm run programs:build"`, { cause });
  }
}

export function loadPrograms(): Readonly<Record<ProgramName, Program>> {
  const load = (name: ProgramName): Program => ({
    address: (JSON.parse(read(`idl/${name}.json`).toString()) as { address: Address }).address,
    bytecode: read(`${name}.so`),
  });
  return {
    insurance_pool: load('insurance_pool'),
    risk_engine: load('risk_engine'),
    premium_manager: load('premium_manager'),
    insolvency_handler: load('insolvency_handler'),
  };
}
