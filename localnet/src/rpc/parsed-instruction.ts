// `jsonParsed`: the instructions that Agave shows in the open. All others are shown with their addresses and bytes.
import {
  type Address,
  ASSOCIATED_TOKEN_PROGRAM,
  addressFromBytes,
  MEMO_PROGRAMS,
  SYSTEM_PROGRAM,
  TOKEN_2022_PROGRAM,
  TOKEN_PROGRAM,
} from '../chain/address.ts';
import { tokenAmount } from './parsed-account.ts';

export interface ParsedInstruction {
  readonly program: string;
  readonly programId: Address;
  readonly parsed: unknown;
}

class Fields {
  readonly #view: DataView;
  #at: number;

  constructor(data: Uint8Array, from: number) {
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.#at = from;
  }

  #skip(bytes: number): number {
    const at = this.#at;
    this.#at += bytes;
    return at;
  }

  u8 = () => this.#view.getUint8(this.#skip(1));
  u64 = () => this.#view.getBigUint64(this.#skip(8), true);
  text = () => this.u64().toString();
  key(): Address {
    const at = this.#skip(32);
    if (at + 32 > this.#view.byteLength) throw new RangeError('an address ends too early');
    return addressFromBytes(new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, 32));
  }
  keyOrNothing = (name: string) => (this.u8() === 1 ? { [name]: this.key() } : {});
  amount(): unknown {
    const amount = this.u64();
    return tokenAmount(amount, this.u8());
  }
}

/** The names of its accounts, in their order, and what its data holds. An account marked `*` may be a multisig. */
type Layout = readonly [type: string, accounts: string, data?: (fields: Fields) => Record<string, unknown>];

const SYSTEM: Readonly<Record<number, Layout>> = {
  0: ['createAccount', 'source newAccount', (f) => ({ lamports: f.u64(), space: f.u64(), owner: f.key() })],
  1: ['assign', 'account', (f) => ({ owner: f.key() })],
  2: ['transfer', 'source destination', (f) => ({ lamports: f.u64() })],
  4: ['advanceNonce', 'nonceAccount recentBlockhashesSysvar nonceAuthority'],
  5: [
    'withdrawFromNonce',
    'nonceAccount destination recentBlockhashesSysvar rentSysvar nonceAuthority',
    (f) => ({ lamports: f.u64() }),
  ],
  6: ['initializeNonce', 'nonceAccount recentBlockhashesSysvar rentSysvar', (f) => ({ nonceAuthority: f.key() })],
  7: ['authorizeNonce', 'nonceAccount nonceAuthority', (f) => ({ newAuthorized: f.key() })],
  8: ['allocate', 'account', (f) => ({ space: f.u64() })],
};

const mintFields = (f: Fields) => ({ decimals: f.u8(), mintAuthority: f.key(), ...f.keyOrNothing('freezeAuthority') });

const TOKEN: Readonly<Record<number, Layout>> = {
  0: ['initializeMint', 'mint rentSysvar', mintFields],
  1: ['initializeAccount', 'account mint owner rentSysvar'],
  3: ['transfer', 'source destination authority*', (f) => ({ amount: f.text() })],
  4: ['approve', 'source delegate owner*', (f) => ({ amount: f.text() })],
  5: ['revoke', 'source owner*'],
  7: ['mintTo', 'mint account mintAuthority*', (f) => ({ amount: f.text() })],
  8: ['burn', 'account mint authority*', (f) => ({ amount: f.text() })],
  9: ['closeAccount', 'account destination owner*'],
  10: ['freezeAccount', 'account mint freezeAuthority*'],
  11: ['thawAccount', 'account mint freezeAuthority*'],
  12: ['transferChecked', 'source mint destination authority*', (f) => ({ tokenAmount: f.amount() })],
  13: ['approveChecked', 'source mint delegate owner*', (f) => ({ tokenAmount: f.amount() })],
  14: ['mintToChecked', 'mint account mintAuthority*', (f) => ({ tokenAmount: f.amount() })],
  15: ['burnChecked', 'account mint authority*', (f) => ({ tokenAmount: f.amount() })],
  16: ['initializeAccount2', 'account mint rentSysvar', (f) => ({ owner: f.key() })],
  17: ['syncNative', 'account'],
  18: ['initializeAccount3', 'account mint', (f) => ({ owner: f.key() })],
  20: ['initializeMint2', 'mint', mintFields],
  22: ['initializeImmutableOwner', 'account'],
};

const ASSOCIATED = 'source account wallet mint systemProgram tokenProgram';

function named(names: string, accounts: readonly Address[]): Record<string, unknown> | null {
  const list = names.split(' ');
  if (accounts.length < list.length) return null;
  const signers = accounts.slice(list.length);
  const fields = list.map((name, index) => {
    const account = accounts[index];
    if (!name.endsWith('*')) return { [name]: account };
    const plain = name.slice(0, -1);
    const multisig = `multisig${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
    return signers.length === 0 ? { [plain]: account } : { [multisig]: account, signers };
  });
  return Object.assign({}, ...fields);
}

function parse(layout: Layout | undefined, accounts: readonly Address[], data: Uint8Array, from: number): unknown {
  if (layout === undefined) return null;
  const [type, names, read] = layout;
  const info = named(names, accounts);
  if (info === null) return null;
  try {
    return { type, info: { ...info, ...read?.(new Fields(data, from)) } };
  } catch (error) {
    // Data that ends too early: the program refused it, and it is shown as the bytes that it is.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function parsedBy(programId: Address, accounts: readonly Address[], data: Uint8Array): [string, unknown] | null {
  switch (programId) {
    case SYSTEM_PROGRAM: {
      const code = data.length < 4 ? -1 : new DataView(data.buffer, data.byteOffset).getUint32(0, true);
      return ['system', parse(SYSTEM[code], accounts, data, 4)];
    }
    case TOKEN_PROGRAM:
      return ['spl-token', parse(TOKEN[data[0] ?? -1], accounts, data, 1)];
    case TOKEN_2022_PROGRAM:
      return ['spl-token-2022', parse(TOKEN[data[0] ?? -1], accounts, data, 1)];
    case ASSOCIATED_TOKEN_PROGRAM: {
      const type = (data[0] ?? 0) === 0 ? 'create' : data[0] === 1 ? 'createIdempotent' : null;
      return ['spl-associated-token-account', type && parse([type, ASSOCIATED], accounts, data, 1)];
    }
    default:
      return MEMO_PROGRAMS.includes(programId) ? ['spl-memo', Buffer.from(data).toString()] : null;
  }
}

/** Null where it is shown as it is. */
export function parseInstruction(
  programId: Address,
  accounts: readonly Address[],
  data: Uint8Array,
): ParsedInstruction | null {
  const [program, parsed] = parsedBy(programId, accounts, data) ?? [];
  return program === undefined || parsed === null ? null : { program, programId, parsed };
}
