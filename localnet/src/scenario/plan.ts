// The scenario as data: three markets, what befell each, and who stood behind it. How it is told to a chain is
// `build.ts`; nothing here runs.
import type { Mood } from './mood.ts';

const usdc = (whole: number): bigint => BigInt(whole) * 1_000_000n;
/** Prices as Pyth gives them, eight decimals. */
const dollars = (price: number): bigint => BigInt(Math.round(price * 1e8));

export const PRICE_EXPONENT = -8;
export const SLOTS_PER_HOUR = 9_000n;

/** Those who deposit, by name. The demo wallet is yours. */
export const PROVIDERS = ['alma', 'bruno', 'chiara', 'dmitri', 'esther', 'farid', 'greta', 'hiro', 'demo'] as const;
export type Provider = (typeof PROVIDERS)[number];

export type Deed =
  | { readonly does: 'activate' | 'deactivate' | 'reopen' }
  | { readonly does: 'deposit'; readonly who: Provider; readonly amount: bigint }
  /** `part` in basis points of the shares held. */
  | { readonly does: 'request'; readonly who: Provider; readonly part: number }
  | { readonly does: 'cancel'; readonly who: Provider }
  /** Of what was requested, where the pool cools down. */
  | { readonly does: 'withdraw'; readonly who: Provider; readonly part: number }
  /** Liquidations leave a loss, of which the market's own buffer absorbs a part; a keeper reports it. */
  | { readonly does: 'lose'; readonly deficit: bigint; readonly absorbed: bigint }
  /** A keeper reports what is open, large enough for a claim or not. */
  | { readonly does: 'report' };

export interface MarketPlan {
  readonly symbol: string;
  readonly epochSlots: bigint;
  /** Of its life before the start, the one running at the start included. */
  readonly epochs: number;
  readonly pool: {
    readonly minReserveBps: number;
    readonly insolvencyThreshold: bigint;
    readonly lockEpochs: number;
    readonly cooldownEpochs: number;
    readonly windowEpochs: number;
    readonly claimCapBps: number;
    readonly coverBps: number;
  };
  readonly maxLeverageBps: bigint;
  readonly minCoverBps: number;
  readonly protocolFeeBps: number;
  readonly keeperFee: bigint;
  /** Of what the market owes for its premium, the part it really pays, in basis points. */
  readonly paysOwedBps: bigint;
  /** By the epoch each begins in. */
  readonly moods: readonly (readonly [epoch: number, mood: Mood])[];
  /** By epoch, in order. */
  readonly story: readonly (readonly [epoch: number, ...deeds: Deed[]])[];
}

const deposit = (who: Provider, whole: number): Deed => ({ does: 'deposit', who, amount: usdc(whole) });
const request = (who: Provider, part = 10_000): Deed => ({ does: 'request', who, part });
const cancel = (who: Provider): Deed => ({ does: 'cancel', who });
const withdraw = (who: Provider, part = 10_000): Deed => ({ does: 'withdraw', who, part });
const lose = (deficit: number, absorbed: number): Deed => ({
  does: 'lose',
  deficit: usdc(deficit),
  absorbed: usdc(absorbed),
});
const report: Deed = { does: 'report' };
const activate: Deed = { does: 'activate' };
const deactivate: Deed = { does: 'deactivate' };
const reopen: Deed = { does: 'reopen' };

/** Four days of hours: calm, liquid, well covered. One loss below the threshold, which stays the market's own. */
const SOL: MarketPlan = {
  symbol: 'SOL-PERP',
  epochSlots: SLOTS_PER_HOUR,
  epochs: 100,
  pool: {
    minReserveBps: 800,
    insolvencyThreshold: usdc(50_000),
    lockEpochs: 24,
    cooldownEpochs: 12,
    windowEpochs: 24,
    claimCapBps: 10_000,
    coverBps: 1_000,
  },
  maxLeverageBps: 200_000n,
  minCoverBps: 1_000,
  protocolFeeBps: 500,
  keeperFee: 5_000n,
  paysOwedBps: 10_000n,
  moods: [
    [
      0,
      {
        price: dollars(152),
        volatility: 5_500n,
        openInterest: usdc(3_200_000),
        liquidity: usdc(11_000_000),
        leverageBps: 42_000n,
        fundingPpm: 40n,
        fundingSpread: 15n,
        fees: 1_000n,
      },
    ],
  ],
  story: [
    [0, deposit('alma', 300_000), deposit('bruno', 200_000)],
    [1, deposit('chiara', 150_000)],
    [2, deposit('dmitri', 120_000)],
    [3, activate],
    [4, deposit('esther', 80_000)],
    [6, deposit('farid', 60_000)],
    [10, deposit('hiro', 50_000)],
    [30, request('dmitri', 5_000)],
    [35, request('farid')],
    [36, request('hiro')],
    [40, request('esther', 5_000)],
    [41, lose(12_400, 3_000), report],
    [45, cancel('esther')],
    [49, withdraw('farid', 5_000)],
    [50, withdraw('hiro')],
    [51, cancel('farid')],
    [60, deposit('demo', 2_500)],
    [66, report],
    [70, request('bruno', 5_000)],
    [92, deposit('greta', 110_000)],
    [94, request('chiara', 4_000)],
  ],
};

/** Twenty minutes of epochs that pass while one watches: a new listing that began well and is being liquidated now. */
const WIF: MarketPlan = {
  symbol: 'WIF-PERP',
  epochSlots: 20n,
  epochs: 150,
  pool: {
    minReserveBps: 1_500,
    insolvencyThreshold: usdc(20_000),
    lockEpochs: 90,
    cooldownEpochs: 0,
    windowEpochs: 1_440,
    claimCapBps: 6_000,
    coverBps: 1_000,
  },
  maxLeverageBps: 200_000n,
  minCoverBps: 800,
  protocolFeeBps: 1_000,
  keeperFee: 2_000n,
  paysOwedBps: 6_000n,
  moods: [
    [
      0,
      {
        price: dollars(2.35),
        volatility: 1_500n,
        openInterest: usdc(900_000),
        liquidity: usdc(2_400_000),
        leverageBps: 61_000n,
        fundingPpm: 90n,
        fundingSpread: 40n,
        fees: 8n,
      },
    ],
    [
      104,
      {
        price: dollars(1.42),
        volatility: 10_000n,
        openInterest: usdc(2_360_000),
        liquidity: usdc(2_900_000),
        leverageBps: 156_000n,
        fundingPpm: -850n,
        fundingSpread: 310n,
        fees: 4n,
      },
    ],
  ],
  story: [
    [0, deposit('esther', 90_000), deposit('farid', 70_000)],
    [1, deposit('hiro', 60_000)],
    [2, deposit('alma', 40_000)],
    [3, activate],
    [95, withdraw('farid', 3_000)],
    [100, withdraw('alma', 2_500)],
    [128, deposit('greta', 25_000)],
    [140, lose(7_250, 1_000), report],
  ],
};

/** Fifty hours of twenty minutes: four claims. The third took the whole pool and more; it was opened anew. */
const JTO: MarketPlan = {
  symbol: 'JTO-PERP',
  epochSlots: 3_000n,
  epochs: 150,
  pool: {
    minReserveBps: 1_000,
    insolvencyThreshold: usdc(25_000),
    lockEpochs: 24,
    cooldownEpochs: 6,
    windowEpochs: 12,
    claimCapBps: 4_000,
    coverBps: 1_500,
  },
  maxLeverageBps: 150_000n,
  minCoverBps: 1_000,
  protocolFeeBps: 500,
  keeperFee: 5_000n,
  paysOwedBps: 10_000n,
  moods: [
    [
      0,
      {
        price: dollars(3.1),
        volatility: 8_000n,
        openInterest: usdc(1_400_000),
        liquidity: usdc(2_600_000),
        leverageBps: 58_000n,
        fundingPpm: 80n,
        fundingSpread: 50n,
        fees: 900n,
      },
    ],
    [
      58,
      {
        price: dollars(2.05),
        volatility: 19_000n,
        openInterest: usdc(700_000),
        liquidity: usdc(1_700_000),
        leverageBps: 74_000n,
        fundingPpm: -260n,
        fundingSpread: 160n,
        fees: 900n,
      },
    ],
    [
      88,
      {
        price: dollars(2.4),
        volatility: 9_500n,
        openInterest: usdc(980_000),
        liquidity: usdc(1_800_000),
        leverageBps: 68_000n,
        fundingPpm: 70n,
        fundingSpread: 70n,
        fees: 900n,
      },
    ],
  ],
  story: [
    [0, deposit('bruno', 140_000), deposit('chiara', 110_000)],
    [1, deposit('dmitri', 80_000)],
    [2, deposit('farid', 60_000), deposit('greta', 30_000)],
    [3, activate],
    [22, lose(62_000, 9_000), report],
    [40, lose(260_000, 20_000), report],
    [46, deposit('esther', 90_000)],
    [60, lose(310_000, 0), report],
    [61, deactivate],
    [90, reopen, deposit('bruno', 120_000), deposit('hiro', 80_000)],
    [91, deposit('alma', 60_000)],
    [92, activate],
    [95, deposit('farid', 40_000)],
    [118, request('bruno', 2_500)],
    [128, lose(41_000, 6_000), report],
    [138, request('farid')],
    [140, deposit('dmitri', 20_000)],
    [147, request('alma', 5_000)],
  ],
};

export const MARKETS: readonly MarketPlan[] = [SOL, WIF, JTO];

const HISTORY_SLOTS = SOL.epochSlots * BigInt(SOL.epochs - 1);
/** A little into a new epoch of every market: nothing that was just said is overtaken at once. */
const INTO_THE_EPOCH = 630n;

/** The slot in which the history ends and life begins, on a chain with this first slot. */
export function startSlot(genesisSlot: bigint): bigint {
  const first = genesisSlot / SOL.epochSlots + 1n;
  return first * SOL.epochSlots + HISTORY_SLOTS + INTO_THE_EPOCH;
}

export const POCKET_MONEY = usdc(10_000);
/** What a market has put aside to pay its fees from. */
export const FEE_FUND = usdc(250_000);
export const POCKET_SOL = 100_000_000_000n;
