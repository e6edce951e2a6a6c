// Accounts as JSON: in the encoding that was asked for, cut as it was asked for.
import { zstdCompressSync } from 'node:zlib';
import type { Account } from '../chain/account.ts';
import type { Address } from '../chain/address.ts';
import { encodeBase58 } from '../chain/base58.ts';
import { INVALID_REQUEST, RpcError } from './errors.ts';
import { parseAccount } from './parsed-account.ts';
import { object, oneOf, optional, whole } from './readers.ts';

const LONGEST_BASE58 = 128;
/** A notification can't be refused, so it says what Agave's says in the place of such data. */
const TOO_LONG_TO_NOTIFY = 'error: data too large for bs58 encoding';
/** No account here ever pays rent, which is what this epoch says. */
export const RENT_EXEMPT_EPOCH = (1n << 64n) - 1n;

export const accountEncoding = optional(oneOf('binary', 'base58', 'base64', 'base64+zstd', 'jsonParsed'));
export type AccountEncoding = 'binary' | 'base58' | 'base64' | 'base64+zstd' | 'jsonParsed';

export const accountOptions = {
  encoding: accountEncoding,
  dataSlice: optional(object({ offset: whole, length: whole })),
};

export interface AccountOptions {
  readonly encoding: AccountEncoding | undefined;
  readonly dataSlice: { readonly offset: number; readonly length: number } | undefined;
}

function base58(data: Uint8Array): string {
  if (data.length > LONGEST_BASE58)
    throw new RpcError(
      INVALID_REQUEST,
      'Encoded binary (base 58) data should be less than 128 bytes, please use Base64 encoding.',
    );
  return encodeBase58(data);
}

function encodeData(
  account: Account,
  encoding: AccountEncoding,
  { dataSlice }: AccountOptions,
  read: (address: Address) => Account | null,
): unknown {
  if (encoding === 'jsonParsed') {
    const parsed = parseAccount(account, read);
    if (parsed !== null) return { ...parsed, space: account.data.length };
  }
  const data =
    dataSlice === undefined
      ? account.data
      : account.data.subarray(dataSlice.offset, dataSlice.offset + dataSlice.length);
  if (encoding === 'binary') return base58(data);
  if (encoding === 'base58') return [base58(data), 'base58'];
  if (encoding === 'base64+zstd') return [zstdCompressSync(data).toString('base64'), 'base64+zstd'];
  return [Buffer.from(data).toString('base64'), 'base64'];
}

/** `read` finds the mint of a token account, whose decimals `jsonParsed` shows. */
export function encodeAccount(
  account: Account,
  options: AccountOptions,
  usual: AccountEncoding,
  read: (address: Address) => Account | null,
) {
  return {
    data: encodeData(account, options.encoding ?? usual, options, read),
    executable: account.executable,
    lamports: account.lamports,
    owner: account.owner,
    rentEpoch: RENT_EXEMPT_EPOCH,
    space: account.data.length,
  };
}

export function encodeNotified(account: Account, options: AccountOptions, read: (address: Address) => Account | null) {
  try {
    return encodeAccount(account, options, 'binary', read);
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const { data: _, ...rest } = encodeAccount(account, { ...options, encoding: 'base64' }, 'base64', read);
    return { ...rest, data: TOO_LONG_TO_NOTIFY };
  }
}
