// PROTOCOL.md a second time, in plain bigint: what each instruction must do to every figure, or by which names it may be
// refused. Written from the document, so that programs and model can only agree where both follow it.
import { apyOf, premiumOwedFor, rateOf, type Sample, scoreOf, U64_MAX } from '../support/reference.ts';

const UNIT = 1_000_000n;
const WHOLE = 10_000n;
const MAX_SHARES = 2n ** 63n;
const TREASURY_KEEPER_FEES = 10_000n;

/** How Anchor refuses an account that was never made. */
const NO_POSITION = ['AccountDataTooSmall'];

/** What `initialize_*` sets for good. */
export interface Terms {
  readonly minReserveBps: bigint;
  readonly insolvencyThreshold: bigint;
  readonly epochDuration: bigint;
  readonly lockEpochs: bigint;
  readonly cooldownEpochs: bigint;
  readonly windowEpochs: bigint;
  readonly claimCapBps: bigint;
  readonly coverBps: bigint;
  readonly protocolFeeBps: bigint;
  readonly keeperFee: bigint;
  readonly minCoverBps: bigint;
  readonly maxLeverageBps: bigint;
  readonly maxOracleAgeSecs: bigint;
}

export interface Header {
  readonly open: boolean;
  readonly openInterest: bigint;
  readonly liquidity: bigint;
  readonly avgLeverageBps: bigint;
  readonly fundingRatePpm: bigint;
  readonly marginAbsorbed: bigint;
  readonly cumulativeDeficit: bigint;
  /** The holder (see `balances`) that payouts go to. */
  readonly cover: string;
}

export interface Price {
  readonly price: bigint;
  readonly confidence: bigint;
  readonly publishTime: bigint;
  readonly verified: boolean;
}

const NEW_POSITION = {
  depositedAmount: 0n,
  shares: 0n,
  entryEpoch: 0n,
  unlockEpoch: 0n,
  requestedShares: 0n,
  requestedValue: 0n,
  claimableEpoch: 0n,
  generation: 0n,
};
type Position = typeof NEW_POSITION;

const NEW_POOL = {
  totalDeposits: 0n,
  totalShares: 0n,
  pendingClaims: 0n,
  epoch: 0n,
  epochBase: 0n,
  previousBase: 0n,
  epochAssets: 0n,
  epochClaims: 0n,
  epochPaid: 0n,
  openInterest: 0n,
  cumulativeDeposited: 0n,
  cumulativeWithdrawn: 0n,
  cumulativePremiums: 0n,
  cumulativeClaims: 0n,
  generation: 0n,
  utilizationRateBps: 0n,
  apyBps: 0n,
  isActive: 1n,
};
type Pool = typeof NEW_POOL;

const max = (left: bigint, right: bigint) => (left > right ? left : right);
const min = (left: bigint, right: bigint) => (left < right ? left : right);
const less = (from: bigint, amount: bigint) => max(0n, from - amount);
const ceilDiv = (value: bigint, by: bigint) => (value + by - 1n) / by;
const saturated = (value: bigint) => min(value, U64_MAX);
const navOf = (pool: Pool) => pool.totalDeposits - pool.pendingClaims;
const small = (pool: Pool) => pool.totalShares < UNIT;
const exhausted = (pool: Pool) => pool.totalShares > 0n && navOf(pool) * UNIT < pool.totalShares && navOf(pool) < UNIT;

/** The names by which an instruction may be refused; none: it must succeed. */
export type Refusals = readonly string[];

export class Model {
  readonly terms: Terms;
  pool: Pool;
  readonly positions = new Map<string, Position>();
  premium;
  readonly claims = {
    seenDeficit: 0n,
    bufferUsedTotal: 0n,
    notedDeficit: 0n,
    notedEpoch: 0n,
    sequence: 0n,
    totalCovered: 0n,
    totalUncovered: 0n,
  };
  samples: Sample[] = [];
  readonly metrics = { samples: 0n, lastUpdatedEpoch: 0n, oraclePublishTime: 0n, compositeScoreBps: 0n };
  readonly config = { active: 0n };
  /** By holder: tokens of the collateral. */
  readonly balances = new Map<string, bigint>();
  /** Holders that can't receive, and those that are no token accounts of the collateral at all. */
  readonly cannotReceive = new Set<string>(['vault']);
  /** null while the market's account is gone or is no header of its program. */
  header: Header | null;
  price: Price;
  readonly #base: { readonly deficit: bigint; readonly absorbed: bigint };
  slot: bigint;
  time: bigint;

  constructor(terms: Terms, header: Header, price: Price, slot: bigint, time: bigint) {
    this.terms = terms;
    this.header = header;
    this.price = price;
    this.slot = slot;
    this.time = time;
    this.#base = { deficit: header.cumulativeDeficit, absorbed: header.marginAbsorbed };
    this.pool = { ...NEW_POOL, epoch: this.epoch };
    this.premium = {
      epochPremiumAccrued: 0n,
      lastSettledEpoch: this.epoch,
      lastSettledSlot: slot,
      lastAccruedSlot: slot,
      lastRateEpoch: this.epoch,
      premiumOwed: 0n,
      collected: [0n, 0n, 0n, 0n],
      totalSettled: 0n,
      premiumRateBps: 50n,
    };
  }

  get epoch(): bigint {
    return this.slot / this.terms.epochDuration;
  }

  get nav(): bigint {
    return navOf(this.pool);
  }

  // --- insurance pool

  deposit(who: string, amount: bigint): Refusals {
    const pool = this.#rolled();
    const unsettled = this.premium.epochPremiumAccrued;
    const entryNav = navOf(pool) + unsettled;
    const { totalShares } = pool;
    const first = totalShares === 0n;
    const buys = first || entryNav > 0n;
    const shares = first ? amount : buys ? (amount * totalShares) / entryNav : 0n;
    const cost = first ? amount : ceilDiv(shares * entryNav, totalShares);
    const old = this.positions.get(who);
    const position = old?.generation === pool.generation ? old : { ...NEW_POSITION, generation: pool.generation };
    return this.#unless(
      {
        InvalidMarket: this.header === null,
        PoolInactive: pool.isActive === 0n,
        PoolExhausted: exhausted(pool) || totalShares + shares > MAX_SHARES,
        ClaimPending: pool.pendingClaims > 0n || this.#reportable(),
        DepositTooSmall: (first && amount < UNIT) || shares === 0n,
        SettleFirst: small(pool) && unsettled > 0n,
        InsufficientFunds: cost > this.#balance(who),
        MathOverflow: position.depositedAmount + cost > U64_MAX,
      },
      () => {
        this.positions.set(who, {
          ...position,
          depositedAmount: position.depositedAmount + cost,
          shares: position.shares + shares,
          entryEpoch: pool.epoch,
          unlockEpoch: max(position.unlockEpoch, pool.epoch + this.terms.lockEpochs),
        });
        this.pool = {
          ...pool,
          totalDeposits: pool.totalDeposits + cost,
          totalShares: totalShares + shares,
          cumulativeDeposited: saturated(pool.cumulativeDeposited + cost),
        };
        this.move(who, 'vault', cost);
      },
    );
  }

  withdraw(who: string, shares: bigint): Refusals {
    const pool = this.#rolled();
    const nav = navOf(pool);
    const position = this.positions.get(who);
    if (position === undefined) return shares === 0n ? ['ZeroShares'] : ['InsufficientShares'];
    if (position.generation !== pool.generation) return shares === 0n ? ['ZeroShares'] : ['WrongGeneration'];
    if (shares === 0n) return ['ZeroShares'];
    if (shares > position.shares) return ['InsufficientShares'];

    const cools = this.terms.cooldownEpochs > 0n;
    const { requestedShares, requestedValue, claimableEpoch } = position;
    const requested = !cools || shares <= requestedShares;
    const taken = cools && requested ? (requestedValue * shares) / requestedShares : 0n;
    const worth = (shares * nav) / pool.totalShares;
    const out = cools ? min(worth, taken) : worth;
    const left = pool.totalShares - shares;
    const waived = this.header === null || (!this.header.open && this.header.openInterest === 0n) || exhausted(pool);
    return this.#unless(
      {
        LockActive: pool.epoch < position.unlockEpoch,
        NoRequest: !requested,
        CooldownActive: cools && requested && pool.epoch < claimableEpoch,
        RequestExpired: cools && requested && pool.epoch >= claimableEpoch + this.terms.windowEpochs,
        ClaimPending: this.header !== null && this.#reportable(),
        ReserveBreached: !waived && nav - out < this.#reserve(pool),
        SettleFirst:
          !waived &&
          left > 0n &&
          left < UNIT &&
          this.premium.epochPremiumAccrued > 0n &&
          this.premium.lastSettledEpoch < pool.epoch,
      },
      () => {
        const cleared = shares === requestedShares || !cools;
        this.positions.set(who, {
          ...position,
          depositedAmount: position.depositedAmount - (position.depositedAmount * shares) / position.shares,
          shares: position.shares - shares,
          requestedShares: cleared ? 0n : requestedShares - shares,
          requestedValue: cleared ? 0n : requestedValue - taken,
          claimableEpoch: cleared ? 0n : claimableEpoch,
        });
        this.pool = {
          ...pool,
          totalShares: left,
          totalDeposits: left === 0n ? pool.pendingClaims : pool.totalDeposits - out,
          cumulativeWithdrawn: saturated(pool.cumulativeWithdrawn + out),
        };
        this.move('vault', who, out);
      },
    );
  }

  requestWithdraw(who: string, shares: bigint): Refusals {
    const pool = this.#rolled();
    const position = this.positions.get(who);
    if (position === undefined) return NO_POSITION;
    return this.#unless(
      {
        CooldownNotUsed: this.terms.cooldownEpochs === 0n,
        ZeroShares: shares === 0n,
        WrongGeneration: position.generation !== pool.generation,
        InsufficientShares: shares > position.shares,
        LockActive: pool.epoch < position.unlockEpoch,
        RequestExists: position.requestedShares > 0n,
      },
      () => {
        this.pool = pool;
        this.positions.set(who, {
          ...position,
          requestedShares: shares,
          requestedValue: (shares * navOf(pool)) / pool.totalShares,
          claimableEpoch: pool.epoch + this.terms.cooldownEpochs + 1n,
        });
      },
    );
  }

  cancelWithdraw(who: string): Refusals {
    const position = this.positions.get(who);
    if (position === undefined) return NO_POSITION;
    return this.#unless({ NoRequest: position.requestedShares === 0n }, () => {
      this.pool = this.#rolled();
      this.positions.set(who, { ...position, requestedShares: 0n, requestedValue: 0n, claimableEpoch: 0n });
    });
  }

  payQueued(): Refusals {
    const pool = this.#rolled();
    const pending = pool.pendingClaims;
    if (this.header === null) {
      return this.#unless({ NothingQueued: pending === 0n || pool.totalShares === 0n }, () => {
        this.pool = { ...pool, pendingClaims: 0n };
      });
    }
    const { cover } = this.header;
    const amount = min(pending, this.#capLeft(pool));
    return this.#unless({ NothingQueued: amount === 0n, CoverVaultInvalid: this.cannotReceive.has(cover) }, () => {
      this.pool = paid({ ...pool, pendingClaims: pending - amount }, amount);
      this.move('vault', cover, amount);
    });
  }

  setActive(active: boolean): Refusals {
    this.pool = { ...this.#rolled(), isActive: active ? 1n : 0n };
    return [];
  }

  reopen(): Refusals {
    const pool = this.#rolled();
    const spent = exhausted(pool) && pool.pendingClaims === 0n && this.#open().deficit === 0n;
    return this.#unless({ InvalidMarket: this.header === null, NotExhausted: !spent }, () => {
      this.pool = { ...pool, generation: pool.generation + 1n, totalShares: 0n, totalDeposits: 0n };
    });
  }

  // --- risk engine

  updateScore(): Refusals {
    const { header, price, time, epoch } = this;
    const { maxOracleAgeSecs, maxLeverageBps } = this.terms;
    const fresh = price.publishTime >= time - maxOracleAgeSecs && price.publishTime <= time + 30n;
    return this.#unless(
      {
        InvalidMarket: header === null,
        AlreadyUpdated: this.metrics.samples > 0n && this.metrics.lastUpdatedEpoch >= epoch,
        OracleUnverified: !price.verified,
        OracleStale: !fresh || price.publishTime <= this.metrics.oraclePublishTime,
        OraclePriceInvalid: price.price <= 0n,
        OracleUncertain: price.confidence * 50n > price.price,
      },
      () => {
        if (header === null) return;
        this.samples.push({ price: price.price, exponent: -8, fundingRatePpm: header.fundingRatePpm });
        this.samples = this.samples.slice(-32);
        const { compositeScoreBps } = scoreOf({ ...header, maxLeverageBps }, this.samples);
        Object.assign(this.metrics, {
          samples: this.metrics.samples + 1n,
          lastUpdatedEpoch: epoch,
          oraclePublishTime: price.publishTime,
          compositeScoreBps: BigInt(compositeScoreBps),
        });
      },
    );
  }

  setPremiumRate(keeper: string | null): Refusals {
    const scored = this.metrics.samples > 0n && this.metrics.lastUpdatedEpoch >= this.epoch;
    return this.#unless({ InvalidMarket: this.header === null, ScoreStale: !scored }, () => {
      this.#accrueOwed();
      const first = this.epoch > this.premium.lastRateEpoch;
      this.premium.premiumRateBps = BigInt(rateOf(Number(this.metrics.compositeScoreBps)));
      this.premium.lastRateEpoch = this.epoch;
      if (first) this.#payKeeper(keeper, U64_MAX);
    });
  }

  activateMarket(): Refusals {
    const pool = this.#rolled();
    const backed = min(navOf(pool), pool.epochBase) * WHOLE;
    const needed = (this.header?.openInterest ?? 0n) * this.terms.minCoverBps;
    return this.#unless(
      { InvalidMarket: this.header === null, Undercapitalized: navOf(pool) === 0n || backed < needed },
      () => {
        this.config.active = 1n;
      },
    );
  }

  deactivateMarket(): Refusals {
    return this.#unless({ InvalidMarket: this.header === null }, () => {
      this.config.active = 0n;
    });
  }

  // --- premium manager

  collect(who: string, amount: bigint, source: number): Refusals {
    const { protocolFeeBps, keeperFee } = this.terms;
    const room = less(TREASURY_KEEPER_FEES * keeperFee, this.#balance('treasury'));
    const fee = min((amount * protocolFeeBps) / WHOLE, room);
    return this.#unless(
      { ZeroAmount: amount === 0n, UnknownSource: source > 3, InsufficientFunds: amount > this.#balance(who) },
      () => {
        this.premium.epochPremiumAccrued += amount - fee;
        this.premium.collected = this.premium.collected.map((sum, index) =>
          index === source ? saturated(sum + amount) : sum,
        );
        if (source === 2) this.premium.premiumOwed = less(this.premium.premiumOwed, amount);
        this.move(who, 'premiumVault', amount - fee);
        this.move(who, 'treasury', fee);
      },
    );
  }

  settleEpoch(keeper: string | null): Refusals {
    const unbacked = small(this.pool) || exhausted(this.pool);
    const amount = this.premium.epochPremiumAccrued;
    return this.#unless({ EpochNotElapsed: !unbacked && this.epoch <= this.premium.lastSettledEpoch }, () => {
      if (unbacked) this.move('premiumVault', 'treasury', amount);
      else this.#settleIntoPool(amount);
      this.premium.epochPremiumAccrued = 0n;
      this.premium.lastSettledEpoch = this.epoch;
      this.premium.lastSettledSlot = this.slot;
      if (amount >= this.terms.keeperFee) this.#payKeeper(keeper, U64_MAX);
    });
  }

  #settleIntoPool(amount: bigint): void {
    const openInterest = this.header?.openInterest ?? 0n;
    const slots = this.slot - this.premium.lastSettledSlot;
    const navBefore = this.nav;
    this.#accrueOwed();
    this.move('premiumVault', 'vault', amount);
    this.premium.totalSettled = saturated(this.premium.totalSettled + amount);
    const pool = this.#rolled();
    const nav = navOf(pool) + amount;
    const used = openInterest === 0n ? 0n : min(WHOLE, (openInterest * this.terms.coverBps) / nav);
    this.pool = {
      ...pool,
      totalDeposits: pool.totalDeposits + amount,
      cumulativePremiums: saturated(pool.cumulativePremiums + amount),
      openInterest,
      utilizationRateBps: used,
      apyBps: BigInt(apyOf(amount, navBefore, slots)),
    };
  }

  #accrueOwed(): void {
    const { premiumOwed, premiumRateBps, lastAccruedSlot } = this.premium;
    const slots = this.slot - lastAccruedSlot;
    const owed = premiumOwedFor(this.header?.openInterest ?? 0n, Number(premiumRateBps), slots);
    this.premium.premiumOwed = saturated(premiumOwed + owed);
    this.premium.lastAccruedSlot = this.slot;
  }

  #payKeeper(keeper: string | null, atMost: bigint): void {
    const fee = min(min(this.terms.keeperFee, this.#balance('treasury')), atMost);
    if (keeper !== null) this.move('treasury', keeper, fee);
  }

  // --- insolvency handler

  /** What `verify_deficit` returns. */
  status() {
    const open = this.#open();
    const bufferUsed = min(open.deficit, open.absorbed);
    const reportable = this.#reportable();
    return {
      openDeficit: open.deficit,
      insolvencyThreshold: this.terms.insolvencyThreshold,
      bufferUsed,
      reportable,
      payable: reportable ? min(open.deficit - bufferUsed, this.nav) : 0n,
    };
  }

  reportDeficit(amount: bigint, keeper: string | null): Refusals {
    const { header } = this;
    if (header === null) return ['InvalidMarket'];
    const { openDeficit, bufferUsed, reportable, payable } = this.status();
    return this.#unless({ NothingToReport: openDeficit === 0n, DeficitMismatch: amount > openDeficit }, () => {
      if (!reportable) {
        this.#note(header);
        return;
      }
      if (payable > 0n) this.#cover(header.cover, payable);
      const { claims } = this;
      claims.bufferUsedTotal = max(claims.bufferUsedTotal, this.#base.absorbed) + bufferUsed;
      claims.seenDeficit = header.cumulativeDeficit;
      claims.sequence += 1n;
      claims.totalCovered = saturated(claims.totalCovered + payable);
      claims.totalUncovered = saturated(claims.totalUncovered + openDeficit - bufferUsed - payable);
      if (payable > 0n) this.#payKeeper(keeper, payable);
    });
  }

  #cover(cover: string, amount: bigint): void {
    const pool = this.#rolled();
    const now = this.cannotReceive.has(cover) ? 0n : min(amount, this.#capLeft(pool));
    const granted = { epochClaims: pool.epochClaims + amount, pendingClaims: pool.pendingClaims + amount - now };
    this.pool = paid({ ...pool, ...granted }, now);
    if (now > 0n) this.move('vault', cover, now);
  }

  #note(header: Header): void {
    const { claims } = this;
    const seen = this.#seen();
    const present = { notedDeficit: header.cumulativeDeficit, notedEpoch: this.epoch };
    if (claims.notedDeficit <= seen.deficit) Object.assign(claims, present);
    else if (this.epoch >= claims.notedEpoch + max(2n, this.terms.lockEpochs)) {
      const aged = claims.notedDeficit - seen.deficit;
      claims.seenDeficit = claims.notedDeficit;
      claims.bufferUsedTotal = seen.absorbed + min(aged, less(header.marginAbsorbed, seen.absorbed));
      Object.assign(claims, present);
    }
  }

  // --- what several share

  #seen() {
    return {
      deficit: max(this.claims.seenDeficit, this.#base.deficit),
      absorbed: max(this.claims.bufferUsedTotal, this.#base.absorbed),
    };
  }

  #open() {
    const seen = this.#seen();
    return {
      deficit: less(this.header?.cumulativeDeficit ?? 0n, seen.deficit),
      absorbed: less(this.header?.marginAbsorbed ?? 0n, seen.absorbed),
    };
  }

  #reportable(): boolean {
    const { deficit } = this.#open();
    return deficit > this.terms.insolvencyThreshold || (deficit > 0n && exhausted(this.pool));
  }

  #rolled(): Pool {
    const { pool, epoch } = this;
    if (epoch <= pool.epoch) return pool;
    return {
      ...pool,
      epoch,
      previousBase: epoch === pool.epoch + 1n ? less(pool.epochBase, pool.epochClaims) : 0n,
      epochBase: navOf(pool),
      epochAssets: pool.totalDeposits,
      epochClaims: 0n,
      epochPaid: 0n,
    };
  }

  #reserve(pool: Pool): bigint {
    const base = less(max(pool.epochBase, pool.previousBase), pool.epochClaims);
    return ceilDiv(base * this.terms.minReserveBps, WHOLE);
  }

  #capLeft(pool: Pool): bigint {
    const { claimCapBps } = this.terms;
    if (claimCapBps === WHOLE) return U64_MAX;
    return less(max((pool.epochAssets * claimCapBps) / WHOLE, min(pool.epochAssets, UNIT)), pool.epochPaid);
  }

  /** The most shares that can leave with the reserve untouched. */
  get leavable(): bigint {
    const pool = this.#rolled();
    const room = less(navOf(pool), this.#reserve(pool));
    return navOf(pool) === 0n ? pool.totalShares : ((room + 1n) * pool.totalShares - 1n) / navOf(pool);
  }

  /** The deficit that no claim has dealt with yet. */
  get openDeficit(): bigint {
    return this.#open().deficit;
  }

  #balance(holder: string): bigint {
    return this.balances.get(holder) ?? 0n;
  }

  move(from: string, to: string, amount: bigint): void {
    this.balances.set(from, this.#balance(from) - amount);
    this.balances.set(to, this.#balance(to) + amount);
  }

  #unless(reasons: Readonly<Record<string, boolean>>, change: () => void): Refusals {
    const refusals = Object.keys(reasons).filter((name) => reasons[name]);
    if (refusals.length === 0) change();
    return refusals;
  }
}

/** The pool after `amount` left its vault for a claim. */
const paid = (pool: Pool, amount: bigint): Pool => ({
  ...pool,
  totalDeposits: pool.totalDeposits - amount,
  epochPaid: pool.epochPaid + amount,
  cumulativeClaims: saturated(pool.cumulativeClaims + amount),
});
