// What a perp program, Pyth and a keeper do to one insured market, as functions on a chain: the scenario's history is
// made of them, and so is whatever happens after the start. All state is the chain's, so a restart loses none.
import {
  type AccountCodec,
  type Address,
  collectInstruction,
  decodeAccount,
  type Instruction,
  type InsuredMarket,
  insurancePoolCodec,
  insuredMarketCodec,
  marketClaimsAddress,
  marketClaimsCodec,
  PREMIUM_SOURCE,
  PYTH_RECEIVER_PROGRAM,
  payQueuedInstruction,
  poolAddress,
  premiumStateAddress,
  premiumStateCodec,
  priceUpdateCodec,
  reportDeficitInstruction,
  riskMetricsAddress,
  riskMetricsCodec,
  setPremiumRateInstruction,
  settleEpochInstruction,
  updateScoreInstruction,
} from '@percosec/sdk';
import { poolView } from '@percosec/sdk/math';
import type { Chain } from '../chain/chain.ts';
import { Failure } from './failure.ts';
import type { Moment } from './mood.ts';
import { PRICE_EXPONENT } from './plan.ts';
import { send } from './send.ts';
import type { Wallet } from './wallet.ts';

/** An insured market's addresses, as far as its host and its keepers need them. */
export interface Site {
  readonly market: Address;
  /** The perp program that owns the market's account. */
  readonly program: Address;
  readonly oracle: Address;
  readonly feed: Uint8Array;
  readonly coverVault: Address;
  readonly mint: Address;
}

/** Someone who signs, pays and holds collateral. */
export interface Actor {
  readonly wallet: Wallet;
  readonly tokenAccount: Address;
}

// --- what the chain says

export function find<T>(chain: Chain, codec: AccountCodec<T>, address: Address): T | null {
  const account = chain.getAccount(address);
  return account === null
    ? null
    : decodeAccount(codec, { address, owner: account.owner as Address, data: account.data });
}

export function get<T>(chain: Chain, codec: AccountCodec<T>, address: Address): T {
  const value = find(chain, codec, address);
  if (value === null) throw new Failure(`the chain has no ${codec.name} at ${address}`);
  return value;
}

export const header = (chain: Chain, { market }: Site): InsuredMarket => get(chain, insuredMarketCodec, market);

/** Pool, premium, claims and header as the SDK puts them together. */
export async function view(chain: Chain, site: Site) {
  const { market } = site;
  const pool = get(chain, insurancePoolCodec, await poolAddress(market));
  const premium = find(chain, premiumStateCodec, await premiumStateAddress(market));
  const claims = find(chain, marketClaimsCodec, await marketClaimsAddress(market));
  const state = { pool, premium, claims, market: header(chain, site), slot: chain.slot };
  return { ...state, ...poolView(state) };
}

export function momentOf(chain: Chain, site: Site): Moment {
  const { openInterest, liquidity, avgLeverageBps, fundingRatePpm } = header(chain, site);
  const { price } = get(chain, priceUpdateCodec, site.oracle);
  return { price, openInterest, liquidity, avgLeverageBps, fundingRatePpm };
}

// --- what other programs write: the accounts that are set directly

const CONFIDENCE_PPM = 400n;

export function setHeader(chain: Chain, site: Site, value: InsuredMarket): void {
  put(chain, site.market, site.program, insuredMarketCodec.encode({ ...value, updatedSlot: chain.slot }));
}

export function setPrice(chain: Chain, site: Site, price: bigint): void {
  const publishTime = chain.unixTimestamp;
  const confidence = (price * CONFIDENCE_PPM) / 1_000_000n;
  put(
    chain,
    site.oracle,
    PYTH_RECEIVER_PROGRAM,
    priceUpdateCodec.encode({
      writeAuthority: site.oracle,
      feedId: site.feed,
      price,
      confidence,
      exponent: PRICE_EXPONENT,
      publishTime,
      prevPublishTime: publishTime - 1n,
      emaPrice: price,
      emaConfidence: confidence,
      postedSlot: chain.slot,
    }),
  );
}

function put(chain: Chain, address: Address, owner: Address, data: Uint8Array): void {
  const lamports = chain.minimumBalance(data.length);
  chain.setAccount(address, { owner, data, lamports, executable: false });
}

export function moveTo(chain: Chain, site: Site, { price, ...rest }: Moment): void {
  setPrice(chain, site, price);
  setHeader(chain, site, { ...header(chain, site), ...rest });
}

/** Liquidations leave a loss, of which the market's own margin buffer absorbs a part. */
export function addDeficit(chain: Chain, site: Site, deficit: bigint, absorbed: bigint): void {
  const before = header(chain, site);
  setHeader(chain, site, {
    ...before,
    cumulativeDeficit: before.cumulativeDeficit + deficit,
    marginAbsorbed: before.marginAbsorbed + absorbed,
  });
}

// --- what the market pays and what a keeper does; each gives the signatures of what it sent

export async function payFees(
  chain: Chain,
  { market }: Site,
  payer: Actor,
  fees: Readonly<Partial<Record<keyof typeof PREMIUM_SOURCE, bigint>>>,
): Promise<string[]> {
  const instructions: Instruction[] = [];
  for (const [name, source] of Object.entries(PREMIUM_SOURCE)) {
    const amount = fees[name as keyof typeof PREMIUM_SOURCE] ?? 0n;
    if (amount === 0n) continue;
    instructions.push(
      await collectInstruction({
        market,
        payer: payer.wallet.address,
        payerTokenAccount: payer.tokenAccount,
        amount,
        source,
      }),
    );
  }
  return instructions.length > 0 ? [send(chain, [payer.wallet], instructions)] : [];
}

/** What a keeper does at the start of an epoch: settles the last, scores the market, prices its premium. */
export async function startEpoch(chain: Chain, site: Site, keeper: Actor): Promise<string[]> {
  const { market } = site;
  const sent: string[] = [];
  const named = { market, keeperTokenAccount: keeper.tokenAccount };
  const { premium, pool } = await view(chain, site);
  const epoch = chain.slot / pool.epochDuration;
  if (premium !== null && premium.lastSettledEpoch < epoch)
    sent.push(send(chain, [keeper.wallet], [await settleEpochInstruction(named)]));
  const metrics = get(chain, riskMetricsCodec, await riskMetricsAddress(market));
  if (metrics.lastUpdatedEpoch < epoch) {
    const steps = [
      await updateScoreInstruction({ market, oracleData: site.oracle }),
      await setPremiumRateInstruction(named),
    ];
    sent.push(send(chain, [keeper.wallet], steps));
  }
  return sent;
}

/** Reports what the market has open, for a claim or for the record; nothing where nothing is open. */
export async function report(chain: Chain, site: Site, keeper: Actor): Promise<string[]> {
  const { openDeficit, claims } = await view(chain, site);
  if (openDeficit === 0n) return [];
  const reporting = await reportDeficitInstruction({
    market: site.market,
    reporter: keeper.wallet.address,
    sequence: claims?.sequence ?? 0n,
    coverVault: site.coverVault,
    keeperTokenAccount: keeper.tokenAccount,
    deficitAmount: openDeficit,
  });
  return [send(chain, [keeper.wallet], [reporting])];
}

/** Pays what an earlier claim left queued, as far as this epoch's cap allows. */
export async function payQueued(chain: Chain, site: Site, keeper: Actor): Promise<string[]> {
  const { pool, capLeft } = await view(chain, site);
  if (pool.pendingClaims === 0n || capLeft === 0n) return [];
  const paying = await payQueuedInstruction({ market: site.market, coverVault: site.coverVault });
  return [send(chain, [keeper.wallet], [paying])];
}
