// Written by `npm run programs:layouts` from the IDLs. Don't edit.

import { SYSTEM_PROGRAM, TOKEN_PROGRAM } from '../addresses.ts';
import type { Cursor } from '../codec/layout.ts';
import { option } from '../codec/option.ts';
import { bool, u64 } from '../codec/read.ts';
import {
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  PREMIUM_MANAGER_PROGRAM,
  RISK_ENGINE_PROGRAM,
} from '../programs.ts';
import type { InstructionSpec } from './spec.ts';

/** Opens the claims of a market. */
export const INITIALIZE_CLAIMS: InstructionSpec<'marketClaims' | 'market' | 'payer' | 'systemProgram', object> = {
  name: 'initialize_claims',
  program: INSOLVENCY_HANDLER_PROGRAM,
  discriminator: 0x53019b0f9ecc7292n,
  accounts: { marketClaims: 'w', market: 'r', payer: 'sw', systemProgram: SYSTEM_PROGRAM },
  args: {},
};

export interface ReportDeficitArgs {
  readonly deficitAmount: bigint;
}

/** Deals with the market's whole open deficit, of which `deficit_amount` was expected. */
export const REPORT_DEFICIT: InstructionSpec<
  | 'marketClaims'
  | 'insolvencyRecord'
  | 'pool'
  | 'vault'
  | 'market'
  | 'coverVault'
  | 'handlerAuthority'
  | 'reporter'
  | 'premiumState'
  | 'treasury'
  | 'keeperTokenAccount'
  | 'insurancePoolProgram'
  | 'premiumManagerProgram'
  | 'tokenProgram'
  | 'systemProgram',
  ReportDeficitArgs
> = {
  name: 'report_deficit',
  program: INSOLVENCY_HANDLER_PROGRAM,
  discriminator: 0x5353a13f2144671dn,
  accounts: {
    marketClaims: 'w',
    insolvencyRecord: 'w',
    pool: 'w',
    vault: 'w',
    market: 'r',
    coverVault: 'w',
    handlerAuthority: 'r',
    reporter: 'sw',
    premiumState: 'r',
    treasury: 'w',
    keeperTokenAccount: 'w?',
    insurancePoolProgram: INSURANCE_POOL_PROGRAM,
    premiumManagerProgram: PREMIUM_MANAGER_PROGRAM,
    tokenProgram: TOKEN_PROGRAM,
    systemProgram: SYSTEM_PROGRAM,
  },
  args: { deficitAmount: 'u64' },
};

/** Tells what a report would find. */
export const VERIFY_DEFICIT: InstructionSpec<'pool' | 'market' | 'marketClaims', object> = {
  name: 'verify_deficit',
  program: INSOLVENCY_HANDLER_PROGRAM,
  discriminator: 0xdc66ff95baec0113n,
  accounts: { pool: 'r', market: 'r', marketClaims: 'r' },
  args: {},
};

export interface AccruePremiumArgs {
  readonly amount: bigint;
  readonly openInterest: bigint;
}

/** Books premium that has come into the vault. */
export const ACCRUE_PREMIUM: InstructionSpec<'pool' | 'vault' | 'premiumState', AccruePremiumArgs> = {
  name: 'accrue_premium',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x37220c64a93770c6n,
  accounts: { pool: 'w', vault: 'r', premiumState: 's' },
  args: { amount: 'u64', openInterest: 'u64' },
};

/** Takes an announced withdrawal back. */
export const CANCEL_WITHDRAW: InstructionSpec<'pool' | 'position' | 'depositor', object> = {
  name: 'cancel_withdraw',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x7035e23a9e1e25a8n,
  accounts: { pool: 'w', position: 'w', depositor: 's' },
  args: {},
};

export interface CoverDeficitArgs {
  readonly amount: bigint;
}

/** Grants a claim of the market's insolvency handler. */
export const COVER_DEFICIT: InstructionSpec<
  'pool' | 'vault' | 'market' | 'coverVault' | 'handlerAuthority' | 'tokenProgram',
  CoverDeficitArgs
> = {
  name: 'cover_deficit',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x6f2f44baa552a958n,
  accounts: { pool: 'w', vault: 'w', market: 'r', coverVault: 'w', handlerAuthority: 's', tokenProgram: TOKEN_PROGRAM },
  args: { amount: 'u64' },
};

export interface DepositArgs {
  readonly amount: bigint;
}

/** Buys shares with `amount` of collateral, or a little less: only what the shares cost is taken. */
export const DEPOSIT: InstructionSpec<
  | 'pool'
  | 'vault'
  | 'depositorTokenAccount'
  | 'depositor'
  | 'tokenProgram'
  | 'market'
  | 'marketClaims'
  | 'premiumState'
  | 'position'
  | 'shareMint'
  | 'depositorShareAccount'
  | 'systemProgram',
  DepositArgs
> = {
  name: 'deposit',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0xf223c68952e1f2b6n,
  accounts: {
    pool: 'w',
    vault: 'w',
    depositorTokenAccount: 'w',
    depositor: 'sw',
    tokenProgram: TOKEN_PROGRAM,
    market: 'r',
    marketClaims: 'r',
    premiumState: 'r',
    position: 'w',
    shareMint: 'w',
    depositorShareAccount: 'w',
    systemProgram: SYSTEM_PROGRAM,
  },
  args: { amount: 'u64' },
};

export interface InitializePoolArgs {
  /** What of the base must stay, at most 5,000. */
  readonly minReserveBps: number;
  /** Atoms; a deficit must be above this to be a claim. */
  readonly insolvencyThreshold: bigint;
  /** Slots, at least 1. */
  readonly epochDuration: bigint;
  /** Default: seven days' worth. */
  readonly lockEpochs?: number | null | undefined;
  /** Default: 0, no requests. */
  readonly cooldownEpochs?: number | null | undefined;
  /** Default: one day's worth. */
  readonly windowEpochs?: number | null | undefined;
  /** Default: 10,000, no cap. */
  readonly claimCapBps?: number | null | undefined;
  /** Default: 1,000. */
  readonly coverBps?: number | null | undefined;
}

/** Attaches a pool to a market. What is set here can't be changed. */
export const INITIALIZE_POOL: InstructionSpec<
  'pool' | 'market' | 'authority' | 'collateralMint' | 'vault' | 'shareMint' | 'tokenProgram' | 'systemProgram',
  InitializePoolArgs
> = {
  name: 'initialize_pool',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x5fb40aac54aee828n,
  accounts: {
    pool: 'w',
    market: 'r',
    authority: 'sw',
    collateralMint: 'r',
    vault: 'w',
    shareMint: 'w',
    tokenProgram: TOKEN_PROGRAM,
    systemProgram: SYSTEM_PROGRAM,
  },
  args: {
    minReserveBps: 'u16',
    insolvencyThreshold: 'u64',
    epochDuration: 'u64',
    lockEpochs: /* @__PURE__ */ option<number>('u32'),
    cooldownEpochs: /* @__PURE__ */ option<number>('u32'),
    windowEpochs: /* @__PURE__ */ option<number>('u32'),
    claimCapBps: /* @__PURE__ */ option<number>('u16'),
    coverBps: /* @__PURE__ */ option<number>('u16'),
  },
};

/** Pays what is queued of granted claims. */
export const PAY_QUEUED: InstructionSpec<'pool' | 'vault' | 'market' | 'coverVault' | 'tokenProgram', object> = {
  name: 'pay_queued',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x51ba44e34bff801en,
  accounts: { pool: 'w', vault: 'w', market: 'r', coverVault: 'w', tokenProgram: TOKEN_PROGRAM },
  args: {},
};

/** Starts a pool anew that claims have used up. */
export const REOPEN: InstructionSpec<
  'pool' | 'market' | 'marketClaims' | 'shareMint' | 'payer' | 'tokenProgram' | 'systemProgram',
  object
> = {
  name: 'reopen',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x95cd8326c0576fa6n,
  accounts: {
    pool: 'w',
    market: 'r',
    marketClaims: 'r',
    shareMint: 'w',
    payer: 'sw',
    tokenProgram: TOKEN_PROGRAM,
    systemProgram: SYSTEM_PROGRAM,
  },
  args: {},
};

export interface RequestWithdrawArgs {
  readonly shares: bigint;
}

/** Announces a withdrawal, where the pool has a cooldown. */
export const REQUEST_WITHDRAW: InstructionSpec<'pool' | 'position' | 'depositor', RequestWithdrawArgs> = {
  name: 'request_withdraw',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x895fbb60fa8a1fb6n,
  accounts: { pool: 'w', position: 'w', depositor: 's' },
  args: { shares: 'u64' },
};

export interface SetActiveArgs {
  readonly active: boolean;
}

/** Opens or closes the pool to new deposits. */
export const SET_ACTIVE: InstructionSpec<'pool' | 'authority', SetActiveArgs> = {
  name: 'set_active',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x1d10e18426d8ce21n,
  accounts: { pool: 'w', authority: 's' },
  args: { active: 'bool' },
};

export interface UpdateApyArgs {
  readonly apyBps: number;
}

/** Stores the yield of the last settlement. */
export const UPDATE_APY: InstructionSpec<'pool' | 'premiumState', UpdateApyArgs> = {
  name: 'update_apy',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x5e6e932d49a7de4dn,
  accounts: { pool: 'w', premiumState: 's' },
  args: { apyBps: 'u16' },
};

export interface WithdrawArgs {
  readonly shares: bigint;
}

/** Gives `shares` back for their part of the pool. */
export const WITHDRAW: InstructionSpec<
  | 'pool'
  | 'vault'
  | 'depositorTokenAccount'
  | 'depositor'
  | 'tokenProgram'
  | 'market'
  | 'marketClaims'
  | 'premiumState'
  | 'position'
  | 'shareMint'
  | 'depositorShareAccount'
  | 'systemProgram',
  WithdrawArgs
> = {
  name: 'withdraw',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0xb712469c946da122n,
  accounts: {
    pool: 'w',
    vault: 'w',
    depositorTokenAccount: 'w',
    depositor: 'sw',
    tokenProgram: TOKEN_PROGRAM,
    market: 'r',
    marketClaims: 'r',
    premiumState: 'r',
    position: 'w',
    shareMint: 'w',
    depositorShareAccount: 'w',
    systemProgram: SYSTEM_PROGRAM,
  },
  args: { shares: 'u64' },
};

export interface CollectArgs {
  readonly amount: bigint;
  readonly source: number;
}

/** Pays `amount` of trading fees (source 0), funding (1), premium (2) or liquidation penalties (3) in. */
export const COLLECT: InstructionSpec<
  'premiumState' | 'premiumVault' | 'treasury' | 'payer' | 'payerTokenAccount' | 'tokenProgram',
  CollectArgs
> = {
  name: 'collect',
  program: PREMIUM_MANAGER_PROGRAM,
  discriminator: 0xd02fc29b116252ecn,
  accounts: {
    premiumState: 'w',
    premiumVault: 'w',
    treasury: 'w',
    payer: 's',
    payerTokenAccount: 'w',
    tokenProgram: TOKEN_PROGRAM,
  },
  args: { amount: 'u64', source: 'u8' },
};

export interface InitializePremiumStateArgs {
  /** Slots; equal to the pool's. */
  readonly epochDuration: bigint;
  /** Default: 500; at most 2,000. */
  readonly protocolFeeBps?: number | null | undefined;
  /** Atoms; default: 5,000; 1 to 1,000,000. */
  readonly keeperFee?: bigint | null | undefined;
}

/** Opens the books of a market's premium. */
export const INITIALIZE_PREMIUM_STATE: InstructionSpec<
  | 'premiumState'
  | 'pool'
  | 'market'
  | 'authority'
  | 'collateralMint'
  | 'premiumVault'
  | 'treasury'
  | 'tokenProgram'
  | 'systemProgram',
  InitializePremiumStateArgs
> = {
  name: 'initialize_premium_state',
  program: PREMIUM_MANAGER_PROGRAM,
  discriminator: 0x983a73057b068304n,
  accounts: {
    premiumState: 'w',
    pool: 'r',
    market: 'r',
    authority: 'sw',
    collateralMint: 'r',
    premiumVault: 'w',
    treasury: 'w',
    tokenProgram: TOKEN_PROGRAM,
    systemProgram: SYSTEM_PROGRAM,
  },
  args: {
    epochDuration: 'u64',
    protocolFeeBps: /* @__PURE__ */ option<number>('u16'),
    keeperFee: /* @__PURE__ */ option<bigint>('u64'),
  },
};

export interface PayKeeperArgs {
  readonly atMost: bigint;
}

/** Pays a claim's keeper; only the insolvency handler calls this. */
export const PAY_KEEPER: InstructionSpec<
  'premiumState' | 'handlerAuthority' | 'treasury' | 'keeperTokenAccount' | 'tokenProgram',
  PayKeeperArgs
> = {
  name: 'pay_keeper',
  program: PREMIUM_MANAGER_PROGRAM,
  discriminator: 0xf7b8fae382ba1141n,
  accounts: {
    premiumState: 'r',
    handlerAuthority: 's',
    treasury: 'w',
    keeperTokenAccount: 'w',
    tokenProgram: TOKEN_PROGRAM,
  },
  args: { atMost: 'u64' },
};

export interface PremiumManagerSetPremiumRateArgs {
  readonly rateBps: number;
}

/** Sets the yearly rate; only the risk engine calls this. */
export const PREMIUM_MANAGER_SET_PREMIUM_RATE: InstructionSpec<
  'premiumState' | 'market' | 'riskAuthority' | 'treasury' | 'keeperTokenAccount' | 'tokenProgram',
  PremiumManagerSetPremiumRateArgs
> = {
  name: 'set_premium_rate',
  program: PREMIUM_MANAGER_PROGRAM,
  discriminator: 0xdd4a14a6c72a8951n,
  accounts: {
    premiumState: 'w',
    market: 'r',
    riskAuthority: 's',
    treasury: 'w',
    keeperTokenAccount: 'w?',
    tokenProgram: TOKEN_PROGRAM,
  },
  args: { rateBps: 'u16' },
};

/** Hands the collected premium to the pool, once an epoch. */
export const SETTLE_EPOCH: InstructionSpec<
  | 'premiumState'
  | 'pool'
  | 'market'
  | 'premiumVault'
  | 'treasury'
  | 'vault'
  | 'keeperTokenAccount'
  | 'insurancePoolProgram'
  | 'tokenProgram',
  object
> = {
  name: 'settle_epoch',
  program: PREMIUM_MANAGER_PROGRAM,
  discriminator: 0x94dfb226c99ea70dn,
  accounts: {
    premiumState: 'w',
    pool: 'w',
    market: 'r',
    premiumVault: 'w',
    treasury: 'w',
    vault: 'w',
    keeperTokenAccount: 'w?',
    insurancePoolProgram: INSURANCE_POOL_PROGRAM,
    tokenProgram: TOKEN_PROGRAM,
  },
  args: {},
};

/** Opens the market, where its pool is large enough. */
export const ACTIVATE_MARKET: InstructionSpec<'marketConfig' | 'market' | 'pool' | 'authority', object> = {
  name: 'activate_market',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0x0a1ac57471634859n,
  accounts: { marketConfig: 'w', market: 'r', pool: 'r', authority: 's' },
  args: {},
};

/** Closes the market. */
export const DEACTIVATE_MARKET: InstructionSpec<'marketConfig' | 'market' | 'authority', object> = {
  name: 'deactivate_market',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0xf787fd70a4d588c1n,
  accounts: { marketConfig: 'w', market: 'r', authority: 's' },
  args: {},
};

export interface InitializeMarketConfigArgs {
  /** A Pyth feed id. */
  readonly oracleFeed: Uint8Array;
  /** At least 10,000: 1×. */
  readonly maxLeverageBps: bigint;
  /** At most 10,000. */
  readonly minCoverBps: number;
  /** 1 to 3,600. */
  readonly maxOracleAgeSecs: number;
}

/** Sets what the market is measured by. It can't be changed. */
export const INITIALIZE_MARKET_CONFIG: InstructionSpec<
  'marketConfig' | 'pool' | 'market' | 'authority' | 'systemProgram',
  InitializeMarketConfigArgs
> = {
  name: 'initialize_market_config',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0x055ed3cb4bef9fffn,
  accounts: { marketConfig: 'w', pool: 'r', market: 'r', authority: 'sw', systemProgram: SYSTEM_PROGRAM },
  args: { oracleFeed: 32, maxLeverageBps: 'u64', minCoverBps: 'u16', maxOracleAgeSecs: 'u32' },
};

/** Opens the market's score. */
export const INITIALIZE_RISK_METRICS: InstructionSpec<
  'riskMetrics' | 'market' | 'marketConfig' | 'authority' | 'systemProgram',
  object
> = {
  name: 'initialize_risk_metrics',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0xaec21ec0aed3a259n,
  accounts: { riskMetrics: 'w', market: 'r', marketConfig: 'r', authority: 'sw', systemProgram: SYSTEM_PROGRAM },
  args: {},
};

/** Sets the premium rate by this epoch's score. */
export const RISK_ENGINE_SET_PREMIUM_RATE: InstructionSpec<
  | 'riskMetrics'
  | 'marketConfig'
  | 'market'
  | 'riskAuthority'
  | 'premiumState'
  | 'treasury'
  | 'keeperTokenAccount'
  | 'premiumManagerProgram'
  | 'tokenProgram',
  object
> = {
  name: 'set_premium_rate',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0xdd4a14a6c72a8951n,
  accounts: {
    riskMetrics: 'r',
    marketConfig: 'r',
    market: 'r',
    riskAuthority: 'r',
    premiumState: 'w',
    treasury: 'w',
    keeperTokenAccount: 'w?',
    premiumManagerProgram: PREMIUM_MANAGER_PROGRAM,
    tokenProgram: TOKEN_PROGRAM,
  },
  args: {},
};

/** Scores the market, once an epoch. */
export const UPDATE_SCORE: InstructionSpec<'riskMetrics' | 'marketConfig' | 'market' | 'oracleData', object> = {
  name: 'update_score',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0xbce2ee290ef169d7n,
  accounts: { riskMetrics: 'w', marketConfig: 'r', market: 'r', oracleData: 'r' },
  args: {},
};

export interface DeficitStatus {
  readonly openDeficit: bigint;
  /** The deficit must be above this, save in an exhausted pool. */
  readonly insolvencyThreshold: bigint;
  readonly bufferUsed: bigint;
  readonly reportable: boolean;
  readonly payable: bigint;
}

export const readDeficitStatus = (from: Cursor): DeficitStatus => ({
  openDeficit: u64(from),
  insolvencyThreshold: u64(from),
  bufferUsed: u64(from),
  reportable: bool(from),
  payable: u64(from),
});

export interface Covered {
  readonly paid: bigint;
  readonly queued: bigint;
}

export const readCovered = (from: Cursor): Covered => ({ paid: u64(from), queued: u64(from) });
