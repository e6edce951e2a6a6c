// What the chain's bytes say, read by the tables of docs/: nothing of the SDK is believed here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Connection, PublicKey } from '@solana/web3.js';

const DOCS = path.resolve(import.meta.dirname, '../../../docs');
const WIDTHS: Readonly<Record<string, number>> = { u8: 1, u16: 2, u32: 4, u64: 8, i64: 8 };

interface Field {
  readonly name: string;
  readonly offset: number;
  readonly type: string;
}

/** The table under a heading that contains these words. */
function tableOf(file: string, heading: string): readonly Field[] {
  const page = readFileSync(path.join(DOCS, file), 'utf8');
  const [, section] = page.split(new RegExp(`^#+ .*\\b${heading}\\b.*$`, 'm'));
  const [own = ''] = section?.split(/^#+ /m) ?? [];
  const rows = [...own.matchAll(/^\|\s*(\d+)\s*\|\s*`?(\w+)`?\s*\|\s*`?(\w+)`?\s*\|/gm)];
  if (rows.length === 0) throw new Error(`docs/${file} has no table of ${heading}`);
  return rows.map(([, offset, name, type]) => ({ name: name ?? '', offset: Number(offset), type: type ?? '' }));
}

const TABLES = {
  InsuredMarket: tableOf('PROTOCOL.md', 'InsuredMarket'),
  InsurancePool: tableOf('accounts.md', 'InsurancePool'),
  ProviderPosition: tableOf('accounts.md', 'ProviderPosition'),
  PremiumState: tableOf('accounts.md', 'PremiumState'),
  MarketClaims: tableOf('accounts.md', 'MarketClaims'),
  InsolvencyRecord: tableOf('accounts.md', 'InsolvencyRecord'),
};
export type Table = keyof typeof TABLES;

/** A field's value; an error where the docs know none of that name. */
export type Fields = (name: string) => bigint;

function read(data: Buffer, { offset, type }: Field): bigint {
  const width = WIDTHS[type];
  if (width === undefined) throw new Error(`${type} is no number`);
  const low = BigInt(data.readUIntLE(offset, Math.min(width, 4)));
  const value = width === 8 ? low | (BigInt(data.readUInt32LE(offset + 4)) << 32n) : low;
  return type.startsWith('i') ? BigInt.asIntN(64, value) : value;
}

export interface Account {
  readonly fields: Fields;
  /** 32 bytes at a field's offset. */
  readonly key: (name: string) => string;
}

/** Accounts of one slot, as they are now. */
export async function documented<const Tables extends readonly Table[]>(
  rpcUrl: string,
  tables: Tables,
  addresses: readonly PublicKey[],
): Promise<{ readonly slot: bigint; readonly accounts: { readonly [At in keyof Tables]: Account } }> {
  const connection = new Connection(rpcUrl, 'processed');
  const { context, value } = await connection.getMultipleAccountsInfoAndContext([...addresses]);
  const accounts = tables.map((table, at): Account => {
    const data = value[at]?.data;
    const fieldOf = (name: string) => {
      const field = TABLES[table].find((one) => one.name === name);
      if (field === undefined) throw new Error(`docs know no ${name} of ${table}`);
      if (data === undefined) throw new Error(`the chain has no ${table} at ${addresses[at]}`);
      return { field, data };
    };
    return {
      fields(name) {
        const { field, data } = fieldOf(name);
        return read(data, field);
      },
      key(name) {
        const { field, data } = fieldOf(name);
        return new PublicKey(data.subarray(field.offset, field.offset + 32)).toBase58();
      },
    };
  });
  return { slot: BigInt(context.slot), accounts: accounts as never };
}
