// The InsuredMarket header: the first bytes of whatever account a perp program owns. No IDL describes it.
import type { Address } from '../address.ts';
import { bytes, i64, pubkey, struct, u8, u64 } from '../codec/codec.ts';
import { type AccountCodec, accountCodec, wrong } from './account.ts';

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

const VERSION = 1;

function only(version: number, layout: AccountCodec<InsuredMarket>): AccountCodec<InsuredMarket> {
  return {
    ...layout,
    decode(data, address) {
      const market = layout.decode(data, address);
      if (market.version !== version) throw wrong('Version', layout.name, address, market.version, version);
      return market;
    },
  };
}

export const insuredMarketCodec: AccountCodec<InsuredMarket> = /* @__PURE__ */ only(
  VERSION,
  /* @__PURE__ */ accountCodec({
    name: 'InsuredMarket',
    program: null,
    discriminator: 0x98a2a7dcd3573076n,
    open: true,
    fields: /* @__PURE__ */ struct<InsuredMarket>({
      version: u8,
      flags: u8,
      reserved: /* @__PURE__ */ bytes(6),
      authority: pubkey,
      coverVault: pubkey,
      openInterest: u64,
      liquidity: u64,
      avgLeverageBps: u64,
      fundingRatePpm: i64,
      marginAbsorbed: u64,
      cumulativeDeficit: u64,
      updatedSlot: u64,
    }),
  }),
);
