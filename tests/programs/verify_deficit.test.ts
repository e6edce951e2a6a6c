import type { PublicKey } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { marketClaimsOf, poolOf } from './support/addresses.ts';
import { programs } from './support/artifacts.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { holder, lose } from './support/fortunes.ts';
import { reportDeficit, verifyDeficit } from './support/instructions.ts';
import type { DeficitStatus } from './support/layouts.ts';
import { usdc } from './support/money.ts';
import { accepted, returned } from './support/outcome.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';

function verify(world: World): DeficitStatus {
  return returned(accepted(world.send(verifyDeficit(world))), 'DeficitStatus');
}

/** A pool of 100,000 whose market has since lost `deficit`, of which its own margin absorbed a part. */
function lost(deficit: bigint, absorbed = 0n, options: WorldOptions = {}): World {
  const world = new World(options);
  holder(world, 'alice', usdc(100_000));
  world.addDeficit(deficit, absorbed);
  return world;
}

describe('verify_deficit', () => {
  const NONE = { insolvencyThreshold: usdc(50_000), reportable: false, payable: 0n };

  it('tells of a market without a deficit that there is none', () => {
    expect(verify(new World())).toEqual({ ...NONE, openDeficit: 0n, bufferUsed: 0n });
  });

  it('calls a deficit of the threshold no claim, and one atom more a claim', () => {
    expect(verify(lost(usdc(50_000)))).toEqual({ ...NONE, openDeficit: usdc(50_000), bufferUsed: 0n });
    expect(verify(lost(usdc('50000.000001')))).toEqual({
      openDeficit: 50_000_000_001n,
      insolvencyThreshold: usdc(50_000),
      bufferUsed: 0n,
      reportable: true,
      payable: 50_000_000_001n,
    });
  });

  it('takes what the market’s margin absorbed off what the pool would pay', () => {
    expect(verify(lost(usdc(80_000), usdc(10_000)))).toMatchObject({ bufferUsed: usdc(10_000), payable: usdc(70_000) });
    expect(verify(lost(usdc(80_000), usdc(80_000)))).toMatchObject({ reportable: true, payable: 0n });
    expect(verify(lost(usdc(80_000), usdc(90_000)))).toMatchObject({ bufferUsed: usdc(80_000), payable: 0n });
  });

  it('measures the threshold by the deficit before the margin, which is told of small deficits too', () => {
    expect(verify(lost(usdc(50_000), usdc(20_000)))).toMatchObject({ bufferUsed: usdc(20_000), reportable: false });
    expect(verify(lost(usdc('50000.000001'), usdc(50_000)))).toMatchObject({ reportable: true, payable: 1n });
  });

  it('never promises more than the pool is worth', () => {
    expect(verify(lost(usdc(100_000)))).toMatchObject({ payable: usdc(100_000) });
    expect(verify(lost(usdc(120_000)))).toMatchObject({ openDeficit: usdc(120_000), payable: usdc(100_000) });
    expect(verify(lost(U64_MAX, U64_MAX - 1n))).toMatchObject({ openDeficit: U64_MAX, payable: 1n });
    expect(verify(lost(U64_MAX))).toMatchObject({ openDeficit: U64_MAX, bufferUsed: 0n, payable: usdc(100_000) });
  });

  it('promises nothing for an empty pool', () => {
    const world = new World();
    world.addDeficit(usdc(60_000));
    expect(verify(world)).toMatchObject({ openDeficit: usdc(60_000), reportable: true, payable: 0n });
  });

  it('does not count what is queued already as the pool’s', () => {
    const world = lost(0n, 0n, { pool: { claimCapBps: 1 } });
    lose(world, usdc(60_000));
    expect(world.pool.totalDeposits).toBe(usdc(100_000));
    world.addDeficit(usdc(60_000));
    expect(verify(world)).toMatchObject({ openDeficit: usdc(60_000), payable: usdc(40_000) });
  });

  it('calls any deficit of an exhausted pool a claim', () => {
    const world = lost(0n);
    lose(world, usdc(100_000));
    expect(verify(world)).toMatchObject({ openDeficit: 0n, reportable: false });
    world.addDeficit(1n);
    expect(verify(world)).toMatchObject({ openDeficit: 1n, reportable: true, payable: 0n });
  });

  it('leaves out what was before the pool', () => {
    const world = new World({ market: { cumulativeDeficit: usdc(900_000), marginAbsorbed: usdc(300_000) } });
    expect(verify(world)).toMatchObject({ openDeficit: 0n, bufferUsed: 0n });
    world.addDeficit(usdc(60_000), usdc(5_000));
    expect(verify(world)).toMatchObject({ openDeficit: usdc(60_000), bufferUsed: usdc(5_000) });
  });

  it('leaves out what was claimed, and the margin that was used for it', () => {
    const world = lost(0n);
    lose(world, usdc(60_000), usdc(20_000));
    expect(verify(world)).toMatchObject({ openDeficit: 0n, bufferUsed: 0n });
    world.addDeficit(usdc(70_000), usdc(1_000));
    expect(verify(world)).toMatchObject({ openDeficit: usdc(70_000), bufferUsed: usdc(1_000) });
  });

  it('tells of a deficit that fell below what was seen that there is none', () => {
    const world = lost(0n);
    lose(world, usdc(60_000), usdc(20_000));
    world.setMarket({ cumulativeDeficit: usdc(1), marginAbsorbed: 0n });
    expect(verify(world)).toMatchObject({ openDeficit: 0n, bufferUsed: 0n, reportable: false });
  });

  it('says what a report then does, and changes nothing', () => {
    const world = lost(usdc(80_000), usdc(10_000));
    const state = () => [world.pool, world.claims, world.vaultBalance, world.chain.rawAccount(world.market)];
    const before = state();
    const { openDeficit, bufferUsed, payable } = verify(world);
    expect(state()).toEqual(before);
    accepted(world.send(reportDeficit(world, { reporter: world.chain.payer, amount: openDeficit })));
    expect(world.record(0n)).toMatchObject({ deficitAmount: openDeficit, bufferUsed, coveredAmount: payable });
  });
});

describe('verify_deficit refuses', () => {
  it('what is no market of the pool’s program', () => {
    const world = lost(usdc(60_000));
    withEachInvalidMarket(world, () => refusedUntouched(world, verifyDeficit(world), 'InvalidMarket'));
  });

  it('any other account in the place of its own', () => {
    const world = lost(usdc(60_000));
    const other = new World({ beside: world });
    const { chain } = world;
    const [nobody, mallory] = [chain.address('nobody'), chain.address('hostile program')];
    const [pool, claims] = [poolOf(world.market), marketClaimsOf(world.market)];
    const missing: readonly [PublicKey, string] = [nobody, 'UninitializedAccount'];
    refusesSubstitutes(world, (accounts) => verifyDeficit(world, { accounts }), {
      pool: {
        'of another market': [poolOf(other.market), 'InvalidMarket'],
        'of a hostile program': [copyOf(chain, pool, mallory), 'IllegalOwner'],
        'the claims': [claims, 'IllegalOwner'],
        'the claims, as the pool’s program’s': [
          copyOf(chain, claims, programs.insurance_pool.id),
          'AccountDataTooSmall',
        ],
        missing,
      },
      market: {
        'another market': [other.market, 'InvalidMarket'],
        'a copy of it': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      marketClaims: {
        'of another market': [marketClaimsOf(other.market), 'InvalidMarket'],
        'of a hostile program': [copyOf(chain, claims, mallory), 'IllegalOwner'],
        'the pool': [pool, 'IllegalOwner'],
        missing,
      },
    });
  });

  it('claims that nobody has opened', () => {
    const world = new World({ parts: ['pool'] });
    refusedUntouched(world, verifyDeficit(world), 'UninitializedAccount');
  });
});
