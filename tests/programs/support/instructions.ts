// One builder an instruction. Order, flags and encoding come from the IDL; the addresses from the insured market and
// the named arguments. `overrides` puts a substitute under any account's name, for the attacks.
import { type PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import * as pdas from './addresses.ts';
import { type ProgramName, programs } from './artifacts.ts';
import type { InitializeMarketConfigArgs, InitializePoolArgs, InitializePremiumStateArgs } from './layouts.ts';
import { TOKEN_PROGRAM } from './token.ts';
import { camel, toAnchor } from './values.ts';

/** What a builder has to know of a market and its insurance. */
export interface Insured {
  readonly market: PublicKey;
  /** Of the market's header. */
  readonly authority: PublicKey;
  readonly coverVault: PublicKey;
  readonly collateralMint: PublicKey;
  readonly oracle: PublicKey;
  /** Of the pool's shares, as the chain has it now. */
  readonly generation: number;
  /** Of the next InsolvencyRecord, as the chain has it now. */
  readonly nextSequence: bigint;
}

export interface Actor {
  readonly address: PublicKey;
  readonly tokenAccount: PublicKey;
}

export interface Overrides {
  /** By the account's name in camelCase; null leaves an optional account out. */
  readonly accounts?: Readonly<Record<string, PublicKey | null>>;
  readonly signers?: Readonly<Record<string, boolean>>;
  readonly writable?: Readonly<Record<string, boolean>>;
}

type Amounts = Readonly<Record<string, unknown>>;
type Accounts = Readonly<Record<string, PublicKey | null | undefined>>;

const pool = ({ market }: Insured) => pdas.poolOf(market);

const belongings: Readonly<Record<string, (insured: Insured) => PublicKey>> = {
  market: ({ market }) => market,
  authority: ({ authority }) => authority,
  coverVault: ({ coverVault }) => coverVault,
  collateralMint: ({ collateralMint }) => collateralMint,
  oracleData: ({ oracle }) => oracle,
  pool,
  vault: (insured) => pdas.vaultOf(pool(insured)),
  shareMint: (insured) => pdas.shareMintOf(pool(insured), insured.generation),
  riskMetrics: ({ market }) => pdas.riskMetricsOf(market),
  marketConfig: ({ market }) => pdas.marketConfigOf(market),
  riskAuthority: () => pdas.riskAuthority,
  premiumState: ({ market }) => pdas.premiumStateOf(market),
  premiumVault: ({ market }) => pdas.premiumVaultOf(pdas.premiumStateOf(market)),
  treasury: ({ market }) => pdas.treasuryOf(market),
  marketClaims: ({ market }) => pdas.marketClaimsOf(market),
  insolvencyRecord: ({ market, nextSequence }) => pdas.insolvencyRecordOf(market, nextSequence),
  handlerAuthority: () => pdas.handlerAuthority,
  insurancePoolProgram: () => programs.insurance_pool.id,
  premiumManagerProgram: () => programs.premium_manager.id,
  tokenProgram: () => TOKEN_PROGRAM,
  systemProgram: () => SystemProgram.programId,
};

function build(
  program: ProgramName,
  name: string,
  insured: Insured,
  args: Amounts,
  accounts: Accounts = {},
  overrides: Overrides = {},
): TransactionInstruction {
  const { id, coder, instructions } = programs[program];
  const idl = instructions.get(name);
  if (idl === undefined) throw new Error(`the IDL of ${program} has no instruction ${name}`);
  const metas = idl.accounts.map((account) => {
    if ('accounts' in account) throw new Error(`${name} nests its accounts, which no builder here expects`);
    return { ...account, name: camel(account.name) };
  });

  const known = new Set(metas.map((meta) => meta.name));
  for (const given of [overrides.accounts, overrides.signers, overrides.writable].flatMap((o) =>
    Object.keys(o ?? {}),
  )) {
    if (!known.has(given)) throw new Error(`${name} has no account ${given}: it has ${[...known].join(', ')}`);
  }

  const keys = metas.map((meta) => {
    const chosen = [overrides.accounts?.[meta.name], accounts[meta.name]].find((address) => address !== undefined);
    const address = chosen === undefined ? belongings[meta.name]?.(insured) : chosen;
    if (address === null || (address === undefined && meta.optional)) {
      return { pubkey: id, isSigner: false, isWritable: false };
    }
    if (address === undefined) throw new Error(`${name} needs an address for ${meta.name}`);
    return {
      pubkey: address,
      isSigner: overrides.signers?.[meta.name] ?? meta.signer ?? false,
      isWritable: overrides.writable?.[meta.name] ?? meta.writable ?? false,
    };
  });
  return new TransactionInstruction({ programId: id, keys, data: coder.instruction.encode(name, toAnchor(args)) });
}

// --- insurance pool

export const initializePool = (insured: Insured, args: InitializePoolArgs, overrides?: Overrides) =>
  build('insurance_pool', 'initialize_pool', insured, { args }, {}, overrides);

export const setActive = (insured: Insured, { active }: { active: boolean }, overrides?: Overrides) =>
  build('insurance_pool', 'set_active', insured, { active }, {}, overrides);

const held = (insured: Insured, depositor: Actor): Accounts => ({
  depositor: depositor.address,
  depositorTokenAccount: depositor.tokenAccount,
  position: pdas.positionOf(pool(insured), depositor.address),
});

const heldWithShares = (insured: Insured, depositor: Actor): Accounts => ({
  ...held(insured, depositor),
  depositorShareAccount: pdas.shareAccountOf(pool(insured), depositor.address, insured.generation),
});

export const deposit = (
  insured: Insured,
  { depositor, amount }: { depositor: Actor; amount: bigint },
  overrides?: Overrides,
) => build('insurance_pool', 'deposit', insured, { amount }, heldWithShares(insured, depositor), overrides);

export const withdraw = (
  insured: Insured,
  { depositor, shares }: { depositor: Actor; shares: bigint },
  overrides?: Overrides,
) => build('insurance_pool', 'withdraw', insured, { shares }, heldWithShares(insured, depositor), overrides);

export const requestWithdraw = (
  insured: Insured,
  { depositor, shares }: { depositor: Actor; shares: bigint },
  overrides?: Overrides,
) => build('insurance_pool', 'request_withdraw', insured, { shares }, held(insured, depositor), overrides);

export const cancelWithdraw = (insured: Insured, { depositor }: { depositor: Actor }, overrides?: Overrides) =>
  build('insurance_pool', 'cancel_withdraw', insured, {}, held(insured, depositor), overrides);

/** Only the insolvency handler may: to reach it directly, impersonate `handlerAuthority`. */
export const coverDeficit = (insured: Insured, { amount }: { amount: bigint }, overrides?: Overrides) =>
  build('insurance_pool', 'cover_deficit', insured, { amount }, {}, overrides);

export const payQueued = (insured: Insured, overrides?: Overrides) =>
  build('insurance_pool', 'pay_queued', insured, {}, {}, overrides);

/** Only the premium manager may: to reach it directly, impersonate the PremiumState. */
export const accruePremium = (
  insured: Insured,
  { amount, openInterest }: { amount: bigint; openInterest: bigint },
  overrides?: Overrides,
) => build('insurance_pool', 'accrue_premium', insured, { amount, openInterest }, {}, overrides);

/** Only the premium manager may: to reach it directly, impersonate the PremiumState. */
export const updateApy = (insured: Insured, { apyBps }: { apyBps: number }, overrides?: Overrides) =>
  build('insurance_pool', 'update_apy', insured, { apyBps }, {}, overrides);

export const reopen = (insured: Insured, { payer }: { payer: PublicKey }, overrides?: Overrides) =>
  build(
    'insurance_pool',
    'reopen',
    insured,
    {},
    { payer, shareMint: pdas.shareMintOf(pool(insured), insured.generation + 1) },
    overrides,
  );

// --- risk engine

export const initializeMarketConfig = (insured: Insured, args: InitializeMarketConfigArgs, overrides?: Overrides) =>
  build('risk_engine', 'initialize_market_config', insured, { args }, {}, overrides);

export const initializeRiskMetrics = (insured: Insured, overrides?: Overrides) =>
  build('risk_engine', 'initialize_risk_metrics', insured, {}, {}, overrides);

export const updateScore = (insured: Insured, overrides?: Overrides) =>
  build('risk_engine', 'update_score', insured, {}, {}, overrides);

/** The risk engine's instruction, which hands the rate on to the premium manager. */
export const setPremiumRate = (insured: Insured, { keeper }: { keeper?: Actor } = {}, overrides?: Overrides) =>
  build('risk_engine', 'set_premium_rate', insured, {}, { keeperTokenAccount: keeper?.tokenAccount }, overrides);

export const activateMarket = (insured: Insured, overrides?: Overrides) =>
  build('risk_engine', 'activate_market', insured, {}, {}, overrides);

export const deactivateMarket = (insured: Insured, overrides?: Overrides) =>
  build('risk_engine', 'deactivate_market', insured, {}, {}, overrides);

// --- premium manager

export const initializePremiumState = (insured: Insured, args: InitializePremiumStateArgs, overrides?: Overrides) =>
  build('premium_manager', 'initialize_premium_state', insured, { args }, {}, overrides);

export const PREMIUM_SOURCE = { tradingFee: 0, funding: 1, premium: 2, liquidationPenalty: 3 } as const;

export const collect = (
  insured: Insured,
  { payer, amount, source }: { payer: Actor; amount: bigint; source: number },
  overrides?: Overrides,
) =>
  build(
    'premium_manager',
    'collect',
    insured,
    { amount, source },
    { payer: payer.address, payerTokenAccount: payer.tokenAccount },
    overrides,
  );

/** The premium manager's own: only the risk engine may. To reach it directly, impersonate `riskAuthority`. */
export const acceptPremiumRate = (
  insured: Insured,
  { rateBps, keeper }: { rateBps: number; keeper?: Actor },
  overrides?: Overrides,
) =>
  build(
    'premium_manager',
    'set_premium_rate',
    insured,
    { rateBps },
    { keeperTokenAccount: keeper?.tokenAccount },
    overrides,
  );

export const settleEpoch = (insured: Insured, { keeper }: { keeper?: Actor } = {}, overrides?: Overrides) =>
  build('premium_manager', 'settle_epoch', insured, {}, { keeperTokenAccount: keeper?.tokenAccount }, overrides);

/** Only the insolvency handler may: to reach it directly, impersonate `handlerAuthority`. */
export const payKeeper = (
  insured: Insured,
  { atMost, keeper }: { atMost: bigint; keeper: Actor },
  overrides?: Overrides,
) =>
  build('premium_manager', 'pay_keeper', insured, { atMost }, { keeperTokenAccount: keeper.tokenAccount }, overrides);

// --- insolvency handler

export const initializeClaims = (insured: Insured, { payer }: { payer: PublicKey }, overrides?: Overrides) =>
  build('insolvency_handler', 'initialize_claims', insured, {}, { payer }, overrides);

export const verifyDeficit = (insured: Insured, overrides?: Overrides) =>
  build('insolvency_handler', 'verify_deficit', insured, {}, {}, overrides);

export const reportDeficit = (
  insured: Insured,
  { reporter, amount, keeper }: { reporter: PublicKey; amount: bigint; keeper?: Actor },
  overrides?: Overrides,
) =>
  build(
    'insolvency_handler',
    'report_deficit',
    insured,
    { deficitAmount: amount },
    { reporter, keeperTokenAccount: keeper?.tokenAccount },
    overrides,
  );
