// `jsonParsed`: the accounts whose layout Agave shows in the open. Null for all others, which are sent as base64.
import type { Account } from '../chain/account.ts';
import {
  type Address,
  addressFromBytes,
  CLOCK_SYSVAR,
  SYSTEM_PROGRAM,
  TOKEN_2022_PROGRAM,
  TOKEN_PROGRAM,
  UPGRADEABLE_LOADER,
} from '../chain/address.ts';
import { decimalText, readMint, readTokenAccount } from '../chain/tokens.ts';

export interface Parsed {
  readonly program: string;
  readonly parsed: { readonly type: string; readonly info: Readonly<Record<string, unknown>> };
}

const NONCE_BYTES = 80;
const PROGRAM = 2;
const PROGRAM_DATA = 3;
const PROGRAM_DATA_HEADER = 45;
const CLOCK_BYTES = 40;

export const tokenAmount = (amount: bigint, decimals: number) => ({
  amount: amount.toString(),
  decimals,
  uiAmount: Number(decimalText(amount, decimals)),
  uiAmountString: decimalText(amount, decimals),
});

const view = ({ data }: Account) => new DataView(data.buffer, data.byteOffset, data.byteLength);

function parseToken(account: Account, read: (address: Address) => Account | null): Parsed | null {
  const program = account.owner === TOKEN_PROGRAM ? 'spl-token' : 'spl-token-2022';
  const mint = readMint(account);
  if (mint !== null) {
    const { mintAuthority, supply, decimals, freezeAuthority } = mint;
    const info = { decimals, freezeAuthority, isInitialized: true, mintAuthority, supply: supply.toString() };
    return { program, parsed: { type: 'mint', info } };
  }
  const token = readTokenAccount(account);
  if (token === null) return null;
  const decimals = readMint(read(token.mint))?.decimals;
  if (decimals === undefined) return null;
  const info = {
    ...(token.closeAuthority === null ? {} : { closeAuthority: token.closeAuthority }),
    ...(token.delegate === null
      ? {}
      : { delegate: token.delegate, delegatedAmount: tokenAmount(token.delegatedAmount, decimals) }),
    isNative: token.rentExemptReserve !== null,
    mint: token.mint,
    owner: token.owner,
    ...(token.rentExemptReserve === null ? {} : { rentExemptReserve: tokenAmount(token.rentExemptReserve, decimals) }),
    state: token.state,
    tokenAmount: tokenAmount(token.amount, decimals),
  };
  return { program, parsed: { type: 'account', info } };
}

function parseLoader(account: Account): Parsed | null {
  const program = 'bpf-upgradeable-loader';
  const { data } = account;
  const kind = data.length < 4 ? null : view(account).getUint32(0, true);
  if (kind === PROGRAM && data.length >= 36)
    return { program, parsed: { type: 'program', info: { programData: addressFromBytes(data.subarray(4, 36)) } } };
  if (kind !== PROGRAM_DATA || data.length < PROGRAM_DATA_HEADER) return null;
  const info = {
    authority: data[12] === 1 ? addressFromBytes(data.subarray(13, 45)) : null,
    data: [Buffer.from(data.subarray(PROGRAM_DATA_HEADER)).toString('base64'), 'base64'],
    slot: view(account).getBigUint64(4, true),
  };
  return { program, parsed: { type: 'programData', info } };
}

function parseNonce(account: Account): Parsed | null {
  if (account.data.length !== NONCE_BYTES || view(account).getUint32(4, true) !== 1) return null;
  const info = {
    authority: addressFromBytes(account.data.subarray(8, 40)),
    blockhash: addressFromBytes(account.data.subarray(40, 72)),
    feeCalculator: { lamportsPerSignature: view(account).getBigUint64(72, true).toString() },
  };
  return { program: 'nonce', parsed: { type: 'initialized', info } };
}

function parseClock(account: Account): Parsed {
  const clock = view(account);
  const info = {
    slot: clock.getBigUint64(0, true),
    epochStartTimestamp: clock.getBigInt64(8, true),
    epoch: clock.getBigUint64(16, true),
    leaderScheduleEpoch: clock.getBigUint64(24, true),
    unixTimestamp: clock.getBigInt64(32, true),
  };
  return { program: 'sysvar', parsed: { type: 'clock', info } };
}

export function parseAccount(account: Account, read: (address: Address) => Account | null): Parsed | null {
  switch (account.owner) {
    case TOKEN_PROGRAM:
    case TOKEN_2022_PROGRAM:
      return parseToken(account, read);
    case UPGRADEABLE_LOADER:
      return parseLoader(account);
    case SYSTEM_PROGRAM:
      return parseNonce(account);
    case 'Sysvar1111111111111111111111111111111111111':
      return account.data.length === CLOCK_BYTES &&
        Buffer.compare(account.data, read(CLOCK_SYSVAR)?.data ?? NO_BYTES) === 0
        ? parseClock(account)
        : null;
    default:
      return null;
  }
}

const NO_BYTES = new Uint8Array();
