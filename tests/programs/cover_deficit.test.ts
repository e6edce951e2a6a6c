// Only the insolvency handler may cover a deficit: the tests of what a grant does sign for it.
import { describe, expect, it } from 'vitest';
import {
  handlerAuthority,
  marketClaimsOf,
  poolOf,
  premiumStateOf,
  riskAuthority,
  vaultOf,
} from './support/addresses.ts';
import { spoilCoverVault, USELESS_COVER_VAULTS } from './support/cover_vaults.ts';
import { copyOf, rewrite, withEachInvalidMarket } from './support/forgery.ts';
import { gain, holder, NO_FEE } from './support/fortunes.ts';
import { coverDeficit, type Overrides } from './support/instructions.ts';
import type { Covered, InitializePoolArgs } from './support/layouts.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf, returned } from './support/outcome.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { createTokenAccount, mintTo, TOKEN_2022_PROGRAM } from './support/token.ts';

const AS_HANDLER = { impersonate: [handlerAuthority] } as const;
const POOL = usdc(100_000);

/** A pool of 100,000 (unless said otherwise), in the epoch after it came. */
function funded(pool: Partial<InitializePoolArgs> = {}, amount = POOL): World {
  const world = new World({ pool });
  holder(world, 'alice', amount);
  world.nextEpoch();
  return world;
}

const cover = (world: World, amount: bigint, overrides?: Overrides) =>
  accepted(world.send(coverDeficit(world, { amount }, overrides), AS_HANDLER));

const covered = (world: World, amount: bigint): Covered => returned(cover(world, amount), 'Covered');

const refuses = (world: World, amount: bigint, name: string, overrides?: Overrides) =>
  refusedUntouched(world, coverDeficit(world, { amount }, overrides), name, AS_HANDLER);

describe('cover_deficit', () => {
  it('pays out of the vault to the market’s cover vault', () => {
    const world = funded();
    const before = world.pool;
    const outcome = cover(world, usdc(30_000));
    expect(returned(outcome, 'Covered')).toEqual({ paid: usdc(30_000), queued: 0n });
    expect(world.pool).toEqual({
      ...before,
      totalDeposits: usdc(70_000),
      epoch: world.epoch,
      epochBase: POOL,
      epochAssets: POOL,
      epochClaims: usdc(30_000),
      epochPaid: usdc(30_000),
      cumulativeClaims: usdc(30_000),
    });
    expect([world.vaultBalance, world.balance(world.coverVault)]).toEqual([usdc(70_000), usdc(30_000)]);
    expect(outcome.events).toHaveLength(1);
    expect(eventOf(outcome, 'DeficitCovered')).toEqual({
      pool: poolOf(world.market),
      market: world.market,
      amount: usdc(30_000),
      paid: usdc(30_000),
      queued: 0n,
      totalDepositsBefore: POOL,
      totalDepositsAfter: usdc(70_000),
      pendingClaimsBefore: 0n,
      pendingClaimsAfter: 0n,
      totalShares: POOL,
    });
  });

  it('pays all that the pool is worth, and not one atom more', () => {
    const world = funded();
    refuses(world, POOL + 1n, 'InsufficientFunds');
    refuses(world, U64_MAX, 'InsufficientFunds');
    expect(covered(world, POOL)).toEqual({ paid: POOL, queued: 0n });
    expect([world.nav, world.vaultBalance]).toEqual([0n, 0n]);
    refuses(world, 1n, 'InsufficientFunds');
  });

  it('never pays tokens that were sent to the vault by hand', () => {
    const world = funded();
    mintTo(world.chain, world.mint, vaultOf(poolOf(world.market)), usdc(500));
    refuses(world, POOL + 1n, 'InsufficientFunds');
    cover(world, POOL);
    expect(world.vaultBalance).toBe(usdc(500));
  });

  it('queues what the epoch’s cap keeps back: the holders lose it at once, the vault later', () => {
    const world = funded({ claimCapBps: 1_000 });
    const outcome = cover(world, usdc(30_000));
    expect(returned(outcome, 'Covered')).toEqual({ paid: usdc(10_000), queued: usdc(20_000) });
    expect(world.pool).toMatchObject({
      totalDeposits: usdc(90_000),
      pendingClaims: usdc(20_000),
      epochClaims: usdc(30_000),
      epochPaid: usdc(10_000),
      cumulativeClaims: usdc(10_000),
    });
    expect([world.nav, world.vaultBalance]).toEqual([usdc(70_000), usdc(90_000)]);
    expect(eventOf(outcome, 'DeficitCovered')).toMatchObject({
      amount: usdc(30_000),
      paid: usdc(10_000),
      queued: usdc(20_000),
      totalDepositsBefore: POOL,
      totalDepositsAfter: usdc(90_000),
      pendingClaimsBefore: 0n,
      pendingClaimsAfter: usdc(20_000),
    });
    refuses(world, usdc(70_000) + 1n, 'InsufficientFunds');
  });

  it('lets one cap out in an epoch, whatever the number of claims', () => {
    const world = funded({ claimCapBps: 1_000 });
    expect(covered(world, usdc(10_000) - 1n)).toEqual({ paid: usdc(10_000) - 1n, queued: 0n });
    expect(covered(world, 2n)).toEqual({ paid: 1n, queued: 1n });
    expect(covered(world, 1n)).toEqual({ paid: 0n, queued: 1n });
    world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
    expect(covered(world, 1n)).toEqual({ paid: 0n, queued: 1n });
    world.chain.warpBy(1n);
    expect(covered(world, usdc(10_000))).toEqual({ paid: usdc(9_000), queued: usdc(1_000) });
  });

  it('floors the cap, and never lets it fall under a whole unit', () => {
    expect(covered(funded({ claimCapBps: 1 }, usdc('20000.019999')), usdc(3))).toEqual({
      paid: usdc('2.000001'),
      queued: usdc('0.999999'),
    });
    expect(covered(funded({ claimCapBps: 1 }, usdc(5_000)), usdc(3))).toEqual({ paid: usdc(1), queued: usdc(2) });
    expect(covered(funded({ claimCapBps: 9_999 }, usdc(1)), usdc(1))).toEqual({ paid: usdc(1), queued: 0n });
  });

  it('measures the cap by what was there when the epoch began', () => {
    const world = funded({ claimCapBps: 1_000 });
    holder(world, 'bob', POOL);
    expect(covered(world, usdc(30_000))).toEqual({ paid: usdc(10_000), queued: usdc(20_000) });

    const newborn = new World({ pool: { claimCapBps: 1_000 } });
    holder(newborn, 'alice', POOL);
    expect(covered(newborn, usdc(30_000))).toEqual({ paid: 0n, queued: usdc(30_000) });
  });

  it('knows no cap of 10,000, even in the epoch in which the pool was made', () => {
    const world = new World();
    holder(world, 'alice', POOL);
    expect(covered(world, POOL)).toEqual({ paid: POOL, queued: 0n });
  });

  it('grants nothing as well as anything', () => {
    const world = funded();
    expect(covered(world, 0n)).toEqual({ paid: 0n, queued: 0n });
    expect(world.nav).toBe(POOL);
  });

  it.each(Object.keys(USELESS_COVER_VAULTS))('queues a claim whole where the cover vault is %s', (what) => {
    const world = funded();
    spoilCoverVault(world, what);
    const { coverVault } = world;
    const account = world.chain.rawAccount(coverVault);
    const ours = [poolOf(world.market), vaultOf(poolOf(world.market))].some((own) => own.equals(coverVault));
    expect(covered(world, usdc(30_000))).toEqual({ paid: 0n, queued: usdc(30_000) });
    expect(world.pool).toMatchObject({
      totalDeposits: POOL,
      pendingClaims: usdc(30_000),
      epochClaims: usdc(30_000),
      epochPaid: 0n,
      cumulativeClaims: 0n,
    });
    expect(world.vaultBalance).toBe(POOL);
    if (!ours) expect(world.chain.rawAccount(coverVault)).toEqual(account);
  });

  it('counts what was paid in to the largest number, and goes on', async () => {
    const world = funded();
    await rewrite(world.chain, 'InsurancePool', poolOf(world.market), { cumulativeClaims: U64_MAX - 1n });
    cover(world, usdc(10));
    expect(world.pool.cumulativeClaims).toBe(U64_MAX);
  });

  it('lowers the reserve by what it granted', () => {
    const world = new World(NO_FEE);
    holder(world, 'alice', POOL);
    gain(world, usdc(50_000));
    world.nextEpoch();
    cover(world, usdc(100_000));
    expect(world.pool).toMatchObject({ epochBase: usdc(150_000), epochClaims: usdc(100_000) });
    world.nextEpoch();
    cover(world, 0n);
    expect(world.pool).toMatchObject({ epochBase: usdc(50_000), previousBase: usdc(50_000), epochClaims: 0n });
  });
});

describe('cover_deficit refuses', () => {
  it('everybody but the insolvency handler', () => {
    const world = funded();
    const mallory = world.chain.fundedAddress('mallory');
    const pdas = [riskAuthority, premiumStateOf(world.market), marketClaimsOf(world.market)];
    for (const impostor of [mallory, world.authority, ...pdas]) {
      const forged = coverDeficit(world, { amount: 1n }, { accounts: { handlerAuthority: impostor } });
      refusedUntouched(world, forged, 'Unauthorized', { impersonate: pdas });
    }
    const unsigned = coverDeficit(world, { amount: 1n }, { signers: { handlerAuthority: false } });
    refusedUntouched(world, unsigned, 'MissingRequiredSignature');
    expect(() => world.send(coverDeficit(world, { amount: 1n }))).toThrow('cannot sign');
  });

  it('a market that is none, or not of the pool’s program', () => {
    const world = funded();
    withEachInvalidMarket(world, () => refuses(world, usdc(1), 'InvalidMarket'));
  });

  it('to count more claims in an epoch than numbers hold', async () => {
    const world = funded();
    cover(world, 0n);
    await rewrite(world.chain, 'InsurancePool', poolOf(world.market), { epochClaims: U64_MAX });
    refuses(world, 1n, 'MathOverflow');
    world.nextEpoch();
    cover(world, 1n);
  });

  it('any other account in the place of its own', () => {
    const world = funded();
    const other = new World({ beside: world });
    holder(other, 'bob', POOL);
    const { chain } = world;
    const pool = poolOf(world.market);
    const nobody = chain.address('nobody');
    refusesSubstitutes(
      world,
      (accounts) => coverDeficit(world, { amount: usdc(1) }, { accounts }),
      {
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
        },
        coverVault: {
          'of another market': [other.coverVault, 'CoverVaultInvalid'],
          'anybody’s': [world.actor('mallory').tokenAccount, 'CoverVaultInvalid'],
          'the pool’s vault': [vaultOf(pool), 'CoverVaultInvalid'],
        },
        handlerAuthority: {},
        tokenProgram: {
          'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'],
        },
      },
      AS_HANDLER,
    );
  });
});
