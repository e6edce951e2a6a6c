// What the programs return, as a simulation or a transaction's metadata has it.
import { type Cursor, cursorOf } from '../codec/layout.ts';
import { PercosecError } from '../error.ts';
import { type Covered, type DeficitStatus, readCovered, readDeficitStatus } from './generated.ts';

function returned<T>(name: string, read: (from: Cursor) => T, data: Uint8Array): T {
  const from = cursorOf(data);
  try {
    const value = read(from);
    if (from.at === data.length) return value;
  } catch {} // too short
  throw new PercosecError(
    'WrongLength',
    `These ${data.length} bytes are no ${name}. Pass the return data of the instruction, decoded from base64.`,
    { name, found: data.length },
  );
}

/** Of `verify_deficit`. */
export const decodeDeficitStatus = (data: Uint8Array): DeficitStatus =>
  returned('DeficitStatus', readDeficitStatus, data);

/** Of `cover_deficit`. */
export const decodeCovered = (data: Uint8Array): Covered => returned('Covered', readCovered, data);
