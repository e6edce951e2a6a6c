// What must hold after every instruction, whatever it was. Looks at the chain and its events alone: the model can be wrong.
import type { InsolvencyRecord, InsurancePool, MarketClaims } from '../support/layouts.ts';
import type { Accepted, EventName } from '../support/outcome.ts';
import { U64_MAX } from '../support/reference.ts';
import { ACTORS, type Cover } from './steps.ts';
import { account, supplyOf, tokens, type View } from './view.ts';

/** A promise of the protocol that was broken. */
export class Broken extends Error {
  readonly promise: string;
  constructor(promise: string, found: string) {
    super(`${promise}: ${found}`);
    this.promise = promise;
  }
}

export function holds(promise: string, truth: boolean, found: () => string): void {
  if (!truth) throw new Broken(promise, found());
}

const equal = (promise: string, left: bigint, right: bigint) =>
  holds(promise, left === right, () => `${left} ≠ ${right}`);
const atLeast = (promise: string, left: bigint, right: bigint) =>
  holds(promise, left >= right, () => `${left} < ${right}`);

const navOf = (pool: InsurancePool) => pool.totalDeposits - pool.pendingClaims;
/** A counter that stopped counting. */
const full = (counter: bigint) => counter === U64_MAX;
const saturated = (value: bigint) => (value > U64_MAX ? U64_MAX : value);
const sum = (values: Iterable<bigint>) => [...values].reduce((total, value) => total + value, 0n);

/** What the accounts hold by themselves, and what a running account of all events says that they must. */
export class Books {
  readonly #given = { vault: 0n, premiumVault: 0n, treasury: 0n };
  #toTreasury = 0n;
  #toKeepers = 0n;
  #granted = 0n;
  #uncovered = 0n;
  #released = 0n;
  #deepestDeficit = 0n;
  readonly #supply: bigint;

  constructor(supply: bigint, deficit: bigint) {
    this.#supply = supply;
    this.#deepestDeficit = deficit;
  }

  /** Tokens that came into an account of the protocol beside its instructions. */
  gave(to: 'vault' | 'premiumVault' | 'treasury', amount: bigint): void {
    this.#given[to] += amount;
  }

  showed(cumulativeDeficit: bigint): void {
    if (cumulativeDeficit > this.#deepestDeficit) this.#deepestDeficit = cumulativeDeficit;
  }

  recorded({ deficitAmount, bufferUsed, coveredAmount, queuedAmount, uncoveredAmount }: InsolvencyRecord): void {
    const parts = bufferUsed + coveredAmount + queuedAmount + uncoveredAmount;
    equal('a record answers for its whole deficit', parts, deficitAmount);
    this.#granted += coveredAmount + queuedAmount;
    this.#uncovered += uncoveredAmount;
  }

  /** `outcome`: of the instruction between the two views, if there was one and it was accepted. */
  check(before: View, after: View, outcome: Accepted | null, cover: Cover): void {
    if (outcome !== null) this.#enter(outcome, cover);
    this.#shares(after);
    this.#value(before, after, outcome);
    this.#money(after);
    this.#premiums(after);
    this.#claims(after);
  }

  #shares(view: View): void {
    const { totalShares, generation } = pool(view);
    const positions = ACTORS.map((who) => account<'ProviderPosition'>(view, `position of ${who}`));
    const held = positions.map((position) => (position?.generation === generation ? position.shares : 0n));
    equal('the positions hold all shares', sum(held), totalShares);
    equal('the share mint issued all shares', supplyOf(view, `share mint ${generation}`), totalShares);
    ACTORS.forEach((who, index) => {
      equal('a position holds its tokens', tokens(view, `shares ${generation} of ${who}`), held[index] ?? 0n);
    });
  }

  #enter({ events }: Accepted, cover: Cover): void {
    for (const { name, data } of events) {
      if (name === 'PremiumCollected' || name === 'EpochSettled') this.#toTreasury += data.toTreasury;
      if (name === 'KeeperPaid') this.#toKeepers += data.amount;
      if (name === 'QueuedClaimReleased') this.#released += data.amount;
      if (cover === 'treasury' || cover === 'premiumVault') {
        if (name === 'DeficitCovered') this.#given[cover] += data.paid;
        if (name === 'QueuedClaimPaid') this.#given[cover] += data.amount;
      }
    }
  }

  /** NAV moves by what the events say; a share's worth falls by claims only. */
  #value(before: View, after: View, outcome: Accepted | null): void {
    const [was, is] = [pool(before), pool(after)];
    const amount = (name: EventName) =>
      sum(
        outcome?.events
          .filter((event) => event.name === name)
          .map((event) => (event.data as { amount: bigint }).amount) ?? [],
      );
    const claimed = amount('DeficitCovered');
    const came = amount('Deposited') + amount('PremiumAccrued') + amount('QueuedClaimReleased');
    const expected = navOf(was) + came - amount('Withdrawn') - claimed;
    const reopened = is.generation !== was.generation;
    if (is.totalShares === 0n) equal('a pool without shares is worth nothing', navOf(is), 0n);
    else equal('NAV moves by what came, left and was claimed', navOf(is), expected);
    if (claimed === 0n && !reopened && was.totalShares > 0n && is.totalShares > 0n) {
      atLeast('a share loses value to claims only', navOf(is) * was.totalShares, navOf(was) * is.totalShares);
    }
    if (outcome === null) equal('NAV moves by instructions only', navOf(is), navOf(was));
  }

  #money(view: View): void {
    atLeast('the vault holds the deposits', tokens(view, 'vault'), pool(view).totalDeposits);
    const holders = [...ACTORS, 'cover', 'freezable', 'vault', 'premiumVault', 'treasury'];
    equal('no token appears or vanishes', sum(holders.map((holder) => tokens(view, holder))), this.#supply);
  }

  #premiums(view: View): void {
    const state = account<'PremiumState'>(view, 'premium state');
    if (state === null) throw new Broken('the premium state stays', 'it is gone');
    const { epochPremiumAccrued: accrued, collected, totalSettled } = state;
    equal('the premium vault holds what has accrued', tokens(view, 'premiumVault'), accrued + this.#given.premiumVault);
    equal(
      'the treasury holds its fees',
      tokens(view, 'treasury'),
      this.#toTreasury - this.#toKeepers + this.#given.treasury,
    );
    equal('the pool was paid all that was settled', pool(view).cumulativePremiums, totalSettled);
    if (collected.some(full) || full(totalSettled)) return;
    const split = totalSettled + this.#toTreasury + accrued;
    equal('what was collected is settled, in the treasury, or accrued', sum(collected), split);
  }

  checkRecords({ totalCovered, totalUncovered }: MarketClaims): void {
    equal('the records add up to what was covered', saturated(this.#granted), totalCovered);
    equal('the records add up to what was not', saturated(this.#uncovered), totalUncovered);
  }

  #claims(view: View): void {
    const claims = account<'MarketClaims'>(view, 'claims');
    if (claims === null) throw new Broken('the claims stay', 'they are gone');
    const { cumulativeClaims, pendingClaims } = pool(view);
    atLeast('no more is seen than the market ever showed', this.#deepestDeficit, claims.seenDeficit);
    this.checkRecords(claims);
    if (full(cumulativeClaims)) return;
    equal(
      'what was granted is paid, queued, or released',
      this.#granted,
      cumulativeClaims + pendingClaims + this.#released,
    );
  }
}

function pool(view: View): InsurancePool {
  const found = account<'InsurancePool'>(view, 'pool');
  if (found === null) throw new Broken('the pool stays', 'it is gone');
  return found;
}
