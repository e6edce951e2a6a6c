// A world to test in: one perp market, its insurance set up by real instructions, and people with money.
import { createHash } from 'node:crypto';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import * as pdas from './addresses.ts';
import { Chain, type SendOptions } from './chain.ts';
import {
  type Actor,
  type Insured,
  initializeClaims,
  initializeMarketConfig,
  initializePool,
  initializePremiumState,
  initializeRiskMetrics,
} from './instructions.ts';
import type { InitializeMarketConfigArgs, InitializePoolArgs, InitializePremiumStateArgs } from './layouts.ts';
import { encodeMarket, type MarketHeader } from './market.ts';
import { usdc } from './money.ts';
import { encodePriceUpdate, type PriceUpdate, RECEIVER_PROGRAM } from './oracle.ts';
import { accepted, type Outcome } from './outcome.ts';
import { balance, createMint, createTokenAccount, type Mint, mintTo } from './token.ts';

export const PARTS = ['pool', 'config', 'metrics', 'premium', 'claims'] as const;
export type Part = (typeof PARTS)[number];

export interface WorldOptions {
  readonly seed?: string;
  /** A second market on the same chain, with the same collateral. */
  readonly beside?: World;
  /** What to initialize, in this order; all by default. */
  readonly parts?: readonly Part[];
  readonly market?: Partial<MarketHeader>;
  readonly pool?: Partial<InitializePoolArgs>;
  readonly config?: Partial<InitializeMarketConfigArgs>;
  readonly premium?: Partial<InitializePremiumStateArgs>;
  readonly price?: Partial<PriceUpdate>;
}

export const POOL_DEFAULTS = {
  minReserveBps: 800,
  insolvencyThreshold: usdc(50_000),
  epochDuration: 1_000n,
  lockEpochs: 2,
  cooldownEpochs: 0,
  windowEpochs: 1,
  claimCapBps: 10_000,
  coverBps: 1_000,
} satisfies InitializePoolArgs;

export const CONFIG_DEFAULTS = {
  oracleFeed: [...createHash('sha256').update('SOL/USD').digest()],
  maxLeverageBps: 200_000n,
  minCoverBps: 1_000,
  maxOracleAgeSecs: 60,
} satisfies InitializeMarketConfigArgs;

export const PREMIUM_DEFAULTS = {
  epochDuration: POOL_DEFAULTS.epochDuration,
  protocolFeeBps: 500,
  keeperFee: 5_000n,
} satisfies InitializePremiumStateArgs;

export class World implements Insured {
  readonly chain: Chain;
  readonly mint: Mint;
  readonly market: PublicKey;
  readonly marketProgram: PublicKey;
  readonly oracle: PublicKey;
  readonly epochDuration: bigint;
  #header: MarketHeader;
  #price: PriceUpdate;

  constructor(options: WorldOptions = {}) {
    this.chain = options.beside?.chain ?? new Chain(options.seed);
    this.mint = options.beside?.mint ?? createMint(this.chain);
    this.market = this.chain.address('market');
    this.marketProgram = this.chain.address('perp program');
    this.oracle = this.chain.address('price update');
    const authority = options.market?.authority ?? this.chain.fundedAddress('market authority');
    this.#header = {
      version: 1,
      open: true,
      authority,
      coverVault: createTokenAccount(this.chain, this.mint.address, authority, { name: 'cover vault' }),
      openInterest: usdc(500_000),
      liquidity: usdc(1_000_000),
      avgLeverageBps: 50_000n,
      fundingRatePpm: 100n,
      marginAbsorbed: 0n,
      cumulativeDeficit: 0n,
      updatedSlot: this.chain.slot,
      ...options.market,
    };
    const config = { ...CONFIG_DEFAULTS, ...options.config };
    this.#price = {
      feedId: Uint8Array.from(config.oracleFeed),
      price: 150_00000000n,
      confidence: 5000000n,
      exponent: -8,
      publishTime: this.chain.time,
      verification: 'full',
      postedSlot: this.chain.slot,
      ...options.price,
    };
    this.#writeMarket();
    this.#writePrice();

    const pool = { ...POOL_DEFAULTS, ...options.pool };
    this.epochDuration = pool.epochDuration;
    const premium = { ...PREMIUM_DEFAULTS, epochDuration: pool.epochDuration, ...options.premium };
    const initialize: Record<Part, () => TransactionInstruction> = {
      pool: () => initializePool(this, pool),
      config: () => initializeMarketConfig(this, config),
      metrics: () => initializeRiskMetrics(this),
      premium: () => initializePremiumState(this, premium),
      claims: () => initializeClaims(this, { payer: authority }),
    };
    for (const part of options.parts ?? PARTS) accepted(this.send(initialize[part]()));
  }

  send(instructions: TransactionInstruction | readonly TransactionInstruction[], options?: SendOptions): Outcome {
    return this.chain.send(instructions, options);
  }

  /** Someone with SOL for fees and this much of the collateral. */
  actor(name: string, collateral = 0n): Actor {
    const address = this.chain.fundedAddress(name);
    const tokenAccount = createTokenAccount(this.chain, this.mint.address, address, { name: `${name}'s collateral` });
    if (collateral > 0n) mintTo(this.chain, this.mint, tokenAccount, collateral);
    return { address, tokenAccount };
  }

  // --- what the perp program and Pyth write

  get header(): MarketHeader {
    return this.#header;
  }

  setMarket(change: Partial<MarketHeader>): void {
    this.#header = { ...this.#header, updatedSlot: this.chain.slot, ...change };
    this.#writeMarket();
  }

  /** A further deficit, of which the market's own margin buffer absorbed a part. */
  addDeficit(amount: bigint, absorbed = 0n): void {
    const { cumulativeDeficit, marginAbsorbed } = this.#header;
    this.setMarket({ cumulativeDeficit: cumulativeDeficit + amount, marginAbsorbed: marginAbsorbed + absorbed });
  }

  #writeMarket(): void {
    this.chain.putAccount(this.market, this.marketProgram, encodeMarket(this.#header));
  }

  /** A price update published now, unless the change says otherwise. */
  setPrice(change: Partial<PriceUpdate> = {}): void {
    this.#price = { ...this.#price, publishTime: this.chain.time, postedSlot: this.chain.slot, ...change };
    this.#writePrice();
  }

  #writePrice(): void {
    this.chain.putAccount(this.oracle, RECEIVER_PROGRAM, encodePriceUpdate(this.#price));
  }

  // --- time

  get epoch(): bigint {
    return this.chain.slot / this.epochDuration;
  }

  /** Warps to the first slot of a later epoch. */
  nextEpoch(epochs = 1n): void {
    this.chain.warpTo((this.epoch + epochs) * this.epochDuration);
  }

  // --- what the chain says

  get authority(): PublicKey {
    return this.#header.authority;
  }
  get coverVault(): PublicKey {
    return this.#header.coverVault;
  }
  get collateralMint(): PublicKey {
    return this.mint.address;
  }
  get generation(): number {
    return this.chain.find('InsurancePool', pdas.poolOf(this.market))?.generation ?? 0;
  }
  get nextSequence(): bigint {
    return this.chain.find('MarketClaims', pdas.marketClaimsOf(this.market))?.sequence ?? 0n;
  }

  get pool() {
    return this.chain.get('InsurancePool', pdas.poolOf(this.market));
  }
  get nav(): bigint {
    const { totalDeposits, pendingClaims } = this.pool;
    return totalDeposits - pendingClaims;
  }
  get premium() {
    return this.chain.get('PremiumState', pdas.premiumStateOf(this.market));
  }
  get metrics() {
    return this.chain.get('RiskMetrics', pdas.riskMetricsOf(this.market));
  }
  get config() {
    return this.chain.get('MarketConfig', pdas.marketConfigOf(this.market));
  }
  get claims() {
    return this.chain.get('MarketClaims', pdas.marketClaimsOf(this.market));
  }
  record(sequence: bigint) {
    return this.chain.get('InsolvencyRecord', pdas.insolvencyRecordOf(this.market, sequence));
  }
  position(depositor: Actor) {
    return this.chain.get('ProviderPosition', pdas.positionOf(pdas.poolOf(this.market), depositor.address));
  }
  /** The share tokens that really are in the depositor's share account. */
  shares(depositor: Actor): bigint {
    const account = pdas.shareAccountOf(pdas.poolOf(this.market), depositor.address, this.generation);
    return this.balance(account);
  }
  get vaultBalance(): bigint {
    return this.balance(pdas.vaultOf(pdas.poolOf(this.market)));
  }
  get treasuryBalance(): bigint {
    return this.balance(pdas.treasuryOf(this.market));
  }
  balance(owner: Actor | PublicKey): bigint {
    return balance(this.chain, 'tokenAccount' in owner ? owner.tokenAccount : owner);
  }
}
