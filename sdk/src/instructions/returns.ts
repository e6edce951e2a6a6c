// What the programs return, as a simulation or a transaction's metadata has it.
import { cursorOf, type Fields } from '../codec/layout.ts';
import { readFields } from '../codec/read.ts';
import { PercosecError } from '../error.ts';
import { COVERED, type Covered, DEFICIT_STATUS, type DeficitStatus } from './generated.ts';

function readReturn<T>(name: string, fields: Fields<T>, data: Uint8Array): T {
  const from = cursorOf(data);
  try {
    const value = readFields(fields, from);
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
  readReturn('DeficitStatus', DEFICIT_STATUS, data);

/** Of `cover_deficit`. */
export const decodeCovered = (data: Uint8Array): Covered => readReturn('Covered', COVERED, data);
