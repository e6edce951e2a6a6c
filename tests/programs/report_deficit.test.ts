import type { PublicKey } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import {
  insolvencyRecordOf,
  marketClaimsOf,
  poolOf,
  premiumStateOf,
  riskAuthority,
  treasuryOf,
  vaultOf,
} from './support/addresses.ts';
import { programs } from './support/artifacts.ts';
import { copyOf, rewrite, withEachInvalidMarket } from './support/forgery.ts';
import { gain, holder, lose, NO_FEE } from './support/fortunes.ts';
import { type Actor, type Overrides, reportDeficit } from './support/instructions.ts';
import { freezeTreasury, giveTreasury, UNPAYABLE_OR_MISSING } from './support/keepers.ts';
import { usdc } from './support/money.ts';
import { type Accepted, accepted, eventOf } from './support/outcome.ts';
import { U64_MAX } from './support/reference.ts';
import { type RefusalOptions, refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { createTokenAccount, TOKEN_2022_PROGRAM, TOKEN_PROGRAM } from './support/token.ts';

const POOL = usdc(100_000);

/** A market whose pool holds 100,000, and somebody to report. */
function insured(options: WorldOptions = {}) {
  const world = new World(options);
  holder(world, 'alice', POOL);
  const reporter = world.chain.fundedAddress('reporter');
  const report = (amount = 0n, keeper?: Actor, overrides?: Overrides) =>
    reportDeficit(world, keeper === undefined ? { reporter, amount } : { reporter, amount, keeper }, overrides);
  return { world, reporter, report, send: (...given: Parameters<typeof report>) => world.send(report(...given)) };
}

const names = (outcome: Accepted) => outcome.events.map(({ name }) => name);
const lamports = ({ chain }: World, address: PublicKey) => chain.rawAccount(address)?.lamports ?? 0n;

describe('a deficit above the threshold', () => {
  it('is paid by the pool, less what the market’s margin absorbed, and goes on record', () => {
    const { world, reporter, send } = insured();
    const { chain, market } = world;
    const before = { claims: world.claims, pool: world.pool };
    chain.warpTo(1_000_500n);
    world.addDeficit(usdc(80_000), usdc(10_000));
    const outcome = accepted(send(usdc(80_000)));

    const paid = usdc(70_000);
    expect(world.claims).toEqual({
      ...before.claims,
      seenDeficit: usdc(80_000),
      bufferUsedTotal: usdc(10_000),
      sequence: 1n,
      totalCovered: paid,
    });
    const { bump: _, reserved, ...record } = world.record(0n);
    expect(record).toEqual({
      market,
      reporter,
      sequence: 0n,
      deficitAmount: usdc(80_000),
      bufferUsed: usdc(10_000),
      coveredAmount: paid,
      queuedAmount: 0n,
      uncoveredAmount: 0n,
      slot: chain.slot,
      timestamp: chain.time,
    });
    expect(reserved.every((byte) => byte === 0)).toBe(true);
    expect(world.pool).toEqual({
      ...before.pool,
      totalDeposits: POOL - paid,
      epochClaims: paid,
      epochPaid: paid,
      cumulativeClaims: paid,
    });
    expect([world.balance(world.coverVault), world.vaultBalance]).toEqual([paid, POOL - paid]);

    expect(names(outcome)).toEqual(['DeficitCovered', 'InsolvencyEvent']);
    expect(eventOf(outcome, 'InsolvencyEvent')).toEqual({
      market,
      reporter,
      sequence: 0n,
      deficitAmount: usdc(80_000),
      bufferUsed: usdc(10_000),
      coveredAmount: paid,
      queuedAmount: 0n,
      uncoveredAmount: 0n,
      navBefore: POOL,
      navAfter: POOL - paid,
      seenDeficitBefore: 0n,
      seenDeficitAfter: usdc(80_000),
      bufferUsedTotalBefore: 0n,
      bufferUsedTotalAfter: usdc(10_000),
      slot: chain.slot,
      timestamp: chain.time,
    });
  });

  it('is shared by all holders alike', () => {
    const world = new World();
    const [alice, bob] = [holder(world, 'alice', usdc(60_000)), holder(world, 'bob', usdc(40_000))];
    lose(world, usdc(75_000));
    const worth = ({ shares }: { shares: bigint }) => (shares * world.nav) / world.pool.totalShares;
    expect([alice, bob].map((actor) => worth(world.position(actor)))).toEqual([usdc(15_000), usdc(10_000)]);
  });

  it('is uncovered where the pool ends, and that is said', () => {
    const { world, send } = insured();
    world.addDeficit(usdc(120_000));
    const outcome = accepted(send());
    expect(world.record(0n)).toMatchObject({ coveredAmount: POOL, queuedAmount: 0n, uncoveredAmount: usdc(20_000) });
    expect(world.claims).toMatchObject({ totalCovered: POOL, totalUncovered: usdc(20_000) });
    expect(names(outcome)).toEqual(['DeficitCovered', 'InsolvencyEvent', 'UncoveredDeficit']);
    expect(eventOf(outcome, 'UncoveredDeficit')).toEqual({
      market: world.market,
      sequence: 0n,
      uncoveredAmount: usdc(20_000),
      totalUncoveredBefore: 0n,
      totalUncoveredAfter: usdc(20_000),
    });
    expect([world.nav, world.balance(world.coverVault)]).toEqual([0n, POOL]);
  });

  it('of exactly the threshold is no claim; of one atom more it is one, whole', () => {
    const { world, send } = insured();
    world.addDeficit(usdc(50_000));
    expect(names(accepted(send()))).toEqual(['NoClaim']);
    world.addDeficit(1n);
    expect(eventOf(accepted(send()), 'InsolvencyEvent').coveredAmount).toBe(50_000_000_001n);
    expect(world.balance(world.coverVault)).toBe(50_000_000_001n);
  });

  it.each([0n, 1n, usdc(50_000), usdc(60_000)])('is dealt with whole, whether %s of it is named or all', (named) => {
    const { world, send } = insured();
    world.addDeficit(usdc(60_000));
    accepted(send(named));
    expect(world.record(0n)).toMatchObject({ deficitAmount: usdc(60_000), coveredAmount: usdc(60_000) });
  });

  it('is measured by the threshold before the margin that absorbed it: a claim of one atom', () => {
    const { world, send } = insured();
    world.addDeficit(usdc(60_000), usdc(60_000) - 1n);
    accepted(send());
    expect(world.record(0n)).toMatchObject({ bufferUsed: usdc(60_000) - 1n, coveredAmount: 1n });
  });

  it('is on record where margin absorbed all of it, and the pool pays nothing', () => {
    const { world, send } = insured();
    const pool = world.pool;
    world.addDeficit(usdc(60_000), usdc(60_000));
    const outcome = accepted(send());
    expect(names(outcome)).toEqual(['InsolvencyEvent']);
    expect(world.record(0n)).toMatchObject({ bufferUsed: usdc(60_000), coveredAmount: 0n, uncoveredAmount: 0n });
    expect(world.claims).toMatchObject({ seenDeficit: usdc(60_000), bufferUsedTotal: usdc(60_000), totalCovered: 0n });
    expect(world.pool).toEqual(pool);
  });

  it('uses each atom of margin once: what is left over waits for the next', () => {
    const { world, send } = insured();
    world.addDeficit(usdc(60_000), usdc(60_000));
    world.setMarket({ marginAbsorbed: usdc(75_000) });
    accepted(send());
    world.addDeficit(usdc(60_000));
    accepted(send());
    expect(world.record(1n)).toMatchObject({ sequence: 1n, bufferUsed: usdc(15_000), coveredAmount: usdc(45_000) });
    world.addDeficit(usdc(52_000), usdc(2_000));
    accepted(send());
    expect(world.record(2n)).toMatchObject({ sequence: 2n, bufferUsed: usdc(2_000), coveredAmount: usdc(50_000) });
    expect(world.claims).toMatchObject({
      seenDeficit: usdc(172_000),
      bufferUsedTotal: usdc(77_000),
      sequence: 3n,
      totalCovered: usdc(95_000),
      totalUncovered: 0n,
    });
  });

  it('leaves out what was lost and absorbed before there was a pool', () => {
    const { world, send } = insured({ market: { cumulativeDeficit: usdc(900_000), marginAbsorbed: usdc(300_000) } });
    world.addDeficit(usdc(60_000), usdc(5_000));
    const { bufferUsedTotalBefore, bufferUsedTotalAfter } = eventOf(accepted(send(usdc(60_000))), 'InsolvencyEvent');
    expect(world.record(0n)).toMatchObject({ bufferUsed: usdc(5_000), coveredAmount: usdc(55_000) });
    expect([bufferUsedTotalBefore, bufferUsedTotalAfter]).toEqual([0n, usdc(305_000)]);
    expect(world.claims).toMatchObject({ seenDeficit: usdc(960_000), bufferUsedTotal: usdc(305_000) });
  });

  it('in a pool without shares is uncovered whole', () => {
    const world = new World();
    const pool = world.pool;
    const outcome = lose(world, usdc(60_000));
    expect(names(outcome)).toEqual(['InsolvencyEvent', 'UncoveredDeficit']);
    expect(world.record(0n)).toMatchObject({ coveredAmount: 0n, queuedAmount: 0n, uncoveredAmount: usdc(60_000) });
    expect(world.pool).toEqual(pool);
  });

  it('is queued above what the epoch’s cap lets out', () => {
    const { world, send } = insured({ pool: { claimCapBps: 2_500 } });
    world.nextEpoch();
    world.addDeficit(usdc(60_000));
    const event = eventOf(accepted(send()), 'InsolvencyEvent');
    const granted = { coveredAmount: usdc(25_000), queuedAmount: usdc(35_000), uncoveredAmount: 0n };
    expect(event).toMatchObject({ ...granted, navBefore: POOL, navAfter: usdc(40_000) });
    expect(world.record(0n)).toMatchObject(granted);
    expect(world.claims.totalCovered).toBe(usdc(60_000));
    expect(world.pool).toMatchObject({ totalDeposits: usdc(75_000), pendingClaims: usdc(35_000) });
  });

  it('meets the pool as it is worth after the epochs that nobody touched it in', () => {
    const { world, send } = insured();
    world.nextEpoch(5_000n);
    world.addDeficit(usdc(60_000));
    accepted(send());
    expect(world.pool).toMatchObject({
      epoch: world.epoch,
      epochBase: POOL,
      previousBase: 0n,
      epochAssets: POOL,
      epochClaims: usdc(60_000),
    });
  });

  it('can be as large as numbers go, again and again', async () => {
    const { world, send } = insured();
    world.setMarket({ cumulativeDeficit: U64_MAX - usdc(60_000) });
    accepted(send(U64_MAX - usdc(60_000)));
    world.setMarket({ cumulativeDeficit: U64_MAX, marginAbsorbed: U64_MAX });
    accepted(send(usdc(60_000)));
    expect(world.claims).toMatchObject({ seenDeficit: U64_MAX, bufferUsedTotal: usdc(60_000) });
    refusedUntouched(world, reportDeficit(world, { reporter: world.authority, amount: 0n }), 'NothingToReport');
  });

  it('counts up what was covered and uncovered to the largest number, and goes on', async () => {
    const { world, send } = insured();
    const full = { totalCovered: U64_MAX - 1n, totalUncovered: U64_MAX - 1n };
    await rewrite(world.chain, 'MarketClaims', marketClaimsOf(world.market), full);
    world.addDeficit(usdc(120_000));
    const { totalUncoveredAfter } = eventOf(accepted(send()), 'UncoveredDeficit');
    expect([totalUncoveredAfter, world.claims.totalCovered, world.claims.totalUncovered]).toEqual(
      Array(3).fill(U64_MAX),
    );
  });

  it('has its record’s rent paid by the reporter, less what lies at its address', () => {
    const { world, reporter, send } = insured();
    const { chain, market } = world;
    const record = insolvencyRecordOf(market, 0n);
    chain.fund(record, chain.rent(0));
    world.addDeficit(usdc(60_000));
    const before = lamports(world, reporter);
    accepted(send());
    const rent = chain.rent(chain.rawAccount(record)?.data.length ?? 0);
    expect([lamports(world, record), before - lamports(world, reporter)]).toEqual([rent, rent - chain.rent(0)]);
  });

  it('of any size is a claim on an exhausted pool', () => {
    const { world, send } = insured();
    lose(world, POOL);
    world.addDeficit(1n);
    const outcome = accepted(send(1n));
    expect(names(outcome)).toEqual(['InsolvencyEvent', 'UncoveredDeficit']);
    expect(world.record(1n)).toMatchObject({ deficitAmount: 1n, coveredAmount: 0n, uncoveredAmount: 1n });
  });

  it('takes what an exhausted pool has left', () => {
    const { world, send } = insured();
    lose(world, POOL - 99_999n);
    world.addDeficit(99_998n);
    accepted(send());
    expect([world.record(1n).coveredAmount, world.nav]).toEqual([99_998n, 1n]);
  });
});

describe('a deficit that is no claim', () => {
  const NOTED = { seenDeficit: 0n, bufferUsedTotal: 0n, sequence: 0n, totalCovered: 0n, totalUncovered: 0n };

  it('is noted with its epoch: nothing is paid, no record is made', () => {
    const { world, reporter, send } = insured();
    const { chain, market } = world;
    const [pool, spent] = [world.pool, lamports(world, reporter)];
    world.addDeficit(usdc(40_000), usdc(3_000));
    const outcome = accepted(send(usdc(40_000)));
    expect(names(outcome)).toEqual(['NoClaim']);
    expect(eventOf(outcome, 'NoClaim')).toEqual({
      market,
      openDeficit: usdc(40_000),
      insolvencyThreshold: usdc(50_000),
      seenDeficitBefore: 0n,
      seenDeficitAfter: 0n,
      bufferUsedTotalBefore: 0n,
      bufferUsedTotalAfter: 0n,
      notedDeficitBefore: 0n,
      notedDeficitAfter: usdc(40_000),
      notedEpochBefore: 0n,
      notedEpochAfter: 1_000n,
    });
    expect(world.claims).toMatchObject({ ...NOTED, notedDeficit: usdc(40_000), notedEpoch: 1_000n });
    expect(world.pool).toEqual(pool);
    expect(chain.rawAccount(insolvencyRecordOf(market, 0n))).toBeNull();
    expect(lamports(world, reporter)).toBe(spent);
  });

  it('keeps the epoch in which it was noted, however often it is looked at and however it grows', () => {
    const { world, send } = insured();
    world.addDeficit(usdc(10_000));
    accepted(send());
    world.nextEpoch();
    world.addDeficit(usdc(5_000));
    accepted(send());
    expect(world.claims).toMatchObject({ ...NOTED, notedDeficit: usdc(10_000), notedEpoch: 1_000n });
  });

  it.each([
    { lockEpochs: 1, cooldownEpochs: 1, ages: 2n },
    { lockEpochs: 2, cooldownEpochs: 0, ages: 2n },
    { lockEpochs: 7, cooldownEpochs: 3, ages: 7n },
  ])('becomes the market’s own $ages epochs later where the lock is $lockEpochs', ({ ages, ...pool }) => {
    const { world, send } = insured({ pool });
    world.addDeficit(usdc(10_000), usdc(1_000));
    accepted(send());
    world.addDeficit(usdc(20_000), usdc(500));
    world.chain.warpTo((world.epoch + ages) * 1_000n - 1n);
    accepted(send());
    expect(world.claims).toMatchObject({ seenDeficit: 0n, notedDeficit: usdc(10_000), notedEpoch: 1_000n });

    world.chain.warpBy(1n);
    const outcome = accepted(send());
    expect(eventOf(outcome, 'NoClaim')).toMatchObject({
      openDeficit: usdc(30_000),
      seenDeficitBefore: 0n,
      seenDeficitAfter: usdc(10_000),
      bufferUsedTotalBefore: 0n,
      bufferUsedTotalAfter: usdc(1_500),
      notedDeficitBefore: usdc(10_000),
      notedDeficitAfter: usdc(30_000),
      notedEpochBefore: 1_000n,
      notedEpochAfter: 1_000n + ages,
    });
    expect(world.claims).toMatchObject({
      seenDeficit: usdc(10_000),
      bufferUsedTotal: usdc(1_500),
      notedDeficit: usdc(30_000),
      notedEpoch: 1_000n + ages,
      sequence: 0n,
    });
  });

  it('takes margin with it, never more than has aged', () => {
    const { world, send } = insured();
    world.addDeficit(usdc(10_000), usdc(10_000));
    accepted(send());
    world.addDeficit(usdc(20_000), usdc(15_000));
    world.nextEpoch(2n);
    accepted(send());
    expect(world.claims).toMatchObject({ seenDeficit: usdc(10_000), bufferUsedTotal: usdc(10_000) });
  });

  it('counts for the threshold until it has aged, and no longer', () => {
    const aged = insured();
    aged.world.addDeficit(usdc(40_000));
    accepted(aged.send());
    aged.world.nextEpoch(2n);
    accepted(aged.send());
    aged.world.addDeficit(usdc(50_000));
    expect(names(accepted(aged.send()))).toEqual(['NoClaim']);
    aged.world.addDeficit(1n);
    expect(eventOf(accepted(aged.send()), 'InsolvencyEvent').deficitAmount).toBe(50_000_000_001n);

    const fresh = insured();
    fresh.world.addDeficit(usdc(40_000));
    accepted(fresh.send());
    fresh.world.nextEpoch(2n);
    fresh.world.addDeficit(usdc(50_000));
    expect(eventOf(accepted(fresh.send()), 'InsolvencyEvent').deficitAmount).toBe(usdc(90_000));
  });

  it('leaves nothing to report once all of it has aged', () => {
    const { world, report, send } = insured();
    world.addDeficit(usdc(40_000));
    accepted(send());
    world.nextEpoch(2n);
    accepted(send());
    expect(world.claims).toMatchObject({ seenDeficit: usdc(40_000), notedDeficit: usdc(40_000) });
    refusedUntouched(world, report(), 'NothingToReport');
  });

  it('is noted anew after a claim has overtaken its note', () => {
    const { world, send } = insured();
    world.addDeficit(usdc(10_000));
    accepted(send());
    world.addDeficit(usdc(50_000));
    accepted(send());
    expect(world.claims).toMatchObject({ seenDeficit: usdc(60_000), notedDeficit: usdc(10_000), notedEpoch: 1_000n });
    world.nextEpoch(9n);
    world.addDeficit(usdc(1_000));
    accepted(send());
    expect(world.claims).toMatchObject({ seenDeficit: usdc(60_000), notedDeficit: usdc(61_000), notedEpoch: 1_009n });
  });

  it('that falls after it was noted ages as it was noted', () => {
    const { world, report, send } = insured();
    world.addDeficit(usdc(40_000));
    accepted(send());
    world.nextEpoch(2n);
    world.setMarket({ cumulativeDeficit: usdc(10_000) });
    accepted(send());
    expect(world.claims).toMatchObject({ seenDeficit: usdc(40_000), notedDeficit: usdc(10_000), notedEpoch: 1_002n });
    refusedUntouched(world, report(), 'NothingToReport');
    world.setMarket({ cumulativeDeficit: usdc(90_000) });
    expect(names(accepted(send()))).toEqual(['NoClaim']);
    world.addDeficit(1n);
    expect(eventOf(accepted(send()), 'InsolvencyEvent').deficitAmount).toBe(50_000_000_001n);
  });

  it('is measured from the pool’s beginning, not from the market’s', () => {
    const { world, send } = insured({ market: { cumulativeDeficit: usdc(900_000), marginAbsorbed: usdc(300_000) } });
    world.addDeficit(usdc(10_000), usdc(2_000));
    accepted(send(usdc(10_000)));
    expect(world.claims).toMatchObject({ seenDeficit: 0n, notedDeficit: usdc(910_000) });
    world.nextEpoch(2n);
    accepted(send());
    expect(world.claims).toMatchObject({ seenDeficit: usdc(910_000), bufferUsedTotal: usdc(302_000) });
  });

  it('pays no keeper', () => {
    const { world, send } = insured();
    giveTreasury(world, usdc(1));
    const keeper = world.actor('keeper');
    world.addDeficit(usdc(40_000));
    expect(names(accepted(send(0n, keeper)))).toEqual(['NoClaim']);
    expect(world.balance(keeper)).toBe(0n);
  });
});

describe('the keeper of a claim', () => {
  it('gets the fee from the treasury', () => {
    const { world, send } = insured();
    giveTreasury(world, usdc(1));
    const keeper = world.actor('keeper');
    world.addDeficit(usdc(60_000));
    const outcome = accepted(send(0n, keeper));
    expect(names(outcome)).toEqual(['DeficitCovered', 'InsolvencyEvent', 'KeeperPaid']);
    expect(eventOf(outcome, 'KeeperPaid')).toEqual({
      premiumState: premiumStateOf(world.market),
      keeperTokenAccount: keeper.tokenAccount,
      amount: 5_000n,
      treasuryBefore: usdc(1),
      treasuryAfter: 995_000n,
    });
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([5_000n, 995_000n]);
  });

  it.each([
    { granted: 4_999n, treasury: usdc(1), fee: 4_999n },
    { granted: 5_000n, treasury: usdc(1), fee: 5_000n },
    { granted: 5_001n, treasury: usdc(1), fee: 5_000n },
    { granted: 5_000n, treasury: 4_999n, fee: 4_999n },
    { granted: 1n, treasury: usdc(1), fee: 1n },
  ])('gets $fee for $granted where the treasury holds $treasury', ({ granted, treasury, fee }) => {
    const { world, send } = insured();
    giveTreasury(world, treasury);
    const keeper = world.actor('keeper');
    world.addDeficit(usdc(60_000), usdc(60_000) - granted);
    accepted(send(0n, keeper));
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([fee, treasury - fee]);
  });

  it('gets it for what is only queued, too', () => {
    const { world, send } = insured();
    giveTreasury(world, usdc(1));
    world.setMarket({ coverVault: world.chain.address('nowhere') });
    const keeper = world.actor('keeper');
    world.addDeficit(usdc(60_000));
    accepted(send(0n, keeper));
    expect(world.record(0n)).toMatchObject({ coveredAmount: 0n, queuedAmount: usdc(60_000) });
    expect(world.balance(keeper)).toBe(5_000n);
  });

  it('gets nothing where nothing was granted', () => {
    const { world, send } = insured();
    giveTreasury(world, usdc(1));
    const keeper = world.actor('keeper');
    world.addDeficit(usdc(60_000), usdc(60_000));
    accepted(send(0n, keeper));
    lose(world, POOL);
    world.addDeficit(usdc(60_000));
    accepted(send(0n, keeper));
    expect(world.claims.sequence).toBe(3n);
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([0n, usdc(1)]);
  });

  const without: Readonly<Record<string, (world: World) => Overrides>> = {
    ...UNPAYABLE_OR_MISSING,
    'where the treasury is empty': () => ({}),
    'where the treasury is frozen': (world) => {
      giveTreasury(world, usdc(1));
      freezeTreasury(world);
      return {};
    },
    'where the treasury is passed read-only': () => ({ writable: { treasury: false } }),
    'where another market’s books are passed': (world) => {
      const other = new World({ beside: world });
      giveTreasury(other, usdc(1));
      return { accounts: { premiumState: premiumStateOf(other.market), treasury: treasuryOf(other.market) } };
    },
    'where another market’s treasury is passed': (world) => {
      const other = new World({ beside: world });
      giveTreasury(other, usdc(1));
      return { accounts: { treasury: treasuryOf(other.market) } };
    },
    'where forged books are passed': (world) => {
      const { chain } = world;
      const treasury = createTokenAccount(chain, world.mint.address, world.authority);
      const forged = copyOf(chain, premiumStateOf(world.market), chain.address('hostile program'));
      return { accounts: { premiumState: forged, treasury } };
    },
    'where no account of the books is one': (world) => ({
      accounts: { premiumState: world.chain.address('nothing'), treasury: world.chain.address('nothing') },
    }),
  };
  it.each(Object.keys(without))('%s gets nothing, and the claim is paid all the same', (what) => {
    const { world, report } = insured();
    if (what in UNPAYABLE_OR_MISSING) giveTreasury(world, usdc(1));
    const overrides = without[what]?.(world);
    const treasury = world.treasuryBalance;
    world.addDeficit(usdc(60_000));
    const outcome = accepted(world.send(report(0n, world.actor('payable keeper'), overrides)));
    expect(names(outcome)).toEqual(['DeficitCovered', 'InsolvencyEvent']);
    expect([world.balance(world.coverVault), world.treasuryBalance]).toEqual([usdc(60_000), treasury]);
  });

  it('gets nothing where the market has no premium', () => {
    const { world, report } = insured({ parts: ['pool', 'claims'] });
    world.addDeficit(usdc(60_000));
    accepted(world.send(report(0n, world.actor('keeper'))));
    expect(world.balance(world.coverVault)).toBe(usdc(60_000));
  });
});

describe('report_deficit refuses', () => {
  const refuses = (
    { world, report }: ReturnType<typeof insured>,
    name: string,
    amount?: bigint,
    overrides?: Overrides,
    options?: RefusalOptions,
  ) => refusedUntouched(world, report(amount, undefined, overrides), name, options);

  it('where there is no deficit, or none that is not dealt with', () => {
    const market = insured({ market: { cumulativeDeficit: usdc(70_000) } });
    for (const amount of [0n, 1n, U64_MAX]) refuses(market, 'NothingToReport', amount);
    lose(market.world, usdc(60_000));
    refuses(market, 'NothingToReport');
    market.world.setMarket({ cumulativeDeficit: usdc(130_000) - 1n });
    refuses(market, 'NothingToReport');
    market.world.setMarket({ cumulativeDeficit: 0n });
    refuses(market, 'NothingToReport');
  });

  it.each([1n, usdc(50_000), usdc(60_000)])('to claim more than the chain proves: of a deficit of %s', (deficit) => {
    const market = insured();
    market.world.addDeficit(deficit);
    for (const amount of [deficit + 1n, U64_MAX]) refuses(market, 'DeficitMismatch', amount);
    accepted(market.send(deficit));
  });

  it('what was claimed as part of what is open', () => {
    const market = insured();
    lose(market.world, usdc(60_000));
    market.world.addDeficit(usdc(1_000));
    refuses(market, 'DeficitMismatch', usdc(61_000));
  });

  it('a market that is none, or not of the pool’s program', () => {
    const market = insured();
    market.world.addDeficit(usdc(60_000));
    withEachInvalidMarket(market.world, () => refuses(market, 'InvalidMarket'));
  });

  it('a reporter who did not sign, or can’t pay for the record', () => {
    const market = insured();
    const { world } = market;
    world.addDeficit(usdc(60_000));
    refuses(market, 'MissingRequiredSignature', 0n, { signers: { reporter: false } });
    const poor = world.chain.fundedAddress('poor', world.chain.rent(0));
    refuses(market, 'ResultWithNegativeLamports', 0n, { accounts: { reporter: poor } }, { by: 'system' });
  });

  it('to number a record that numbers don’t reach', async () => {
    const market = insured();
    await rewrite(market.world.chain, 'MarketClaims', marketClaimsOf(market.world.market), { sequence: U64_MAX });
    market.world.addDeficit(usdc(60_000));
    refuses(market, 'MathOverflow', 0n, {}, { by: 'insolvency_handler' });
  });

  it('claims that nobody has opened', () => {
    const market = insured({ parts: ['pool'] });
    market.world.addDeficit(usdc(60_000));
    refuses(market, 'AccountDataTooSmall');
  });

  it('any other account in the place of its own', () => {
    const { world, report } = insured(NO_FEE);
    const other = new World({ beside: world });
    const { chain, market } = world;
    holder(other, 'bob', POOL);
    other.addDeficit(usdc(60_000));
    lose(world, usdc(60_000));
    gain(world, usdc(10_000));
    world.addDeficit(usdc(60_000));
    const nobody = chain.address('nobody');
    const hostile = chain.address('hostile program');
    const claims = marketClaimsOf(market);
    const theirVault = createTokenAccount(chain, world.mint.address, poolOf(market));
    refusesSubstitutes(world, (accounts) => report(0n, world.actor('keeper'), { accounts }), {
      marketClaims: {
        'of another market': [marketClaimsOf(other.market), 'InvalidMarket'],
        'of a hostile program': [copyOf(chain, claims, hostile), 'IllegalOwner'],
        'the record': [insolvencyRecordOf(market, 0n), 'InvalidAccountData'],
        missing: [nobody, 'AccountDataTooSmall'],
      },
      insolvencyRecord: {
        'the last one': [insolvencyRecordOf(market, 0n), 'InvalidSeeds'],
        'one too far': [insolvencyRecordOf(market, 2n), 'InvalidSeeds'],
        'of another market': [insolvencyRecordOf(other.market, 1n), 'InvalidSeeds'],
        'an ordinary address': [nobody, 'InvalidSeeds'],
      },
      pool: {
        'of another market': [poolOf(other.market), 'InvalidMarket'],
        'of a hostile program': [copyOf(chain, poolOf(market), hostile), 'IllegalOwner'],
        missing: [nobody, 'AccountDataTooSmall'],
      },
      vault: {
        'of another pool': [vaultOf(poolOf(other.market)), 'ConstraintAddress'],
        'another token account of the pool’s': [theirVault, 'ConstraintAddress'],
      },
      market: {
        'another market': [other.market, 'InvalidMarket'],
        'a copy of it': [copyOf(chain, market, world.marketProgram), 'InvalidMarket'],
      },
      coverVault: {
        'of another market': [other.coverVault, 'CoverVaultInvalid'],
        'the reporter’s own': [world.actor('mallory').tokenAccount, 'CoverVaultInvalid'],
        'the pool’s vault': [vaultOf(poolOf(market)), 'CoverVaultInvalid'],
      },
      handlerAuthority: {
        'an ordinary address': [nobody, 'Unauthorized'],
        'another program’s authority': [riskAuthority, 'Unauthorized'],
      },
      reporter: {},
      premiumState: {},
      treasury: {},
      keeperTokenAccount: {},
      insurancePoolProgram: {
        'another program': [programs.premium_manager.id, 'IncorrectProgramId'],
        'this program': [programs.insolvency_handler.id, 'IncorrectProgramId'],
      },
      premiumManagerProgram: {
        'another program': [programs.insurance_pool.id, 'IncorrectProgramId'],
      },
      tokenProgram: {
        'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'],
      },
      systemProgram: { 'another program': [TOKEN_PROGRAM, 'IncorrectProgramId'] },
    });
    expect(world.generation).toBe(0);
    accepted(world.send(report()));
  });
});
