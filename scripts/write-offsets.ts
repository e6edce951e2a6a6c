// Publishes where each field of each account lies, from the IDLs, which the code's own `repr(C)` structs made: the
// compiler refuses them where they have padding. With --check it only says whether the committed page is fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountsOf, hex, IDLS, type Idl, type IdlField, type IdlType, ROOT } from './idls.ts';

const target = path.join(ROOT, 'docs/accounts.md');
const DISCRIMINATOR = 8;
const BYTES: Record<string, number> = { u8: 1, u16: 2, i32: 4, u32: 4, i64: 8, u64: 8, pubkey: 32 };

function bytesOf(type: IdlType): number {
  if (typeof type === 'object' && 'array' in type) return bytesOf(type.array[0]) * type.array[1];
  const bytes = typeof type === 'string' ? BYTES[type] : undefined;
  if (bytes === undefined) throw new Error(`an account's field of the type ${JSON.stringify(type)} has no fixed size`);
  return bytes;
}

const nameOf = (type: IdlType): string =>
  typeof type === 'object' && 'array' in type ? `[${nameOf(type.array[0])}; ${type.array[1]}]` : String(type);

function rows(fields: readonly IdlField[]): { text: string; size: number } {
  let offset = DISCRIMINATOR;
  const lines = fields.map(({ name, type, docs }) => {
    const line = `| ${offset} | \`${name}\` | \`${nameOf(type)}\` | ${(docs ?? []).join(' ').trim()} |\n`;
    offset += bytesOf(type);
    return line;
  });
  return { text: lines.join(''), size: offset };
}

function section(idl: Idl, account: string, discriminator: readonly number[]): string {
  const definition = idl.types?.find(({ name }) => name === account);
  if (definition?.type.fields === undefined || definition.serialization !== 'bytemuck') {
    throw new Error(`${account} is not a zero-copy struct`);
  }
  const { text, size } = rows(definition.type.fields);
  return `## ${account}

Program \`${idl.metadata.name}\`. ${size} bytes; the first eight are the discriminator, \`${hex(discriminator)}\`.

| offset | field | type | meaning |
| ---: | --- | --- | --- |
${text}`;
}

const text = [
  '<!-- Written by `npm run programs:layouts` from the IDLs. Do not edit. -->\n',
  '# Accounts, byte by byte\n',
  'Zero-copy, little endian, without padding: a field can be read, or filtered by (`memcmp`), at its offset.\n',
  ...IDLS.flatMap((idl) => accountsOf(idl).map(({ name, discriminator }) => section(idl, name, discriminator))),
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('docs/accounts.md is not what the IDLs say: run "npm run programs:layouts".');
  process.exitCode = 1;
}
