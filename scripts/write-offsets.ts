// Publishes where each field of each account lies, from the IDLs, which the code's own `repr(C)` structs made: the
// compiler refuses them where they have padding. With --check it only says whether the committed page is fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountsOf, hex, IDLS, type Idl, type IdlType, ROOT, structBytes } from './idls.ts';

const target = path.join(ROOT, 'docs/accounts.md');

const nameOf = (type: IdlType): string =>
  typeof type === 'object' && 'array' in type ? `[${nameOf(type.array[0])}; ${type.array[1]}]` : String(type);

function section(idl: Idl, account: string, discriminator: readonly number[]): string {
  const definition = idl.types?.find(({ name }) => name === account);
  if (definition?.type.fields === undefined || definition.serialization !== 'bytemuck') {
    throw new Error(`${account} is not a zero-copy struct`);
  }
  const { fields } = definition.type;
  const rows = fields.map(({ name, type, docs }, index) => {
    const offset = structBytes(fields.slice(0, index));
    return `| ${offset} | \`${name}\` | \`${nameOf(type)}\` | ${(docs ?? []).join(' ').trim()} |\n`;
  });
  return `## ${account}

Program \`${idl.metadata.name}\`. ${structBytes(fields)} bytes; the first eight are the discriminator, \`${hex(discriminator)}\`.

| offset | field | type | meaning |
| ---: | --- | --- | --- |
${rows.join('')}`;
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
