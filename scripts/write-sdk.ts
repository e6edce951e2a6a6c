// Writes what the SDK knows of the programs from their IDLs: addresses, layouts, instructions, events, errors, and the IDLs
// themselves with their types. With --check it only says which of the committed files are not fresh.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PublicKey } from '@solana/web3.js';
import {
  accountsOf,
  camel,
  hex,
  IDLS,
  type Idl,
  type IdlField,
  type IdlInstruction,
  type IdlType,
  ROOT,
  structBytes,
} from './idls.ts';

const HEADER = "// Written by `npm run programs:layouts` from the IDLs. Don't edit.\n\n";

const pascal = (name: string) => camel(`_${name}`);
const constant = (name: string) => name.toUpperCase();
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const discriminator = (bytes: readonly number[]) => `0x${hex(bytes)}n`;
const programOf = (idl: Idl) => `${constant(idl.metadata.name)}_PROGRAM`;
const comment = (docs: readonly string[] = []) => (docs.length === 0 ? '' : `/** ${docs.join(' ').trim()} */\n`);
/** The addresses that the IDLs fix: where the SDK has them, and by what name. */
const CONSTANTS = new Map<string, readonly [file: string, name: string]>([
  ...IDLS.map((idl) => [idl.address, ['../programs.ts', programOf(idl)]] as const),
  ['11111111111111111111111111111111', ['../addresses.ts', 'SYSTEM_PROGRAM']],
  ['TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', ['../addresses.ts', 'TOKEN_PROGRAM']],
]);

const unknown = (type: IdlType) => new Error(`the SDK has no codec for the IDL type ${JSON.stringify(type)}`);

/** A field that is one of a few words in ASCII. */
const isGrade = ({ name }: IdlField) => name === 'grade';

/** What a generated file's layouts need from elsewhere, imported as it is met. */
class Room {
  readonly imports = new Map<string, Set<string>>();

  need(from: string, name: string, called = name): string {
    const names = this.imports.get(from) ?? new Set();
    this.imports.set(from, names.add(name));
    return called;
  }

  private type(field: IdlField): string {
    if (isGrade(field)) return this.need('../codec/grade.ts', 'type Grade', 'Grade');
    return this.typeOf(field.type);
  }

  private typeOf(type: IdlType): string {
    if (type === 'pubkey') return this.need('../address.ts', 'type Address', 'Address');
    if (typeof type === 'string') return { bool: 'boolean', u64: 'bigint', i64: 'bigint' }[type] ?? 'number';
    if ('option' in type) return `${this.typeOf(type.option)} | null | undefined`;
    if ('array' in type) return type.array[0] === 'u8' ? 'Uint8Array' : `readonly ${this.typeOf(type.array[0])}[]`;
    throw unknown(type);
  }

  shape(name: string, fields: readonly IdlField[]): string {
    const lines = fields.map((field) => {
      const optional = typeof field.type === 'object' && 'option' in field.type ? '?' : '';
      return `${comment(field.docs)}readonly ${camel(field.name)}${optional}: ${this.type(field)};\n`;
    });
    return `export interface ${name} {\n${lines.join('')}}\n`;
  }

  /** The code that reads such a struct. */
  reader(fields: readonly IdlField[]): string {
    const value = (field: IdlField): string => {
      const { type } = field;
      if (isGrade(field)) return `${this.need('../codec/read.ts', 'grade')}(from)`;
      if (typeof type === 'string') return `${this.need('../codec/read.ts', type)}(from)`;
      if (!('array' in type)) throw unknown(type);
      const [item, length] = type.array;
      if (item === 'u8') return `${this.need('../codec/read.ts', 'bytes')}(from, ${length})`;
      return `${this.need('../codec/read.ts', 'array')}(from, ${this.need('../codec/read.ts', String(item))}, ${length})`;
    };
    return `(from) => ({ ${fields.map((field) => `${camel(field.name)}: ${value(field)}`).join(', ')} })`;
  }

  /** The table that such a struct is written by. */
  table(fields: readonly IdlField[]): string {
    const value = (type: IdlType): string => {
      if (typeof type === 'string') return `'${type}'`;
      if ('option' in type) {
        this.need('../codec/option.ts', 'option');
        return `/* @__PURE__ */ option<${this.typeOf(type.option)}>(${value(type.option)})`;
      }
      if (!('array' in type)) throw unknown(type);
      const [item, length] = type.array;
      return item === 'u8' ? String(length) : `[${value(item)}, ${length}]`;
    };
    const rows = fields.map((field) => `${camel(field.name)}: ${isGrade(field) ? "'grade'" : value(field.type)}`);
    return `{ ${rows.join(', ')} }`;
  }

  file(...sections: readonly string[]): string {
    const imports = [...this.imports].map(([from, names]) => `import { ${[...names].join(', ')} } from '${from}';\n`);
    return [imports.join(''), ...sections].join('\n');
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
    `/** By the names that events and errors have. */\nexport const PROGRAMS = {\n${IDLS.map((idl) => `${idl.metadata.name}: ${programOf(idl)},\n`).join('')}} as const;\n\nexport type ProgramName = keyof typeof PROGRAMS;\n`,
    authority('risk_authority', 'risk_engine'),
    authority('handler_authority', 'insolvency_handler'),
  ].join('\n');
}

function accounts(): string {
  const room = new Room();
  for (const name of ['type AccountCodec', 'type AccountLayout', 'accountCodec']) room.need('./account.ts', name);
  return room.file(
    ...IDLS.flatMap((idl) =>
      accountsOf(idl).map(({ name, discriminator: bytes }) => {
        room.need('../programs.ts', programOf(idl));
        const fields = fieldsOf(idl, name);
        return `${room.shape(name, fields)}
export const ${lower(name)}Layout: AccountLayout<${name}> = {
  name: '${name}',
  program: ${programOf(idl)},
  size: ${structBytes(fields)},
  discriminator: ${discriminator(bytes)},
  read: ${room.reader(fields)},
};

export const ${lower(name)}Codec: AccountCodec<${name}> = /* @__PURE__ */ accountCodec(${lower(name)}Layout, ${room.table(fields)});
`;
      }),
    ),
  );
}

function events(): string {
  const room = new Room();
  for (const name of ['type EventCodec', 'type EventOf', 'eventCodec']) room.need('./event.ts', name);
  const all = IDLS.flatMap((idl) => (idl.events ?? []).map((event) => ({ idl, ...event })));
  if (new Set(all.map(({ name }) => name)).size < all.length) throw new Error('two programs have an event of one name');
  const codec = (name: string) => `${lower(name).replace(/Event$/, '')}Event`;
  return room.file(
    ...all.map(({ idl, name, discriminator: bytes }) => {
      const fields = fieldsOf(idl, name);
      const { docs } = idl.types?.find((type) => type.name === name) ?? {};
      const program = `'${idl.metadata.name}'`;
      return `${comment(docs)}${room.shape(name, fields)}
export const ${codec(name)}: EventCodec<${program}, '${name}', ${name}> = /* @__PURE__ */ eventCodec<${program}, '${name}', ${name}>({
  program: ${program},
  name: '${name}',
  size: ${structBytes(fields)},
  discriminator: ${discriminator(bytes)},
  read: ${room.reader(fields)},
  fields: ${room.table(fields)},
});
`;
    }),
    `export const EVENTS = [${all.map(({ name }) => codec(name)).join(', ')}] as const;\n`,
    '/** What the programs tell, each by its name. */\nexport type PercosecEvent = EventOf<(typeof EVENTS)[number]>;\n',
  );
}

function instructions(): string {
  const room = new Room();
  room.need('./spec.ts', 'type InstructionSpec');
  const named = (address: string) => {
    const [file, name] = CONSTANTS.get(address) ?? [];
    if (file === undefined || name === undefined) throw new Error(`the SDK has no name for the address ${address}`);
    room.need(file, name);
    return name;
  };
  const role = ({ address, signer, writable, optional }: IdlInstruction['accounts'][number]) =>
    address !== undefined
      ? named(address)
      : `'${(signer ? 's' : '') + (writable ? 'w' : signer ? '' : 'r') + (optional ? '?' : '')}'`;

  const specs = IDLS.flatMap((idl) =>
    idl.instructions.map((instruction) => {
      const [only] = instruction.args;
      // One struct of arguments is encoded as its fields are.
      const fields =
        only !== undefined && typeof only.type === 'object' && 'defined' in only.type
          ? fieldsOf(idl, only.type.defined.name)
          : instruction.args;
      const twin = IDLS.filter((other) => other.instructions.some(({ name }) => name === instruction.name)).length > 1;
      const name = twin ? `${idl.metadata.name}_${instruction.name}` : instruction.name;
      const type = fields.length === 0 ? 'object' : `${pascal(name)}Args`;
      const accounts = instruction.accounts.map((account) => ({ name: camel(account.name), role: role(account) }));
      return `${fields.length === 0 ? '' : room.shape(type, fields)}
${comment(instruction.docs)}export const ${constant(name)}: InstructionSpec<${accounts.map((account) => `'${account.name}'`).join(' | ')}, ${type}> = {
  name: '${instruction.name}',
  program: ${named(idl.address)},
  discriminator: ${discriminator(instruction.discriminator)},
  accounts: { ${accounts.map((account) => `${account.name}: ${account.role}`).join(', ')} },
  args: ${room.table(fields)},
};
`;
    }),
  );
  const returns = IDLS.flatMap((idl) =>
    idl.instructions.flatMap(({ returns: type }) => {
      if (type === undefined) return [];
      if (typeof type !== 'object' || !('defined' in type)) throw new Error('an instruction returns no struct');
      const { name } = type.defined;
      room.need('../codec/layout.ts', 'type Cursor');
      const fields = fieldsOf(idl, name);
      const read = room.reader(fields).replace('(from)', `(from: Cursor): ${name}`);
      return `${room.shape(name, fields)}\nexport const read${name} = ${read};\n`;
    }),
  );
  return room.file(...specs, ...returns);
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
