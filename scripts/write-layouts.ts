// Writes the TypeScript shapes of the programs' accounts, events and arguments, as the tests' decoder gives them, from
// the IDLs: nobody types a field's name twice. With --check it only says whether the committed file is fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { camel, IDLS, type IdlType, type IdlTypeDef, ROOT } from './idls.ts';

const target = path.join(ROOT, 'tests/programs/support/layouts.ts');

const PRIMITIVES: Record<string, string> = {
  bool: 'boolean',
  pubkey: 'PublicKey',
  string: 'string',
  bytes: 'Uint8Array',
  ...Object.fromEntries(['u8', 'i8', 'u16', 'i16', 'u32', 'i32'].map((name) => [name, 'number'])),
  ...Object.fromEntries(['u64', 'i64', 'u128', 'i128'].map((name) => [name, 'bigint'])),
};

function typeOf(type: IdlType): string {
  if (typeof type === 'string') {
    const primitive = PRIMITIVES[type];
    if (primitive === undefined) throw new Error(`no TypeScript shape is known for the IDL type ${type}`);
    return primitive;
  }
  if ('option' in type) return `${typeOf(type.option)} | null`;
  if ('vec' in type) return `${typeOf(type.vec)}[]`;
  if ('array' in type) return `${typeOf(type.array[0])}[]`;
  return type.defined.name;
}

function shapeOf({ name, type }: IdlTypeDef): string {
  if (type.kind !== 'struct' || type.fields === undefined) throw new Error(`${name} is not a struct with named fields`);
  const fields = type.fields.map((field) => {
    const optional = typeof field.type === 'object' && 'option' in field.type;
    return `  ${camel(field.name)}${optional ? '?' : ''}: ${typeOf(field.type)};\n`;
  });
  return `export interface ${name} {\n${fields.join('')}}\n`;
}

const shapes = new Map<string, string>();
// Sets, for an IDL names the accounts it reads of other programs too.
const accounts = new Set<string>();
const events = new Set<string>();
const returns = new Set<string>();
for (const idl of IDLS) {
  for (const definition of idl.types ?? []) {
    const shape = shapeOf(definition);
    const other = shapes.get(definition.name);
    if (other !== undefined && other !== shape) throw new Error(`two programs define ${definition.name} differently`);
    shapes.set(definition.name, shape);
  }
  for (const { name } of idl.accounts ?? []) accounts.add(name);
  for (const { returns: type } of idl.instructions) if (type !== undefined) returns.add(typeOf(type));
  for (const { name } of idl.events ?? []) events.add(name);
}

const index = (name: string, members: ReadonlySet<string>) =>
  `export interface ${name} {\n${[...members].map((member) => `  ${member}: ${member};\n`).join('')}}\n`;
const text = [
  "// Written by `npm run programs:layouts` from the IDLs. Don't edit.\nimport type { PublicKey } from '@solana/web3.js';\n",
  ...shapes.values(),
  index('Accounts', accounts),
  index('Events', events),
  index('Returns', returns),
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('tests/programs/support/layouts.ts is not what the IDLs say: run "npm run programs:layouts".');
  process.exitCode = 1;
}
