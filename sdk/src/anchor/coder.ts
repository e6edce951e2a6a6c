// Anchor's coder for plain values: a u64 may be a number or a bigint, not a BN only, and an option may be left out. Anchor's
// own shifts every later byte where a key is missing, so a missing or an unknown key is refused here by its name.
import { BorshCoder, type Idl } from '@coral-xyz/anchor';
import { invalidArgument } from '../error.ts';
import { BN } from './bn.ts';

type Type = Idl['instructions'][number]['args'][number]['type'];
type Fields = readonly { readonly name: string; readonly type: Type }[];

/** Takes the IDL as Anchor's Program does after its own change of all names to camelCase. */
export function plainCoder(idl: Idl): BorshCoder {
  const coder = new BorshCoder(idl);
  const { instruction } = coder;
  const encode = instruction.encode.bind(instruction);
  const argsOf = new Map(idl.instructions.map(({ name, args }) => [name, args]));
  instruction.encode = (name, args) => encode(name, struct(idl, argsOf.get(name) ?? [], args, ''));
  return coder;
}

const within = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

function struct(idl: Idl, fields: Fields, given: unknown, path: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null) throw invalidArgument(path, 'an object', given);
  const value = given as Record<string, unknown>;
  const surplus = Object.keys(value).find((key) => !fields.some(({ name }) => name === key));
  if (surplus !== undefined) {
    throw invalidArgument(within(path, surplus), `only ${fields.map(({ name }) => name).join(', ')}`, value[surplus]);
  }
  return Object.fromEntries(
    fields.map(({ name, type }) => [name, plain(idl, type, value[name], within(path, name))] as const),
  );
}

function plain(idl: Idl, type: Type, value: unknown, path: string): unknown {
  if (typeof type === 'object' && 'option' in type) return value == null ? null : plain(idl, type.option, value, path);
  if (value == null) throw invalidArgument(path, 'a value: it has no default', value);
  if (typeof type === 'object' && 'defined' in type) {
    const definition = idl.types?.find(({ name }) => name === type.defined.name)?.type;
    if (definition?.kind !== 'struct') return value;
    return struct(idl, (definition.fields ?? []) as Fields, value, path);
  }
  return type === 'u64' ? u64(value, path) : value;
}

function u64(value: unknown, path: string): BN {
  const exact = typeof value === 'bigint' || Number.isSafeInteger(value) || BN.isBN(value);
  const number = exact ? new BN(String(value)) : new BN(-1);
  if (number.isNeg() || number.bitLength() > 64)
    throw invalidArgument(path, 'a u64: a whole number, bigint or BN', value);
  return number;
}
