import { describe, expect, it } from 'vitest';
import { marketClaimsOf, poolOf, vaultOf } from './support/addresses.ts';
import { spoilCoverVault, USELESS_COVER_VAULTS } from './support/cover_vaults.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { holder, lose, windUp } from './support/fortunes.ts';
import { type Overrides, payQueued, withdraw } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { createTokenAccount, TOKEN_2022_PROGRAM, thaw } from './support/token.ts';

const POOL = usdc(100_000);
const CAPPED = { pool: { claimCapBps: 1_000 } } satisfies WorldOptions;

/** A claim of 60,000 on a pool of 100,000: 10,000 were paid, 50,000 wait. */
function queued() {
  const world = new World(CAPPED);
  const alice = holder(world, 'alice', POOL);
  world.nextEpoch();
  lose(world, usdc(60_000));
  return { world, alice };
}

/** A claim of 60,000 that waits whole, for a cover vault that can't receive. */
function stuck(what: string, options: WorldOptions = {}) {
  const world = new World(options);
  const alice = holder(world, 'alice', POOL);
  world.nextEpoch();
  const { coverVault } = world;
  spoilCoverVault(world, what);
  lose(world, usdc(60_000));
  return { world, alice, coverVault };
}

const pay = (world: World) => accepted(world.send(payQueued(world)));
const refuses = (world: World, name: string, overrides?: Overrides) =>
  refusedUntouched(world, payQueued(world, overrides), name);

describe('pay_queued', () => {
  it('pays what the next epoch’s cap lets out, for anyone who asks', () => {
    const { world } = queued();
    const before = world.pool;
    expect(before).toMatchObject({ totalDeposits: usdc(90_000), pendingClaims: usdc(50_000) });
    world.nextEpoch();
    const outcome = pay(world);
    expect(world.pool).toEqual({
      ...before,
      totalDeposits: usdc(81_000),
      pendingClaims: usdc(41_000),
      epoch: world.epoch,
      epochBase: usdc(40_000),
      previousBase: usdc(40_000),
      epochAssets: usdc(90_000),
      epochClaims: 0n,
      epochPaid: usdc(9_000),
      cumulativeClaims: usdc(19_000),
    });
    expect([world.nav, world.vaultBalance, world.balance(world.coverVault)]).toEqual([
      usdc(40_000),
      usdc(81_000),
      usdc(19_000),
    ]);
    expect(outcome.events).toHaveLength(1);
    expect(eventOf(outcome, 'QueuedClaimPaid')).toEqual({
      pool: poolOf(world.market),
      market: world.market,
      amount: usdc(9_000),
      totalDepositsBefore: usdc(90_000),
      totalDepositsAfter: usdc(81_000),
      pendingClaimsBefore: usdc(50_000),
      pendingClaimsAfter: usdc(41_000),
    });
  });

  it('pays in the end all that was granted, and leaves the holders what they had after it', () => {
    const { world } = queued();
    let epochs = 0;
    for (; world.pool.pendingClaims > 0n; epochs++) {
      world.nextEpoch();
      const { totalDeposits } = world.pool;
      const { amount } = eventOf(pay(world), 'QueuedClaimPaid');
      expect(amount).toBeLessThanOrEqual(totalDeposits / 10n);
      expect(world.nav).toBe(usdc(40_000));
    }
    expect(epochs).toBe(8);
    expect([world.balance(world.coverVault), world.vaultBalance]).toEqual([usdc(60_000), usdc(40_000)]);
    refuses(world, 'NothingQueued');
  });

  it('pays to the cover vault that the market names now', () => {
    const { world } = queued();
    const [old, moved] = [world.coverVault, createTokenAccount(world.chain, world.mint.address, world.authority)];
    world.setMarket({ coverVault: moved });
    world.nextEpoch();
    refuses(world, 'CoverVaultInvalid', { accounts: { coverVault: old } });
    pay(world);
    expect([world.balance(old), world.balance(moved)]).toEqual([usdc(10_000), usdc(9_000)]);
  });

  it('pays at once where the cover vault can receive again', () => {
    const { world, coverVault } = stuck('its own, frozen');
    refuses(world, 'CoverVaultInvalid');
    accepted(world.send(thaw(world.mint, coverVault)));
    pay(world);
    expect([world.balance(coverVault), world.nav]).toEqual([usdc(60_000), usdc(40_000)]);
  });

  it('pays a pool that all holders have left', () => {
    const { world, alice } = queued();
    windUp(world);
    world.nextEpoch();
    accepted(world.send(withdraw(world, { depositor: alice, shares: POOL })));
    expect(world.pool).toMatchObject({ totalShares: 0n, totalDeposits: usdc(50_000), pendingClaims: usdc(50_000) });
    while (world.pool.pendingClaims > 0n) {
      world.nextEpoch();
      pay(world);
    }
    expect([world.vaultBalance, world.balance(world.coverVault)]).toEqual([0n, usdc(60_000)]);
  });
});

describe('pay_queued, where the market is gone', () => {
  it('gives the holders back what was queued for it', () => {
    const { world } = queued();
    const before = world.pool;
    world.chain.removeAccount(world.market);
    const outcome = pay(world);
    expect(world.pool).toEqual({ ...before, pendingClaims: 0n });
    expect([world.vaultBalance, world.balance(world.coverVault)]).toEqual([usdc(90_000), usdc(10_000)]);
    expect(outcome.events).toHaveLength(1);
    expect(eventOf(outcome, 'QueuedClaimReleased')).toEqual({
      pool: poolOf(world.market),
      market: world.market,
      amount: usdc(50_000),
      navBefore: usdc(40_000),
      navAfter: usdc(90_000),
    });
    refuses(world, 'NothingQueued');
  });

  it('needs no cap, no cover vault and no new epoch for that', () => {
    const { world } = stuck('the market itself', CAPPED);
    world.chain.removeAccount(world.market);
    accepted(world.send(payQueued(world, { accounts: { coverVault: world.chain.address('whatever') } })));
    expect(world.nav).toBe(POOL);
  });

  it('keeps what is queued where no shares are left to give it to', () => {
    const { world, alice } = queued();
    world.chain.removeAccount(world.market);
    world.nextEpoch();
    accepted(world.send(withdraw(world, { depositor: alice, shares: POOL })));
    expect(world.pool).toMatchObject({ totalShares: 0n, totalDeposits: usdc(50_000), pendingClaims: usdc(50_000) });
    refuses(world, 'NothingQueued');
    expect([world.balance(alice), world.vaultBalance]).toEqual([usdc(40_000), usdc(50_000)]);
  });

  it('does not pay again for a market that comes back', () => {
    const { world } = queued();
    world.chain.removeAccount(world.market);
    pay(world);
    world.setMarket({});
    world.nextEpoch();
    refuses(world, 'NothingQueued');
  });

  it('takes every way of being gone for gone', () => {
    const { world } = queued();
    const pool = poolOf(world.market);
    const { owner, data } = world.chain.rawAccount(pool) ?? { owner: pool, data: new Uint8Array() };
    withEachInvalidMarket(world, () => {
      pay(world);
      expect(world.nav).toBe(usdc(90_000));
      world.chain.putAccount(pool, owner, data);
    });
  });
});

describe('pay_queued refuses', () => {
  it('where nothing is queued, or the epoch’s cap is used up', () => {
    const empty = new World();
    holder(empty, 'alice', POOL);
    refuses(empty, 'NothingQueued');
    empty.chain.removeAccount(empty.market);
    refuses(empty, 'NothingQueued');

    const { world } = queued();
    refuses(world, 'NothingQueued');
    world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
    refuses(world, 'NothingQueued');
    world.chain.warpBy(1n);
    pay(world);
    refuses(world, 'NothingQueued');
  });

  it.each(Object.keys(USELESS_COVER_VAULTS))('where the cover vault is %s', (what) => {
    const { world } = stuck(what);
    refuses(world, 'CoverVaultInvalid');
    world.nextEpoch(1_000n);
    refuses(world, 'CoverVaultInvalid');
    const mended = createTokenAccount(world.chain, world.mint.address, world.authority);
    world.setMarket({ coverVault: mended });
    pay(world);
    expect([world.balance(mended), world.nav]).toEqual([usdc(60_000), usdc(40_000)]);
  });

  it('any other account in the place of its own', () => {
    const { world } = queued();
    const other = new World({ beside: world, ...CAPPED });
    holder(other, 'bob', POOL);
    world.nextEpoch();
    const { chain } = world;
    const pool = poolOf(world.market);
    const nobody = chain.address('nobody');
    refusesSubstitutes(world, (accounts) => payQueued(world, { accounts }), {
      pool: {
        'of another market': [poolOf(other.market), 'ConstraintAddress'],
        'of a hostile program': [copyOf(chain, pool, chain.address('hostile program')), 'IllegalOwner'],
        'the claims': [marketClaimsOf(world.market), 'AccountDataTooSmall'],
        missing: [nobody, 'AccountDataTooSmall'],
      },
      vault: {
        'of another pool': [vaultOf(poolOf(other.market)), 'ConstraintAddress'],
        'another token account of the pool’s': [
          createTokenAccount(chain, world.mint.address, pool),
          'ConstraintAddress',
        ],
      },
      market: {
        'another market': [other.market, 'InvalidMarket'],
        'a copy of it': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
        'none at all': [nobody, 'InvalidMarket'],
      },
      coverVault: {
        'of another market': [other.coverVault, 'CoverVaultInvalid'],
        'anybody’s': [world.actor('mallory').tokenAccount, 'CoverVaultInvalid'],
        'the pool’s vault': [vaultOf(pool), 'CoverVaultInvalid'],
      },
      tokenProgram: {
        'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'],
      },
    });
    pay(world);
  });
});
