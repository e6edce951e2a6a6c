import type { AnyField, Codec, Field } from './layout.ts';
import { readField } from './read.ts';
import { writeField } from './write.ts';

/** Borsh's Option; what is left out is None, one zero byte. */
export const option = <T>(item: Field<T>): Codec<T | null | undefined> => ({
  read: (from) => (readField('u8', from) === 0 ? null : (readField(item as AnyField, from) as T)),
  write(to, value, name) {
    writeField('u8', to, value == null ? 0 : 1, name);
    if (value != null) writeField(item as AnyField, to, value, name);
  },
});

/** The token program's own: a u32, then the value, whose room is there where it is not. */
export const roomyOption = <T>(item: Field<T>, size: number): Codec<T | null> => ({
  read(from) {
    const some = readField('u32', from) !== 0;
    const end = from.at + size;
    const value = some ? (readField(item as AnyField, from) as T) : null;
    from.at = end;
    return value;
  },
  write(to, value, name) {
    writeField('u32', to, value === null ? 0 : 1, name);
    const end = to.at + size;
    if (value !== null) writeField(item as AnyField, to, value, name);
    to.at = end;
  },
});
