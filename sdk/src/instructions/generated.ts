// Written by `npm run programs:layouts` from the IDLs. Don't edit.

import { SYSTEM_PROGRAM, TOKEN_PROGRAM } from '../addresses.ts';
import { bool, bytes, type Codec, option, struct, u8, u16, u32, u64 } from '../codec/codec.ts';
import {
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  PREMIUM_MANAGER_PROGRAM,
  RISK_ENGINE_PROGRAM,
} from '../programs.ts';
import { instructionSpec } from './spec.ts';

/** Opens the claims of a market. */
export const INITIALIZE_CLAIMS = /* @__PURE__ */ instructionSpec({
  name: 'initialize_claims',
  program: INSOLVENCY_HANDLER_PROGRAM,
  discriminator: 0x53019b0f9ecc7292n,
  accounts: {
    marketClaims: 'w',
    market: 'r',
    payer: 'sw',
    systemProgram: SYSTEM_PROGRAM,
  },
  args: /* @__PURE__ */ struct<object>({}),
});

export interface ReportDeficitArgs {
  readonly deficitAmount: bigint;
}

/** Deals with the market's whole open deficit, of which `deficit_amount` was expected. */
export const REPORT_DEFICIT = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<ReportDeficitArgs>({
    deficitAmount: u64,
  }),
});

/** Tells what a report would find. */
export const VERIFY_DEFICIT = /* @__PURE__ */ instructionSpec({
  name: 'verify_deficit',
  program: INSOLVENCY_HANDLER_PROGRAM,
  discriminator: 0xdc66ff95baec0113n,
  accounts: {
    pool: 'r',
    market: 'r',
    marketClaims: 'r',
  },
  args: /* @__PURE__ */ struct<object>({}),
});

export interface AccruePremiumArgs {
  readonly amount: bigint;
  readonly openInterest: bigint;
}

/** Books premium that has come into the vault. */
export const ACCRUE_PREMIUM = /* @__PURE__ */ instructionSpec({
  name: 'accrue_premium',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x37220c64a93770c6n,
  accounts: {
    pool: 'w',
    vault: 'r',
    premiumState: 's',
  },
  args: /* @__PURE__ */ struct<AccruePremiumArgs>({
    amount: u64,
    openInterest: u64,
  }),
});

/** Takes an announced withdrawal back. */
export const CANCEL_WITHDRAW = /* @__PURE__ */ instructionSpec({
  name: 'cancel_withdraw',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x7035e23a9e1e25a8n,
  accounts: {
    pool: 'w',
    position: 'w',
    depositor: 's',
  },
  args: /* @__PURE__ */ struct<object>({}),
});

export interface CoverDeficitArgs {
  readonly amount: bigint;
}

/** Grants a claim of the market's insolvency handler. */
export const COVER_DEFICIT = /* @__PURE__ */ instructionSpec({
  name: 'cover_deficit',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x6f2f44baa552a958n,
  accounts: {
    pool: 'w',
    vault: 'w',
    market: 'r',
    coverVault: 'w',
    handlerAuthority: 's',
    tokenProgram: TOKEN_PROGRAM,
  },
  args: /* @__PURE__ */ struct<CoverDeficitArgs>({
    amount: u64,
  }),
});

export interface DepositArgs {
  readonly amount: bigint;
}

/** Buys shares with `amount` of collateral, or a little less: only what the shares cost is taken. */
export const DEPOSIT = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<DepositArgs>({
    amount: u64,
  }),
});

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
export const INITIALIZE_POOL = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<InitializePoolArgs>({
    minReserveBps: u16,
    insolvencyThreshold: u64,
    epochDuration: u64,
    lockEpochs: /* @__PURE__ */ option(u32),
    cooldownEpochs: /* @__PURE__ */ option(u32),
    windowEpochs: /* @__PURE__ */ option(u32),
    claimCapBps: /* @__PURE__ */ option(u16),
    coverBps: /* @__PURE__ */ option(u16),
  }),
});

/** Pays what is queued of granted claims. */
export const PAY_QUEUED = /* @__PURE__ */ instructionSpec({
  name: 'pay_queued',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x51ba44e34bff801en,
  accounts: {
    pool: 'w',
    vault: 'w',
    market: 'r',
    coverVault: 'w',
    tokenProgram: TOKEN_PROGRAM,
  },
  args: /* @__PURE__ */ struct<object>({}),
});

/** Starts a pool anew that claims have used up. */
export const REOPEN = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<object>({}),
});

export interface RequestWithdrawArgs {
  readonly shares: bigint;
}

/** Announces a withdrawal, where the pool has a cooldown. */
export const REQUEST_WITHDRAW = /* @__PURE__ */ instructionSpec({
  name: 'request_withdraw',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x895fbb60fa8a1fb6n,
  accounts: {
    pool: 'w',
    position: 'w',
    depositor: 's',
  },
  args: /* @__PURE__ */ struct<RequestWithdrawArgs>({
    shares: u64,
  }),
});

export interface SetActiveArgs {
  readonly active: boolean;
}

/** Opens or closes the pool to new deposits. */
export const SET_ACTIVE = /* @__PURE__ */ instructionSpec({
  name: 'set_active',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x1d10e18426d8ce21n,
  accounts: {
    pool: 'w',
    authority: 's',
  },
  args: /* @__PURE__ */ struct<SetActiveArgs>({
    active: bool,
  }),
});

export interface UpdateApyArgs {
  readonly apyBps: number;
}

/** Stores the yield of the last settlement. */
export const UPDATE_APY = /* @__PURE__ */ instructionSpec({
  name: 'update_apy',
  program: INSURANCE_POOL_PROGRAM,
  discriminator: 0x5e6e932d49a7de4dn,
  accounts: {
    pool: 'w',
    premiumState: 's',
  },
  args: /* @__PURE__ */ struct<UpdateApyArgs>({
    apyBps: u16,
  }),
});

export interface WithdrawArgs {
  readonly shares: bigint;
}

/** Gives `shares` back for their part of the pool. */
export const WITHDRAW = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<WithdrawArgs>({
    shares: u64,
  }),
});

export interface CollectArgs {
  readonly amount: bigint;
  readonly source: number;
}

/** Pays `amount` of trading fees (source 0), funding (1), premium (2) or liquidation penalties (3) in. */
export const COLLECT = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<CollectArgs>({
    amount: u64,
    source: u8,
  }),
});

export interface InitializePremiumStateArgs {
  /** Slots; equal to the pool's. */
  readonly epochDuration: bigint;
  /** Default: 500; at most 2,000. */
  readonly protocolFeeBps?: number | null | undefined;
  /** Atoms; default: 5,000; 1 to 1,000,000. */
  readonly keeperFee?: bigint | null | undefined;
}

/** Opens the books of a market's premium. */
export const INITIALIZE_PREMIUM_STATE = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<InitializePremiumStateArgs>({
    epochDuration: u64,
    protocolFeeBps: /* @__PURE__ */ option(u16),
    keeperFee: /* @__PURE__ */ option(u64),
  }),
});

export interface PayKeeperArgs {
  readonly atMost: bigint;
}

/** Pays a claim's keeper; only the insolvency handler calls this. */
export const PAY_KEEPER = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<PayKeeperArgs>({
    atMost: u64,
  }),
});

export interface PremiumManagerSetPremiumRateArgs {
  readonly rateBps: number;
}

/** Sets the yearly rate; only the risk engine calls this. */
export const PREMIUM_MANAGER_SET_PREMIUM_RATE = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<PremiumManagerSetPremiumRateArgs>({
    rateBps: u16,
  }),
});

/** Hands the collected premium to the pool, once an epoch. */
export const SETTLE_EPOCH = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<object>({}),
});

/** Opens the market, where its pool is large enough. */
export const ACTIVATE_MARKET = /* @__PURE__ */ instructionSpec({
  name: 'activate_market',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0x0a1ac57471634859n,
  accounts: {
    marketConfig: 'w',
    market: 'r',
    pool: 'r',
    authority: 's',
  },
  args: /* @__PURE__ */ struct<object>({}),
});

/** Closes the market. */
export const DEACTIVATE_MARKET = /* @__PURE__ */ instructionSpec({
  name: 'deactivate_market',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0xf787fd70a4d588c1n,
  accounts: {
    marketConfig: 'w',
    market: 'r',
    authority: 's',
  },
  args: /* @__PURE__ */ struct<object>({}),
});

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
export const INITIALIZE_MARKET_CONFIG = /* @__PURE__ */ instructionSpec({
  name: 'initialize_market_config',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0x055ed3cb4bef9fffn,
  accounts: {
    marketConfig: 'w',
    pool: 'r',
    market: 'r',
    authority: 'sw',
    systemProgram: SYSTEM_PROGRAM,
  },
  args: /* @__PURE__ */ struct<InitializeMarketConfigArgs>({
    oracleFeed: /* @__PURE__ */ bytes(32),
    maxLeverageBps: u64,
    minCoverBps: u16,
    maxOracleAgeSecs: u32,
  }),
});

/** Opens the market's score. */
export const INITIALIZE_RISK_METRICS = /* @__PURE__ */ instructionSpec({
  name: 'initialize_risk_metrics',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0xaec21ec0aed3a259n,
  accounts: {
    riskMetrics: 'w',
    market: 'r',
    marketConfig: 'r',
    authority: 'sw',
    systemProgram: SYSTEM_PROGRAM,
  },
  args: /* @__PURE__ */ struct<object>({}),
});

/** Sets the premium rate by this epoch's score. */
export const RISK_ENGINE_SET_PREMIUM_RATE = /* @__PURE__ */ instructionSpec({
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
  args: /* @__PURE__ */ struct<object>({}),
});

/** Scores the market, once an epoch. */
export const UPDATE_SCORE = /* @__PURE__ */ instructionSpec({
  name: 'update_score',
  program: RISK_ENGINE_PROGRAM,
  discriminator: 0xbce2ee290ef169d7n,
  accounts: {
    riskMetrics: 'w',
    marketConfig: 'r',
    market: 'r',
    oracleData: 'r',
  },
  args: /* @__PURE__ */ struct<object>({}),
});

export interface DeficitStatus {
  readonly openDeficit: bigint;
  /** The deficit must be above this, save in an exhausted pool. */
  readonly insolvencyThreshold: bigint;
  readonly bufferUsed: bigint;
  readonly reportable: boolean;
  readonly payable: bigint;
}

export const deficitStatusCodec: Codec<DeficitStatus> = /* @__PURE__ */ struct<DeficitStatus>({
  openDeficit: u64,
  insolvencyThreshold: u64,
  bufferUsed: u64,
  reportable: bool,
  payable: u64,
});

export interface Covered {
  readonly paid: bigint;
  readonly queued: bigint;
}

export const coveredCodec: Codec<Covered> = /* @__PURE__ */ struct<Covered>({
  paid: u64,
  queued: u64,
});
