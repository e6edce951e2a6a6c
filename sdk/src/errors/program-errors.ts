// Written by `npm run programs:layouts` from the IDLs. Don't edit.

/** What each program refuses with, by its number. */
export const PROGRAM_ERRORS = {
  insolvency_handler: {
    6000: {
      name: 'InvalidMarket',
      message:
        "The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.",
    },
    6001: { name: 'Unauthorized', message: 'The signer has no right to do this.' },
    6002: { name: 'NothingToReport', message: 'The market has no deficit that is not dealt with.' },
    6003: {
      name: 'DeficitMismatch',
      message: "The market's header proves a smaller deficit than that. Read it with verify_deficit.",
    },
    6004: { name: 'MathOverflow', message: 'A number would leave its range. Nothing was changed.' },
  },
  insurance_pool: {
    6000: {
      name: 'InvalidMarket',
      message:
        "The market is not a valid InsuredMarket of this pool's market program. Pass the pool's own market account.",
    },
    6001: {
      name: 'InvalidParameter',
      message: 'A parameter is out of its range. Check it against the limits of the instruction.',
    },
    6002: {
      name: 'UnsupportedMint',
      message: 'The collateral mint is not one of the legacy SPL Token program. Token-2022 mints are not supported.',
    },
    6003: {
      name: 'Unauthorized',
      message: 'The signer has no right to do this. Sign with the authority that the market or the pool names.',
    },
    6004: { name: 'PoolInactive', message: 'The pool takes no new deposits. Wait until its authority opens it again.' },
    6005: {
      name: 'PoolExhausted',
      message: 'Claims have used up the pool, or it holds as many shares as it can. Reopen it, then deposit.',
    },
    6006: {
      name: 'NotExhausted',
      message: 'The pool is not exhausted, or a claim on it is still open. Only a used-up pool can be reopened.',
    },
    6007: {
      name: 'ClaimPending',
      message: 'The market has a claim that is not settled. Anyone can settle it with report_deficit or pay_queued.',
    },
    6008: {
      name: 'DepositTooSmall',
      message: "The amount is too small: a pool's first deposit is at least one whole unit, and each must buy a share.",
    },
    6009: { name: 'SettleFirst', message: 'The pool is small and premium is unsettled. Call settle_epoch first.' },
    6010: { name: 'ZeroShares', message: 'The number of shares is zero. Ask for at least one.' },
    6011: { name: 'InsufficientShares', message: 'The position holds fewer shares than that.' },
    6012: { name: 'InsufficientFunds', message: 'The pool holds less than that.' },
    6013: {
      name: 'WrongGeneration',
      message: 'These shares belong to a generation of the pool that claims have used up. They are void.',
    },
    6014: { name: 'LockActive', message: 'The position is locked. Wait for its unlock epoch.' },
    6015: { name: 'CooldownActive', message: 'The request is still cooling down. Wait for its claimable epoch.' },
    6016: { name: 'CooldownNotUsed', message: 'This pool has no cooldown. Withdraw without a request.' },
    6017: { name: 'NoRequest', message: 'Fewer shares are requested than that. Request the withdrawal first.' },
    6018: { name: 'RequestExists', message: 'A request is open already. Cancel it before making another.' },
    6019: { name: 'RequestExpired', message: "The request's window has passed. Cancel it, then request again." },
    6020: {
      name: 'ReserveBreached',
      message: "The withdrawal would leave less than the pool's reserve. Withdraw less, or wait for the next epochs.",
    },
    6021: {
      name: 'NothingQueued',
      message: "No queued claim can be paid now: none is queued, or this epoch's cap is used up.",
    },
    6022: {
      name: 'CoverVaultInvalid',
      message: "The market's cover vault can't receive the collateral. Its market program has to mend it.",
    },
    6023: {
      name: 'PremiumNotReceived',
      message: 'The vault holds less than the premium to be booked. Transfer it first.',
    },
    6024: { name: 'MathOverflow', message: 'A number would leave its range. Nothing was changed.' },
  },
  premium_manager: {
    6000: {
      name: 'InvalidMarket',
      message:
        "The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.",
    },
    6001: {
      name: 'InvalidParameter',
      message: 'A parameter is out of its range. Check it against the limits of the instruction.',
    },
    6002: { name: 'Unauthorized', message: 'The signer has no right to do this.' },
    6003: { name: 'ZeroAmount', message: 'The amount is zero. Pay at least one atom.' },
    6004: {
      name: 'UnknownSource',
      message: 'The source is none of 0 (trading fee), 1 (funding), 2 (premium), 3 (liquidation penalty).',
    },
    6005: { name: 'EpochNotElapsed', message: 'This epoch is settled already. Wait for the next one.' },
    6006: { name: 'MathOverflow', message: 'A number would leave its range. Nothing was changed.' },
  },
  risk_engine: {
    6000: {
      name: 'InvalidMarket',
      message:
        "The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.",
    },
    6001: {
      name: 'InvalidParameter',
      message: 'A parameter is out of its range. Check it against the limits of the instruction.',
    },
    6002: { name: 'Unauthorized', message: "The signer has no right to do this. Sign with the market's authority." },
    6003: { name: 'AlreadyUpdated', message: 'The market is scored already in this epoch. Wait for the next one.' },
    6004: { name: 'WrongFeed', message: "The oracle account is not a Pyth price update of the market's feed." },
    6005: { name: 'OracleUnverified', message: 'The price update is not fully verified. Post one that is.' },
    6006: {
      name: 'OracleStale',
      message: 'The price is too old, too far ahead, or no newer than the last one used. Post a fresh one.',
    },
    6007: { name: 'OraclePriceInvalid', message: 'The price is not above zero.' },
    6008: {
      name: 'OracleUncertain',
      message: "The price's confidence is above 2 % of the price. Wait until it is surer.",
    },
    6009: {
      name: 'Undercapitalized',
      message: "The pool is too small for the market's open interest. More has to be deposited first.",
    },
    6010: {
      name: 'ScoreStale',
      message: 'The score is not of this epoch. Call update_score first, in the same transaction.',
    },
    6011: { name: 'MathOverflow', message: 'A number would leave its range. Nothing was changed.' },
  },
} as const;

export type ProgramName = keyof typeof PROGRAM_ERRORS;
