// Claims made twice, made up, or made dear: what a market can take is bounded by its own pool, its cap and its books.
import { describe, expect, it } from 'vitest';
import { insolvencyRecordOf, poolOf, vaultOf } from '../support/addresses.ts';
import { collectPremium, holder, lose, NO_FEE } from '../support/fortunes.ts';
import {
  deposit,
  payQueued,
  reportDeficit,
  setPremiumRate,
  settleEpoch,
  updateScore,
  verifyDeficit,
} from '../support/instructions.ts';
import { giveTreasury } from '../support/keepers.ts';
import { usdc } from '../support/money.ts';
import { accepted, eventOf, returned } from '../support/outcome.ts';
import { U64_MAX } from '../support/reference.ts';
import { refusedUntouched } from '../support/refusal.ts';
import { World, type WorldOptions } from '../support/scenario.ts';

const POOL = usdc(100_000);

function insured(options: WorldOptions = {}) {
  const world = new World(options);
  holder(world, 'alice', POOL);
  const reporter = world.chain.fundedAddress('reporter');
  const report = (amount = 0n) => reportDeficit(world, { reporter, amount });
  return { world, reporter, report };
}

describe('a claim made twice', () => {
  it('in one transaction, in one slot or later finds nothing to report', () => {
    const { world, report } = insured();
    world.addDeficit(usdc(60_000));
    refusedUntouched(world, [report(), report()], 'NothingToReport');
    accepted(world.send(report()));
    refusedUntouched(world, report(), 'NothingToReport');
    world.nextEpoch(1_000n);
    refusedUntouched(world, report(usdc(60_000)), 'NothingToReport');
    expect(world.balance(world.coverVault)).toBe(usdc(60_000));
  });

  it('by two keepers in one slot is paid for once', () => {
    const { world } = insured();
    giveTreasury(world, usdc(1));
    const [first, second] = [world.actor('first keeper'), world.actor('second keeper')];
    world.addDeficit(usdc(60_000));
    const by = (keeper: typeof first) => reportDeficit(world, { reporter: keeper.address, amount: 0n, keeper });
    const [theirs, late] = [by(first), by(second)];
    accepted(world.send(theirs));
    refusedUntouched(world, late, 'NothingToReport');
    expect([world.balance(first), world.balance(second), world.claims.sequence]).toEqual([5_000n, 0n, 1n]);
  });

  it('through deficits that fall and rise again is paid once', () => {
    const { world, report } = insured();
    lose(world, usdc(60_000));
    for (const cumulativeDeficit of [0n, usdc(59_999), usdc(60_000)]) {
      world.setMarket({ cumulativeDeficit });
      refusedUntouched(world, report(), 'NothingToReport');
    }
    world.setMarket({ cumulativeDeficit: usdc(60_001) });
    accepted(world.send(report()));
    expect(world.claims).toMatchObject({ seenDeficit: usdc(60_000), sequence: 1n, totalCovered: usdc(60_000) });
  });

  it('through margin that is taken back does not free the margin that was used', () => {
    const { world, report } = insured();
    lose(world, usdc(60_000), usdc(30_000));
    world.setMarket({ marginAbsorbed: 0n });
    world.addDeficit(usdc(55_000), usdc(40_000));
    accepted(world.send(report()));
    expect(world.record(1n)).toMatchObject({ bufferUsed: usdc(10_000), coveredAmount: usdc(45_000) });
    expect(world.claims.bufferUsedTotal).toBe(usdc(40_000));
  });

  it('does not overwrite its record', () => {
    const { world, report } = insured();
    lose(world, usdc(60_000));
    const record = world.chain.rawAccount(insolvencyRecordOf(world.market, 0n));
    lose(world, usdc(60_000));
    expect(world.chain.rawAccount(insolvencyRecordOf(world.market, 0n))).toEqual(record);
    expect(world.record(1n).sequence).toBe(1n);
    refusedUntouched(world, report(), 'NothingToReport');
  });
});

describe('two keepers in one slot', () => {
  it('settle an epoch once', () => {
    const { world } = insured(NO_FEE);
    giveTreasury(world, usdc(1));
    collectPremium(world, usdc(10));
    world.nextEpoch();
    const [first, second] = [world.actor('first keeper'), world.actor('second keeper')];
    accepted(world.send(settleEpoch(world, { keeper: first })));
    refusedUntouched(world, settleEpoch(world, { keeper: second }), 'EpochNotElapsed');
    expect([world.balance(first), world.balance(second), world.nav]).toEqual([5_000n, 0n, POOL + usdc(10)]);
  });

  it('score once, and are paid once for the rate', () => {
    const { world } = insured();
    giveTreasury(world, usdc(1));
    world.nextEpoch();
    world.setPrice();
    const [first, second] = [world.actor('first keeper'), world.actor('second keeper')];
    accepted(world.send([updateScore(world), setPremiumRate(world, { keeper: first })]));
    refusedUntouched(world, [updateScore(world), setPremiumRate(world, { keeper: second })], 'AlreadyUpdated');
    accepted(world.send(setPremiumRate(world, { keeper: second })));
    expect([world.balance(first), world.balance(second)]).toEqual([5_000n, 0n]);
  });
});

describe('a deficit that a market makes up', () => {
  it('takes its whole pool, and nothing but its own pool', () => {
    const { world, report } = insured();
    const neighbour = new World({ beside: world });
    holder(neighbour, 'bob', POOL);
    const theirs = [poolOf(neighbour.market), vaultOf(poolOf(neighbour.market))];
    const before = theirs.map((address) => world.chain.rawAccount(address));
    for (const cumulativeDeficit of [U64_MAX / 2n, U64_MAX - 1n, U64_MAX]) {
      world.setMarket({ cumulativeDeficit });
      accepted(world.send(report()));
    }
    expect([world.balance(world.coverVault), world.nav, world.vaultBalance]).toEqual([POOL, 0n, 0n]);
    expect(theirs.map((address) => world.chain.rawAccount(address))).toEqual(before);
    expect(neighbour.nav).toBe(POOL);
  });

  it.each([1, 500, 2_500, 9_999])(
    'leaves under a cap of %s bps an epoch, over as many epochs as it takes',
    (claimCapBps) => {
      const { world, report } = insured({ pool: { claimCapBps, insolvencyThreshold: 0n } });
      const neighbour = new World({ beside: world });
      holder(neighbour, 'bob', POOL);
      for (let epoch = 0; epoch < 40; epoch++) {
        world.nextEpoch();
        const [assets, received] = [world.pool.totalDeposits, world.balance(world.coverVault)];
        const share = (assets * BigInt(claimCapBps)) / 10_000n;
        // The cap, and a whole unit where that is more, and never more than there is.
        const [cap = 0n] = [share > usdc(1) ? share : usdc(1), assets].sort((a, b) => (a < b ? -1 : 1));
        for (const deficit of [usdc(30_000), 1n, U64_MAX / 1_000n]) {
          world.addDeficit(deficit);
          accepted(world.send(report()));
          world.send(payQueued(world));
        }
        const out = world.balance(world.coverVault) - received;
        expect(out).toBe(cap);
        expect(world.pool.totalDeposits).toBe(assets - out);
        if (world.pool.totalDeposits === 0n) break;
        refusedUntouched(world, payQueued(world), 'NothingQueued');
      }
      const { totalDeposits, pendingClaims } = world.pool;
      expect(world.balance(world.coverVault) + totalDeposits).toBe(POOL);
      expect(pendingClaims).toBe(totalDeposits);
      expect(world.claims.totalCovered).toBe(POOL);
      expect([neighbour.nav, neighbour.vaultBalance]).toEqual([POOL, POOL]);
    },
  );

  it('on either side of an epoch’s end takes two caps, as two epochs allow, and no third', () => {
    const { world, report } = insured({ pool: { claimCapBps: 1_000 } });
    world.nextEpoch();
    world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
    world.addDeficit(usdc(90_000));
    accepted(world.send(report()));
    world.chain.warpBy(1n);
    accepted(world.send(payQueued(world)));
    refusedUntouched(world, payQueued(world), 'NothingQueued');
    expect(world.balance(world.coverVault)).toBe(usdc(10_000 + 9_000));
  });

  it('after epochs that were missed takes one cap, not one for each', () => {
    const { world, report } = insured({ pool: { claimCapBps: 1_000 } });
    world.nextEpoch();
    world.addDeficit(usdc(90_000));
    accepted(world.send(report()));
    world.nextEpoch(5_000n);
    accepted(world.send(payQueued(world)));
    refusedUntouched(world, payQueued(world), 'NothingQueued');
    expect(world.balance(world.coverVault)).toBe(usdc(19_000));
  });

  it('finds no newcomer’s money while its last claim is queued', () => {
    const { world, report } = insured({ pool: { claimCapBps: 1_000 } });
    world.nextEpoch();
    world.addDeficit(usdc(90_000));
    accepted(world.send(report()));
    const bob = world.actor('bob', POOL);
    refusedUntouched(world, deposit(world, { depositor: bob, amount: POOL }), 'ClaimPending');
  });

  it('of before the newcomer came, small and noted, is not his to pay once it has aged', () => {
    const [noted, unnoted] = [insured(), insured()];
    for (const { world } of [noted, unnoted]) world.addDeficit(usdc(50_000));
    accepted(noted.world.send(noted.report()));
    for (const { world } of [noted, unnoted]) world.nextEpoch(2n);
    accepted(noted.world.send(noted.report()));
    for (const { world, report } of [noted, unnoted]) {
      holder(world, 'bob', POOL);
      world.addDeficit(1n);
      accepted(world.send(report()));
    }
    expect([noted.world.nav, unnoted.world.nav]).toEqual([POOL * 2n, usdc('149999.999999')]);
  });

  it('in slices under the threshold is paid for by the market where somebody notes them', () => {
    const { world, report } = insured();
    for (let epoch = 0; epoch < 20; epoch++) {
      world.addDeficit(usdc(12_500));
      expect(eventOf(accepted(world.send(report())), 'NoClaim').openDeficit).toBeLessThanOrEqual(usdc(50_000));
      world.nextEpoch();
    }
    expect(world.nav).toBe(POOL);
    expect(world.header.cumulativeDeficit).toBe(usdc(250_000));
  });
});

describe('fees that a keeper makes up', () => {
  it('for claims are never more than the claims, however small', () => {
    const { world, reporter } = insured({ pool: { insolvencyThreshold: 0n } });
    giveTreasury(world, usdc(1));
    const keeper = world.actor('keeper');
    for (let claim = 1; claim <= 50; claim++) {
      world.addDeficit(1n);
      accepted(world.send(reportDeficit(world, { reporter, amount: 1n, keeper })));
    }
    expect([world.balance(keeper), world.balance(world.coverVault)]).toEqual([50n, 50n]);
    expect(world.treasuryBalance).toBe(usdc(1) - 50n);
  });

  it.each([1n, 4_999n, 5_000n, 5_001n, 100_000n])(
    'for settling over and over, where a small pool allows it, bring back no more than was paid in: %s at a time',
    (amount) => {
      const world = new World();
      giveTreasury(world, usdc(1));
      const [keeper, payer] = [world.actor('keeper'), world.treasuryBalance];
      for (let round = 0; round < 30; round++) {
        collectPremium(world, amount);
        accepted(world.send(settleEpoch(world, { keeper })));
      }
      expect(world.balance(keeper)).toBeLessThanOrEqual(30n * amount);
      expect(world.treasuryBalance).toBe(payer + 30n * amount - world.balance(keeper));
    },
  );
});

it('what is told before a report is what the report does, whatever was done before', () => {
  const { world, report } = insured({ pool: { claimCapBps: 3_000 } });
  for (const [deficit, absorbed] of [
    [usdc(20_000), usdc(5_000)],
    [usdc(40_000), usdc(1)],
    [usdc(70_000), usdc(90_000)],
    [usdc(70_000), 0n],
    [1n, 0n],
  ] as const) {
    world.addDeficit(deficit, absorbed);
    const told = returned(accepted(world.send(verifyDeficit(world))), 'DeficitStatus');
    const { sequence, totalCovered } = world.claims;
    accepted(world.send(report(told.openDeficit)));
    expect(world.claims.sequence - sequence).toBe(told.reportable ? 1n : 0n);
    expect(world.claims.totalCovered - totalCovered).toBe(told.payable);
    world.nextEpoch();
  }
});
