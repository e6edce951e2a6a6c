// What to do about each refusal of the four programs, in words for whoever meets it: a depositor, a market's creator, a
// keeper. A test fails where an error of the IDLs has none.
const MARKET =
  'Pass the market’s own accounts. If its program closed or replaced the market account, only withdrawals go on working: ask the market’s creator.';
const PARAMETER =
  'Compare the values with the limits that the protocol’s page gives for this instruction, then send it again.';
const RANGE =
  'Nothing was changed. Try a smaller amount; if a small one is refused too, the market’s figures are out of any real range: ask its creator.';
const OTHER_SIGNER = 'Connect the wallet that the market names as its authority, then sign again.';
const PROGRAM_ONLY = 'What only another PercoSec program may call, nobody can sign for.';

export const REMEDIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  insurance_pool: {
    InvalidMarket: MARKET,
    InvalidParameter: PARAMETER,
    UnsupportedMint: 'Choose a collateral mint of the legacy SPL Token program, such as USDC or wrapped SOL.',
    Unauthorized: `${OTHER_SIGNER} ${PROGRAM_ONLY}`,
    PoolInactive: 'Nothing was taken. Deposit when the pool’s authority opens it again; withdrawals go on as before.',
    PoolExhausted: 'Nothing was taken. Anyone can reopen a used-up pool once its claims are paid; then deposit.',
    NotExhausted: 'Nothing to reopen: pay or report what is still open first, or go on using the pool as it is.',
    ClaimPending:
      'Report the market’s deficit, or pay its queued claim; anyone can do either, here and now. Then try again.',
    DepositTooSmall:
      'Deposit more: the first deposit of a pool is at least one whole unit, and any other must buy a share.',
    SettleFirst: 'Settle the epoch first; anyone can, here and now. Then try again.',
    ZeroShares: 'Enter an amount above zero.',
    InsufficientShares: 'Ask for no more than your position holds.',
    InsufficientFunds: 'Ask for no more than the pool holds.',
    WrongGeneration:
      'Claims used up the pool these shares were of, so there is nothing left to withdraw. A new deposit starts a new position.',
    LockActive:
      'Come back when the lock ends; the position says when. Your deposit goes on earning, and bearing losses, until then.',
    CooldownActive: 'Come back when the request can be claimed; the position says when.',
    CooldownNotUsed: 'Withdraw at once: no request is needed here.',
    NoRequest: 'Request the withdrawal first, or withdraw no more than you requested.',
    RequestExists: 'Wait for the open request, or cancel it and make another.',
    RequestExpired: 'Cancel the request, then make a new one. Your shares are untouched.',
    ReserveBreached: 'Withdraw less now, and the rest in later epochs: the pool keeps a reserve for claims.',
    NothingQueued: 'Nothing to pay now. If a claim is queued, try again in the next epoch, when the cap starts anew.',
    CoverVaultInvalid:
      'The claim stays queued and safe. The market’s creator has to name a cover vault that can receive the pool’s collateral.',
    PremiumNotReceived: 'Transfer the premium to the pool’s vault first; settle_epoch does both.',
    MathOverflow: RANGE,
  },
  risk_engine: {
    InvalidMarket: MARKET,
    InvalidParameter: PARAMETER,
    Unauthorized: OTHER_SIGNER,
    AlreadyUpdated: 'Nothing to do: the score is fresh. Update it again in the next epoch.',
    WrongFeed: 'Pass a Pyth price update of the feed that the market’s configuration names.',
    OracleUnverified: 'Post a fully verified price update with Pyth’s receiver, then try again.',
    OracleStale: 'Post a fresh price update in the same transaction, or just before it, then try again.',
    OraclePriceInvalid: 'The last score stays. Wait until the feed shows a price above zero.',
    OracleUncertain: 'The last score stays. Wait until the feed is surer of its price, then try again.',
    Undercapitalized: 'Wait for more deposits, or lower the market’s open interest; then activate it.',
    ScoreStale: 'Update the score in the same transaction, just before setting the rate.',
    MathOverflow: RANGE,
  },
  premium_manager: {
    InvalidMarket: MARKET,
    InvalidParameter: PARAMETER,
    Unauthorized: `${OTHER_SIGNER} ${PROGRAM_ONLY}`,
    ZeroAmount: 'Pay at least one atom.',
    UnknownSource: 'Name the source as 0 (trading fee), 1 (funding), 2 (premium) or 3 (liquidation penalty).',
    EpochNotElapsed:
      'This epoch is settled. Where that was all, nothing is left to do; where you were depositing or withdrawing, a keeper was faster: try again.',
    MathOverflow: RANGE,
  },
  insolvency_handler: {
    InvalidMarket: MARKET,
    Unauthorized: 'Pass the handler’s own authority, whose address the SDK derives.',
    NothingToReport: 'Nothing to do: every deficit of this market is dealt with.',
    DeficitMismatch: 'Report no more than the market’s account proves; reporting 0 processes all that is open.',
    MathOverflow: RANGE,
  },
};
