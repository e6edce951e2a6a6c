// SPL Token's accounts as bytes. Token-2022 begins with the same layout; what follows it is left alone.
import type { Account } from './account.ts';
import { type Address, addressFromBytes, TOKEN_2022_PROGRAM, TOKEN_PROGRAM } from './address.ts';

export const TOKEN_PROGRAMS: readonly Address[] = [TOKEN_PROGRAM, TOKEN_2022_PROGRAM];

const MINT_BYTES = 82;
const ACCOUNT_BYTES = 165;
const MULTISIG_BYTES = 355;
const EXTENDED_MINT = 1;
const EXTENDED_ACCOUNT = 2;

export interface Mint {
  readonly mintAuthority: Address | null;
  readonly supply: bigint;
  readonly decimals: number;
  readonly freezeAuthority: Address | null;
}

export interface TokenAccount {
  readonly mint: Address;
  readonly owner: Address;
  readonly amount: bigint;
  readonly delegate: Address | null;
  readonly state: 'initialized' | 'frozen';
  /** What a wrapped SOL account must keep; null where it wraps nothing. */
  readonly rentExemptReserve: bigint | null;
  readonly delegatedAmount: bigint;
  readonly closeAuthority: Address | null;
}

export interface TokenBalance {
  readonly accountIndex: number;
  readonly mint: Address;
  readonly owner: Address;
  readonly programId: Address;
  readonly amount: bigint;
  readonly decimals: number;
}

const view = (data: Uint8Array) => new DataView(data.buffer, data.byteOffset, data.byteLength);
const u64 = (data: Uint8Array, at: number) => view(data).getBigUint64(at, true);
const isSome = (data: Uint8Array, at: number) => view(data).getUint32(at, true) === 1;
const key = (data: Uint8Array, at: number) => addressFromBytes(data.subarray(at, at + 32));
const keyOrNull = (data: Uint8Array, at: number) => (isSome(data, at) ? key(data, at + 4) : null);

/** Extended accounts are padded to a token account's length, and the next byte says what they are. */
function isOfKind(account: Account, bytes: number, extended: number): boolean {
  if (!TOKEN_PROGRAMS.includes(account.owner)) return false;
  if (account.data.length === bytes) return true;
  return (
    account.owner === TOKEN_2022_PROGRAM &&
    account.data.length > ACCOUNT_BYTES &&
    account.data.length !== MULTISIG_BYTES &&
    account.data[ACCOUNT_BYTES] === extended
  );
}

export function readMint(account: Account | null): Mint | null {
  if (account === null || !isOfKind(account, MINT_BYTES, EXTENDED_MINT)) return null;
  const { data } = account;
  if (data[45] !== 1) return null;
  return {
    mintAuthority: keyOrNull(data, 0),
    supply: u64(data, 36),
    decimals: data[44] as number,
    freezeAuthority: keyOrNull(data, 46),
  };
}

export function readTokenAccount(account: Account | null): TokenAccount | null {
  if (account === null || !isOfKind(account, ACCOUNT_BYTES, EXTENDED_ACCOUNT)) return null;
  const { data } = account;
  const state = data[108];
  if (state !== 1 && state !== 2) return null;
  return {
    mint: key(data, 0),
    owner: key(data, 32),
    amount: u64(data, 64),
    delegate: keyOrNull(data, 72),
    state: state === 1 ? 'initialized' : 'frozen',
    rentExemptReserve: isSome(data, 109) ? u64(data, 113) : null,
    delegatedAmount: u64(data, 121),
    closeAuthority: keyOrNull(data, 129),
  };
}

/** An amount in whole tokens, exactly, without trailing zeros. */
export function decimalText(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
