// A market cannot lock its LPs in: whatever it names, breaks or forges, and with every keeper gone, they get out.
import type { PublicKey } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import {
  marketClaimsOf,
  poolOf,
  positionOf,
  premiumStateOf,
  premiumVaultOf,
  shareAccountOf,
  treasuryOf,
  vaultOf,
} from '../support/addresses.ts';
import { spoilCoverVault, USELESS_COVER_VAULTS } from '../support/cover_vaults.ts';
import { withEachInvalidMarket } from '../support/forgery.ts';
import { collectPremium, gain, holder, lose, NO_FEE, windUp } from '../support/fortunes.ts';
import {
  type Actor,
  initializeClaims,
  payQueued,
  reportDeficit,
  requestWithdraw,
  settleEpoch,
  withdraw,
} from '../support/instructions.ts';
import { encodeMarket } from '../support/market.ts';
import { usdc } from '../support/money.ts';
import { accepted, eventOf } from '../support/outcome.ts';
import { U64_MAX } from '../support/reference.ts';
import { refusedUntouched } from '../support/refusal.ts';
import { World, type WorldOptions } from '../support/scenario.ts';
import { createTokenAccount } from '../support/token.ts';

const POOL = usdc(100_000);

/** An LP of 100,000 whose lock has passed. */
function unlocked(options: WorldOptions = {}): [World, Actor] {
  const world = new World(options);
  const alice = holder(world, 'alice', POOL);
  world.nextEpoch(2n);
  return [world, alice];
}

const report = (world: World, reporter: Actor) => reportDeficit(world, { reporter: reporter.address, amount: 0n });
const leave = (world: World, depositor: Actor, shares: bigint) => withdraw(world, { depositor, shares });

describe('where the cover vault is', () => {
  describe.each(Object.keys(USELESS_COVER_VAULTS))('%s', (what) => {
    it('the LP reports the deficit and leaves, alone and in one transaction', () => {
      const [world, alice] = unlocked();
      spoilCoverVault(world, what);
      world.addDeficit(usdc(60_000));
      world.nextEpoch(1_000n);
      refusedUntouched(world, leave(world, alice, 1n), 'ClaimPending');
      accepted(world.send([report(world, alice), leave(world, alice, usdc(92_000))]));
      expect(world.balance(alice)).toBe(usdc(36_800));
      expect(world.record(0n)).toMatchObject({ reporter: alice.address, queuedAmount: usdc(60_000) });
    });

    it('a second deficit is queued as the first, and what is left leaves', () => {
      const [world, alice] = unlocked({ pool: { insolvencyThreshold: usdc(20_000) } });
      spoilCoverVault(world, what);
      lose(world, usdc(60_000));
      world.addDeficit(usdc(30_000));
      accepted(world.send([report(world, alice), leave(world, alice, usdc(50_000))]));
      expect([world.balance(alice), world.pool.pendingClaims]).toEqual([usdc(5_000), usdc(90_000)]);
    });

    it('and the market winds up, the LP leaves with all that is not queued', () => {
      const [world, alice] = unlocked();
      spoilCoverVault(world, what);
      lose(world, usdc(60_000));
      windUp(world);
      accepted(world.send(leave(world, alice, POOL)));
      expect([world.balance(alice), world.pool.totalDeposits]).toEqual([usdc(40_000), usdc(60_000)]);
    });
  });
});

describe('where the cover vault is odd, but can receive', () => {
  const odd: Readonly<Record<string, (world: World, alice: Actor) => PublicKey>> = {
    'the treasury': ({ market }) => treasuryOf(market),
    'the premium vault': ({ market }) => premiumVaultOf(premiumStateOf(market)),
    'the LP’s own token account': (_, { tokenAccount }) => tokenAccount,
    'another token account of the pool’s': (world) =>
      createTokenAccount(world.chain, world.mint.address, poolOf(world.market)),
    'the vault of another pool': (world) => vaultOf(poolOf(new World({ beside: world }).market)),
  };

  it.each(Object.keys(odd))('%s, it is paid, and the LP leaves', (what) => {
    const [world, alice] = unlocked();
    const coverVault = odd[what]?.(world, alice);
    if (coverVault === undefined) throw new Error(what);
    world.setMarket({ coverVault });
    world.addDeficit(usdc(60_000));
    accepted(world.send(reportDeficit(world, { reporter: alice.address, amount: 0n, keeper: alice })));
    expect(world.record(0n)).toMatchObject({ coveredAmount: usdc(60_000), queuedAmount: 0n });
    accepted(world.send([settleEpoch(world), leave(world, alice, usdc(92_000))]));
    expect([world.nav, world.vaultBalance, world.premium.epochPremiumAccrued]).toEqual([usdc(3_200), usdc(3_200), 0n]);
    const fee = what === 'the treasury' ? 5_000n : 0n;
    const claimed = what === 'the LP’s own token account' ? usdc(60_000) : 0n;
    expect(world.balance(alice)).toBe(usdc(36_800) + fee + claimed);
  });

  it('the LP’s own wallet, position or share account, the claim is queued, and the LP leaves', () => {
    for (const own of [
      ({ address }: Actor) => address,
      ({ address }: Actor, pool: PublicKey) => positionOf(pool, address),
      ({ address }: Actor, pool: PublicKey) => shareAccountOf(pool, address, 0),
    ]) {
      const [world, alice] = unlocked();
      world.setMarket({ coverVault: own(alice, poolOf(world.market)) });
      world.addDeficit(usdc(60_000));
      accepted(world.send([report(world, alice), leave(world, alice, usdc(92_000))]));
      expect([world.balance(alice), world.pool.pendingClaims]).toEqual([usdc(36_800), usdc(60_000)]);
    }
  });
});

describe('where the market’s account is gone or garbage', () => {
  it('an LP leaves with the whole, reserve and all, and an open deficit is no longer one', () => {
    const [world, alice] = unlocked();
    world.addDeficit(usdc(60_000));
    refusedUntouched(world, leave(world, alice, POOL), 'ClaimPending');
    world.chain.removeAccount(world.market);
    accepted(world.send(leave(world, alice, POOL)));
    expect([world.balance(alice), world.vaultBalance]).toEqual([POOL, 0n]);
  });

  it('in whatever way it is, shares leave, and no deficit is reported', () => {
    const [world, alice] = unlocked();
    world.addDeficit(usdc(60_000));
    let left = 0n;
    withEachInvalidMarket(world, () => {
      refusedUntouched(world, report(world, alice), 'InvalidMarket');
      accepted(world.send(leave(world, alice, usdc(1_000))));
      left += usdc(1_000);
      expect(world.balance(alice)).toBe(left);
    });
    refusedUntouched(world, leave(world, alice, 1n), 'ClaimPending');
  });

  it('with a claim queued, the LP has it released and leaves with it', () => {
    const [world, alice] = unlocked({ pool: { claimCapBps: 1_000 } });
    lose(world, usdc(60_000));
    expect(world.pool.pendingClaims).toBe(usdc(50_000));
    world.chain.putAccount(world.market, world.chain.address('new owner'), encodeMarket(world.header));
    accepted(world.send([payQueued(world), leave(world, alice, POOL)]));
    expect([world.balance(alice), world.vaultBalance, world.pool.totalDeposits]).toEqual([usdc(90_000), 0n, 0n]);
  });

  it('premium that waits is settled all the same', () => {
    const [world] = unlocked();
    world.chain.removeAccount(world.market);
    accepted(world.send(settleEpoch(world)));
    expect(world.pool.openInterest).toBe(0n);
  });

  it('an LP who cools down leaves as any other', () => {
    const [world, alice] = unlocked({ pool: { cooldownEpochs: 2 } });
    world.chain.removeAccount(world.market);
    accepted(world.send(requestWithdraw(world, { depositor: alice, shares: POOL })));
    world.nextEpoch(3n);
    accepted(world.send(leave(world, alice, POOL)));
    expect(world.balance(alice)).toBe(POOL);
  });
});

describe('where somebody keeps an atom of premium waiting', () => {
  /** Two LPs whose shares are few and dear: the larger one’s withdrawal leaves a small pool. */
  function dear(): [World, Actor, Actor] {
    const world = new World({ ...NO_FEE, pool: { minReserveBps: 0 } });
    const [alice, bob] = [holder(world, 'alice', 1_000_000n), holder(world, 'bob', 200_000n)];
    gain(world, usdc(1_000_000));
    world.nextEpoch();
    return [world, alice, bob];
  }

  /** After it, the atom can't be settled before the next epoch. */
  function settleAheadOfAnAtom(world: World): void {
    accepted(world.send(settleEpoch(world)));
    collectPremium(world, 1n);
    refusedUntouched(world, settleEpoch(world), 'EpochNotElapsed');
    expect(world.premium.epochPremiumAccrued).toBe(1n);
  }

  it('collected behind each epoch’s settlement, it holds nobody back', () => {
    const [world, alice, bob] = dear();
    for (let epochs = 4; epochs > 0; epochs--) {
      world.nextEpoch();
      settleAheadOfAnAtom(world);
    }
    const { nav } = world;
    const left = accepted(world.send(leave(world, alice, 1_000_000n)));
    expect(eventOf(left, 'Withdrawn').amount).toBe((nav * 1_000_000n) / 1_200_000n);
    accepted(world.send(leave(world, bob, 100_000n)));
    accepted(world.send(leave(world, bob, 100_000n)));
    expect([world.nav, world.vaultBalance]).toEqual([0n, 0n]);
  });

  it('an epoch that is not settled, the LP settles and leaves, in one transaction', () => {
    const [world, alice] = dear();
    collectPremium(world, 1n);
    refusedUntouched(world, leave(world, alice, 1_000_000n), 'SettleFirst');
    const { nav } = world;
    const left = accepted(world.send([settleEpoch(world), leave(world, alice, 1_000_000n)]));
    // The atom is among what was shared.
    expect(eventOf(left, 'Withdrawn').amount).toBe(((nav + 1n) * 1_000_000n) / 1_200_000n);
  });

  it('it waits from the first slot of the next epoch, not before', () => {
    const [world, alice] = dear();
    settleAheadOfAnAtom(world);
    world.chain.warpBy(999n);
    accepted(world.send(leave(world, alice, 250_000n)));
    world.chain.warpBy(1n);
    refusedUntouched(world, leave(world, alice, 250_000n), 'SettleFirst');
    accepted(world.send([settleEpoch(world), leave(world, alice, 250_000n)]));
  });
});

describe('where every keeper is gone', () => {
  it('an LP opens the market’s claims, reports and leaves, in one transaction', () => {
    const [world, alice] = unlocked({ parts: ['pool'] });
    world.addDeficit(usdc(60_000));
    refusedUntouched(world, leave(world, alice, 1n), 'ClaimPending');
    accepted(
      world.send([
        initializeClaims(world, { payer: alice.address }),
        report(world, alice),
        leave(world, alice, usdc(92_000)),
      ]),
    );
    expect(world.balance(alice)).toBe(usdc(36_800));
  });

  it('an LP leaves a market without premium, without score and without claims', () => {
    const [world, alice] = unlocked({ parts: ['pool'] });
    world.nextEpoch(100_000n);
    accepted(world.send(leave(world, alice, usdc(92_000))));
    expect(world.balance(alice)).toBe(usdc(92_000));
  });

  it('a request that cools while deficits come leaves after its own report', () => {
    const [world, alice] = unlocked({ pool: { cooldownEpochs: 2 } });
    accepted(world.send(requestWithdraw(world, { depositor: alice, shares: usdc(92_000) })));
    world.nextEpoch(3n);
    world.addDeficit(usdc(60_000));
    accepted(world.send([report(world, alice), leave(world, alice, usdc(92_000))]));
    expect(world.balance(alice)).toBe(usdc(36_800));
  });

  it('queued claims can be paid by anyone, or not at all: the LP leaves either way', () => {
    const [world, alice] = unlocked({ pool: { claimCapBps: 1_000 } });
    lose(world, usdc(60_000));
    world.nextEpoch(1_000n);
    accepted(world.send(leave(world, alice, usdc(92_000))));
    expect(world.balance(alice)).toBe(usdc(36_800));
    expect(world.pool.pendingClaims).toBe(usdc(50_000));
  });
});

describe('where the market’s figures make no sense', () => {
  it.each([
    ['a deficit that falls below what was claimed', { cumulativeDeficit: 0n }],
    ['more margin than deficit', { marginAbsorbed: U64_MAX }],
    ['the largest open interest', { openInterest: U64_MAX }],
    ['the largest of everything else', { liquidity: U64_MAX, avgLeverageBps: U64_MAX, updatedSlot: U64_MAX }],
    ['the smallest funding rate', { fundingRatePpm: -(2n ** 63n) }],
  ])('%s holds nobody back', (_, change) => {
    const [world, alice] = unlocked();
    lose(world, usdc(60_000));
    world.setMarket(change);
    accepted(world.send(leave(world, alice, usdc(92_000))));
    expect(world.balance(alice)).toBe(usdc(36_800));
  });

  it('a deficit that rises and falls from slot to slot is taken as it stands: reported, then left', () => {
    const [world, alice] = unlocked({ pool: { minReserveBps: 0 } });
    let cumulativeDeficit = 0n;
    for (let round = 0; round < 5; round++) {
      cumulativeDeficit += usdc(60_000);
      world.setMarket({ cumulativeDeficit });
      accepted(world.send([report(world, alice), leave(world, alice, usdc(1_000))]));
      world.setMarket({ cumulativeDeficit: 0n });
      accepted(world.send(leave(world, alice, usdc(1_000))));
      world.chain.warpBy(1n);
    }
    expect(world.pool.totalShares).toBe(usdc(90_000));
  });

  it('small deficits hold nobody back, noted or not, aged or not', () => {
    const [world, alice] = unlocked();
    world.addDeficit(usdc(50_000));
    accepted(world.send(leave(world, alice, usdc(1_000))));
    accepted(world.send([report(world, alice), leave(world, alice, usdc(1_000))]));
    world.nextEpoch(2n);
    accepted(world.send([report(world, alice), leave(world, alice, usdc(1_000))]));
    expect(world.claims.seenDeficit).toBe(usdc(50_000));
    world.addDeficit(usdc(50_000));
    accepted(world.send(leave(world, alice, usdc(1_000))));
    expect(world.balance(alice)).toBe(usdc(4_000));
  });

  it('the largest deficit empties the pool once, and the LP is rid of it', () => {
    const [world, alice] = unlocked();
    world.setMarket({ cumulativeDeficit: U64_MAX });
    accepted(world.send([report(world, alice), leave(world, alice, POOL)]));
    expect([world.balance(alice), world.pool.totalShares, world.claims.totalUncovered]).toEqual([
      0n,
      0n,
      U64_MAX - POOL,
    ]);
  });
});

describe('where accounts are as large as accounts can be', () => {
  const MOST = 10 * 1024 * 1024;

  it('a market of ten megabytes is claimed on and left', () => {
    const [world, alice] = unlocked();
    world.addDeficit(usdc(60_000));
    const bytes = Buffer.alloc(MOST);
    encodeMarket(world.header).copy(bytes);
    world.chain.putAccount(world.market, world.marketProgram, bytes);
    accepted(world.send([report(world, alice), leave(world, alice, usdc(92_000))]));
    expect(world.balance(alice)).toBe(usdc(36_800));
  });

  it('a cover vault of ten megabytes queues its claim', () => {
    const [world, alice] = unlocked();
    const coverVault = world.chain.address('large');
    world.chain.putAccount(coverVault, world.marketProgram, Buffer.alloc(MOST));
    world.setMarket({ coverVault });
    world.addDeficit(usdc(60_000));
    accepted(world.send([report(world, alice), leave(world, alice, usdc(92_000))]));
    expect([world.balance(alice), world.pool.pendingClaims]).toEqual([usdc(36_800), usdc(60_000)]);
  });
});

it('lamports sent to the addresses of records and claims before they are made stop no report', () => {
  const [world, alice] = unlocked({ parts: ['pool'] });
  world.chain.fund(marketClaimsOf(world.market), 5_000_000_000n);
  accepted(world.send(initializeClaims(world, { payer: alice.address })));
  world.addDeficit(usdc(60_000));
  const made = report(world, alice);
  const record = made.keys[1]?.pubkey;
  if (record === undefined) throw new Error('the record comes second');
  world.chain.fund(record, 5_000_000_000n);
  accepted(world.send([made, leave(world, alice, usdc(92_000))]));
  expect(world.balance(alice)).toBe(usdc(36_800));
});
