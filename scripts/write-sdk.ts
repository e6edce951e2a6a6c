// Writes what the SDK knows of the programs from their IDLs: addresses, layouts, instructions, events, errors, and the IDLs
// themselves with their types. With --check it only says which of the committed files are not fresh.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PublicKey } from '@solana/web3.js';
import { accountsOf, hex, IDLS, type Idl, type IdlField, type IdlInstruction, type IdlType, ROOT } from './idls.ts';

const HEADER = "// Written by `npm run programs:layouts` from the IDLs. Don't edit.\n\n";

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`_${name}`);
const constant = (name: string) => name.toUpperCase();
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const discriminator = (bytes: readonly number[]) => `0x${hex(bytes)}n`;
const programOf = (idl: Idl) => `${constant(idl.metadata.name)}_PROGRAM`;
const comment = (docs: readonly string[] = []) => (docs.length === 0 ? '' : `/** ${docs.join(' ').trim()} */\n`);
const imported = (from: string, names: ReadonlySet<string>, kind = '') =>
  names.size === 0 ? '' : `import ${kind}{ ${[...names].sort().join(', ')} } from '${from}';\n`;

/** The addresses that the IDLs fix, by the constant that holds them. */
const CONSTANTS = new Map([
  ...IDLS.map((idl) => [idl.address, programOf(idl)] as const),
  ['11111111111111111111111111111111', 'SYSTEM_PROGRAM'] as const,
  ['TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', 'TOKEN_PROGRAM'] as const,
]);

/** Fields that are words in ASCII. */
const isGrade = ({ name, type }: IdlField) => name === 'grade' && typeof type === 'object' && 'array' in type;

/** One generated file: the codecs that its layouts use are imported as they are met. */
class Room {
  readonly codecs = new Set<string>();
  readonly types = new Set<string>();

  /** A field's TypeScript type and its codec. */
  field(field: IdlField): { type: string; codec: string } {
    if (isGrade(field)) {
      this.codecs.add('grade').add('type Grade');
      return { type: 'Grade', codec: 'grade' };
    }
    return this.of(field.type);
  }

  of(type: IdlType): { type: string; codec: string } {
    if (typeof type === 'string') {
      const shape = { bool: 'boolean', pubkey: 'Address', u64: 'bigint', i64: 'bigint' }[type] ?? 'number';
      if (shape === 'Address') this.types.add('Address');
      this.codecs.add(type);
      return { type: shape, codec: type };
    }
    if ('option' in type) {
      const item = this.of(type.option);
      this.codecs.add('option');
      return { type: `${item.type} | null | undefined`, codec: `/* @__PURE__ */ option(${item.codec})` };
    }
    if ('array' in type) {
      const [item, length] = type.array;
      const kind = item === 'u8' ? 'bytes' : 'array';
      this.codecs.add(kind);
      if (kind === 'bytes') return { type: 'Uint8Array', codec: `/* @__PURE__ */ bytes(${length})` };
      const { type: shape, codec } = this.of(item);
      return { type: `readonly ${shape}[]`, codec: `/* @__PURE__ */ array(${codec}, ${length})` };
    }
    throw new Error(`the SDK has no codec for the IDL type ${JSON.stringify(type)}`);
  }

  shape(name: string, fields: readonly IdlField[]): string {
    const lines = fields.map((field) => {
      const optional = typeof field.type === 'object' && 'option' in field.type ? '?' : '';
      return `${comment(field.docs)}readonly ${camel(field.name)}${optional}: ${this.field(field).type};\n`;
    });
    return `export interface ${name} {\n${lines.join('')}}\n`;
  }

  struct(type: string, fields: readonly IdlField[]): string {
    this.codecs.add('struct');
    const lines = fields.map((field) => `${camel(field.name)}: ${this.field(field).codec},\n`);
    return `/* @__PURE__ */ struct<${type}>({\n${lines.join('')}})`;
  }

  imports(depth: string): string {
    return (
      imported(`${depth}address.ts`, this.types, 'type ') +
      imported(`${depth}codec/grade.ts`, new Set([...this.codecs].filter((name) => /grade/i.test(name)))) +
      imported(`${depth}codec/codec.ts`, new Set([...this.codecs].filter((name) => !/grade/i.test(name))))
    );
  }
}

function fieldsOf(idl: Idl, name: string): IdlField[] {
  const fields = idl.types?.find((type) => type.name === name)?.type.fields;
  if (fields === undefined) throw new Error(`the IDL of ${idl.metadata.name} has no struct ${name}`);
  return fields;
}

function programs(): string {
  const ids = IDLS.map((idl) => `export const ${programOf(idl)} = '${idl.address}' as Address;\n`);
  const authority = (name: string, program: string) => {
    const owner = IDLS.find((idl) => idl.metadata.name === program)?.address ?? '';
    const [address] = PublicKey.findProgramAddressSync([Buffer.from(name)], new PublicKey(owner));
    return `/** Signs for the ${program.replace('_', ' ')} where it calls other programs. */\nexport const ${constant(name)} = '${address}' as Address;\n`;
  };
  return [
    "import type { Address } from './address.ts';\n",
    ...ids,
    authority('risk_authority', 'risk_engine'),
    authority('handler_authority', 'insolvency_handler'),
  ].join('\n');
}

function accounts(): string {
  const room = new Room();
  const sections = IDLS.flatMap((idl) =>
    accountsOf(idl).map(({ name, discriminator: bytes }) => {
      const fields = fieldsOf(idl, name);
      return `${room.shape(name, fields)}
export const ${lower(name)}Codec: AccountCodec<${name}> = /* @__PURE__ */ accountCodec({
  name: '${name}',
  program: ${programOf(idl)},
  discriminator: ${discriminator(bytes)},
  fields: ${room.struct(name, fields)},
});
`;
    }),
  );
  const owners = new Set(IDLS.filter((idl) => accountsOf(idl).length > 0).map(programOf));
  return [
    room.imports('../') +
      imported('../programs.ts', owners) +
      "import { type AccountCodec, accountCodec } from './account.ts';\n",
    ...sections,
  ].join('\n');
}

function events(): string {
  const room = new Room();
  const all = IDLS.flatMap((idl) => (idl.events ?? []).map((event) => ({ idl, ...event })));
  if (new Set(all.map(({ name }) => name)).size < all.length) throw new Error('two programs have an event of one name');
  const codec = (name: string) => `${lower(name).replace(/Event$/, '')}Event`;
  const sections = all.map(({ idl, name, discriminator: bytes }) => {
    const fields = fieldsOf(idl, name);
    const { docs } = idl.types?.find((type) => type.name === name) ?? {};
    return `${comment(docs)}${room.shape(name, fields)}
export const ${codec(name)}: EventCodec<'${idl.metadata.name}', '${name}', ${name}> = /* @__PURE__ */ eventCodec({
  program: '${idl.metadata.name}',
  name: '${name}',
  discriminator: ${discriminator(bytes)},
  fields: ${room.struct(name, fields)},
});
`;
  });
  return [
    `${room.imports('../')}import { type EventCodec, type EventOf, eventCodec } from './event.ts';\n`,
    ...sections,
    `export const EVENTS = [${all.map(({ name }) => codec(name)).join(', ')}] as const;\n`,
    '/** What the programs tell, each by its name. */\nexport type PercosecEvent = EventOf<(typeof EVENTS)[number]>;\n',
  ].join('\n');
}

function instructions(): string {
  const room = new Room();
  const addresses = new Set<string>();
  const own = new Set<string>();
  const name = (type: string) => {
    const known = CONSTANTS.get(type);
    if (known === undefined) throw new Error(`the SDK has no name for the address ${type}`);
    (known.startsWith('SYSTEM') || known.startsWith('TOKEN') ? addresses : own).add(known);
    return known;
  };
  const role = ({ address, signer, writable, optional }: IdlInstruction['accounts'][number]) =>
    address === undefined
      ? `'${(signer ? 's' : '') + (writable ? 'w' : signer ? '' : 'r') + (optional ? '?' : '')}'`
      : name(address);
  const seen = new Set<string>();

  const sections = IDLS.flatMap((idl) =>
    idl.instructions.map((instruction) => {
      const [only] = instruction.args;
      // One struct of arguments is encoded as its fields are.
      const fields =
        only !== undefined && typeof only.type === 'object' && 'defined' in only.type
          ? fieldsOf(idl, only.type.defined.name)
          : instruction.args;
      const twin = IDLS.filter((other) => other.instructions.some((one) => one.name === instruction.name)).length > 1;
      const called = twin ? `${idl.metadata.name}_${instruction.name}` : instruction.name;
      const type = `${pascal(called)}Args`;
      const metas = instruction.accounts.map((account) => `${camel(account.name)}: ${role(account)},\n`);
      if (seen.has(called)) throw new Error(`two instructions are called ${called}`);
      seen.add(called);
      const shape = fields.length === 0 ? '' : room.shape(type, fields);
      return `${shape}
${comment(instruction.docs)}export const ${constant(called)} = /* @__PURE__ */ instructionSpec({
  name: '${instruction.name}',
  program: ${name(idl.address)},
  discriminator: ${discriminator(instruction.discriminator)},
  accounts: {\n${metas.join('')}},
  args: ${room.struct(fields.length === 0 ? 'object' : type, fields)},
});
`;
    }),
  );
  const returns = IDLS.flatMap((idl) =>
    idl.instructions.flatMap(({ returns: type }) => {
      if (type === undefined) return [];
      if (typeof type !== 'object' || !('defined' in type)) throw new Error('an instruction returns no struct');
      const fields = fieldsOf(idl, type.defined.name);
      room.codecs.add('type Codec');
      return `${room.shape(type.defined.name, fields)}
export const ${lower(type.defined.name)}Codec: Codec<${type.defined.name}> = ${room.struct(type.defined.name, fields)};
`;
    }),
  );
  return [
    room.imports('../') +
      imported('../addresses.ts', addresses) +
      imported('../programs.ts', own) +
      "import { instructionSpec } from './spec.ts';\n",
    ...sections,
    ...returns,
  ].join('\n');
}

function errors(): string {
  const tables = IDLS.map((idl) => {
    const lines = (idl.errors ?? []).map(
      ({ code, name, msg }) => `${code}: { name: '${name}', message: ${JSON.stringify(msg)} },\n`,
    );
    return `${idl.metadata.name}: {\n${lines.join('')}},\n`;
  });
  return `/** What each program refuses with, by its number. */\nexport const PROGRAM_ERRORS = {\n${tables.join('')}} as const;

export type ProgramName = keyof typeof PROGRAM_ERRORS;
`;
}

/** Names as Anchor's client has them: `deposit`, `insurancePool`, `depositorTokenAccount`. */
const inCamelCase = (idl: Idl) =>
  JSON.stringify(idl, (key, value) => (key === 'name' && typeof value === 'string' ? lower(camel(value)) : value));

/** As Anchor writes them: the IDL in its own names, and the same in camelCase as a type. */
function idlModule(idl: Idl): string {
  const name = pascal(idl.metadata.name);
  return `export const ${constant(idl.metadata.name)}_IDL = ${JSON.stringify(idl)};

/** The IDL in camelCase, as Anchor's \`Program\` reads it. */
export type ${name} = ${inCamelCase(idl)};
`;
}

const files: Record<string, string> = {
  'programs.ts': programs(),
  'accounts/generated.ts': accounts(),
  'events/generated.ts': events(),
  'instructions/generated.ts': instructions(),
  'errors/program-errors.ts': errors(),
  ...Object.fromEntries(IDLS.map((idl) => [`anchor/idl/${idl.metadata.name.replace('_', '-')}.ts`, idlModule(idl)])),
};

const biome = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** Formatted and with sorted imports, as every other file. */
const tidy = (file: string, text: string) =>
  execFileSync(process.execPath, [biome, 'check', '--write', `--stdin-file-path=${file}`], {
    input: text,
    cwd: ROOT,
    encoding: 'utf8',
  });

for (const [name, body] of Object.entries(files)) {
  const file = path.join('sdk/src', name);
  const target = path.join(ROOT, file);
  const text = tidy(file, `${HEADER}${body}`);
  if (!process.argv.includes('--check')) {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(`${file} is not what the IDLs say: run "npm run programs:layouts".`);
    process.exitCode = 1;
  }
}
