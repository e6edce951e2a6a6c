// What all events have in common: bytes after `Program data: ` in a program's log, of which the first eight say which it is.
import { type Cursor, cursorOf, type Fields } from '../codec/layout.ts';
import { writeFields } from '../codec/write.ts';
import { PercosecError } from '../error.ts';
import type { ProgramName } from '../programs.ts';

export interface EventCodec<Program extends ProgramName, Name extends string, T> {
  readonly program: Program;
  readonly name: Name;
  /** The first eight bytes as one big-endian number. */
  readonly discriminator: bigint;
  /** Bytes of a whole event. */
  readonly size: number;
  encode(value: T): Uint8Array;
  decode(data: Uint8Array): T;
}

export type EventOf<C> =
  C extends EventCodec<infer Program, infer Name, infer T>
    ? { readonly program: Program; readonly name: Name; readonly data: T }
    : never;

export interface EventLayout<Program extends ProgramName, Name extends string, T> {
  readonly program: Program;
  readonly name: Name;
  /** The first eight bytes as one big-endian number. */
  readonly discriminator: bigint;
  /** Bytes of a whole event. */
  readonly size: number;
  /** From behind the discriminator. */
  read(from: Cursor): T;
  readonly fields: Fields<T>;
}

export function eventCodec<Program extends ProgramName, Name extends string, T>(
  layout: EventLayout<Program, Name, T>,
): EventCodec<Program, Name, T> {
  const { program, name, discriminator, size, fields } = layout;
  return {
    program,
    name,
    discriminator,
    size,
    encode(value) {
      const to = cursorOf(new Uint8Array(size), 8);
      to.view.setBigUint64(0, discriminator);
      writeFields(fields, to, value);
      return new Uint8Array(to.view.buffer);
    },
    decode(data) {
      const from = cursorOf(data, 8);
      const what = data.length !== size ? 'Length' : from.view.getBigUint64(0) !== discriminator && 'Discriminator';
      if (what) {
        throw new PercosecError(
          `Wrong${what}`,
          `These ${data.length} bytes are no ${name}, which has ${size}. Update @percosec/sdk.`,
          { event: name, found: data, expected: size },
        );
      }
      return layout.read(from);
    },
  };
}
