// The InsuredMarket header: the first bytes of whatever account a perp program owns. No IDL describes it.
import type { Address } from '../address.ts';
import type { Fields } from '../codec/layout.ts';
import { bytes, i64, pubkey, u8, u64 } from '../codec/read.ts';
import { type AccountCodec, type AccountLayout, type Origin, readAccount, writeAccount, wrong } from './account.ts';

export interface InsuredMarket {
  readonly version: number;
  /** Bit 0: open for trading. */
  readonly flags: number;
  readonly reserved: Uint8Array;
  /** Who may attach insurance to this market. */
  readonly authority: Address;
  /** Collateral token account that payouts go to. */
  readonly coverVault: Address;
  /** Notional of one side, atoms. */
  readonly openInterest: bigint;
  /** Available liquidity, atoms. */
  readonly liquidity: bigint;
  /** Average leverage of open positions; 10,000 = 1×. */
  readonly avgLeverageBps: bigint;
  /** Last funding rate, parts per million a funding interval. */
  readonly fundingRatePpm: bigint;
  /** Of all deficits since genesis, what the market's own margin buffer has absorbed; never falls. */
  readonly marginAbsorbed: bigint;
  /** All deficits since genesis, gross; never falls. */
  readonly cumulativeDeficit: bigint;
  /** Slot of the last change. */
  readonly updatedSlot: bigint;
}

const NAME = 'InsuredMarket';
const SIZE = 136;

const LAYOUT: AccountLayout<InsuredMarket> = {
  name: NAME,
  program: null,
  size: SIZE,
  discriminator: 0x98a2a7dcd3573076n,
  read: (from) => ({
    version: u8(from),
    flags: u8(from),
    reserved: bytes(from, 6),
    authority: pubkey(from),
    coverVault: pubkey(from),
    openInterest: u64(from),
    liquidity: u64(from),
    avgLeverageBps: u64(from),
    fundingRatePpm: i64(from),
    marginAbsorbed: u64(from),
    cumulativeDeficit: u64(from),
    updatedSlot: u64(from),
  }),
};

const FIELDS: Fields<InsuredMarket> = {
  version: 'u8',
  flags: 'u8',
  reserved: 6,
  authority: 'pubkey',
  coverVault: 'pubkey',
  openInterest: 'u64',
  liquidity: 'u64',
  avgLeverageBps: 'u64',
  fundingRatePpm: 'i64',
  marginAbsorbed: 'u64',
  cumulativeDeficit: 'u64',
  updatedSlot: 'u64',
};

const VERSION = 1;

function decode(data: Uint8Array, of?: Origin): InsuredMarket {
  // What follows belongs to the perp program.
  const market = readAccount(LAYOUT, data.subarray(0, SIZE), of);
  if (market.version !== VERSION) throw wrong('Version', LAYOUT, market.version, VERSION, of);
  return market;
}

/** Apart from the codec: a page that only reads must not carry the writing. */
export const insuredMarketReader = { decode };

export const insuredMarketCodec: AccountCodec<InsuredMarket> = {
  name: NAME,
  program: null,
  size: SIZE,
  encode: (market) => writeAccount(LAYOUT, FIELDS, market),
  decode,
};
