// What all events have in common: bytes after `Program data: ` in a program's log, of which the first eight say which it is.
import { type Codec, cursorOf } from '../codec/codec.ts';
import { PercosecError } from '../error.ts';
import type { ProgramName } from '../errors/program-errors.ts';

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

const START = 8;

export function eventCodec<Program extends ProgramName, Name extends string, T>({
  fields,
  ...shape
}: {
  readonly program: Program;
  readonly name: Name;
  readonly discriminator: bigint;
  readonly fields: Codec<T>;
}): EventCodec<Program, Name, T> {
  const { name, discriminator } = shape;
  const size = START + fields.size;
  return {
    ...shape,
    size,
    encode(value) {
      const data = new Uint8Array(size);
      const to = cursorOf(data);
      to.view.setBigUint64(0, discriminator);
      to.at = START;
      fields.write(to, value, name);
      return data;
    },
    decode(data) {
      const from = cursorOf(data);
      if (data.length !== size || from.view.getBigUint64(0) !== discriminator) {
        throw new PercosecError(
          data.length === size ? 'WrongDiscriminator' : 'WrongLength',
          `These ${data.length} bytes are no ${name} of ${size} bytes that this SDK can read. Update @percosec/sdk.`,
          { event: name, found: data, expected: size },
        );
      }
      from.at = START;
      return fields.read(from);
    },
  };
}
