import { describe, expect, it } from 'vitest';
import { marketClaimsOf, poolOf } from './support/addresses.ts';
import { withEachInvalidMarket } from './support/forgery.ts';
import { initializeClaims, type Overrides, reportDeficit } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { TOKEN_PROGRAM } from './support/token.ts';

const unclaimed = (options: WorldOptions = {}) => new World({ ...options, parts: [] });

const initialize = (world: World, overrides?: Overrides) =>
  initializeClaims(world, { payer: world.authority }, overrides);

describe('initialize_claims', () => {
  it('opens a market’s claims, with nothing dealt with yet', () => {
    const world = unclaimed({ market: { cumulativeDeficit: usdc(7), marginAbsorbed: usdc(3) } });
    const outcome = accepted(world.send(initialize(world)));
    const { bump, reserved, ...stored } = world.claims;
    expect(stored).toEqual({
      market: world.market,
      seenDeficit: 0n,
      bufferUsedTotal: 0n,
      notedDeficit: 0n,
      notedEpoch: 0n,
      sequence: 0n,
      totalCovered: 0n,
      totalUncovered: 0n,
    });
    expect(bump).toBeGreaterThan(0);
    expect(reserved.every((byte) => byte === 0)).toBe(true);
    expect(outcome.events).toHaveLength(1);
    expect(eventOf(outcome, 'ClaimsInitialized')).toEqual({
      market: world.market,
      marketClaims: marketClaimsOf(world.market),
    });
  });

  it('is anybody’s to do, for any program’s market, before there is a pool', () => {
    const world = unclaimed();
    const anybody = world.chain.fundedAddress('anybody');
    accepted(world.send(initializeClaims(world, { payer: anybody })));
    expect(world.chain.rawAccount(poolOf(world.market))).toBeNull();
  });

  it('makes the account where lamports were sent to its address before, and takes only what is missing', () => {
    const world = unclaimed();
    const { chain } = world;
    chain.fund(marketClaimsOf(world.market), chain.rent(0));
    const payer = chain.fundedAddress('payer');
    const paid = chain.rawAccount(payer)?.lamports ?? 0n;
    accepted(world.send(initializeClaims(world, { payer })));
    const account = chain.rawAccount(marketClaimsOf(world.market));
    const rent = chain.rent(account?.data.length ?? 0);
    expect(account?.lamports).toBe(rent);
    expect(paid - (chain.rawAccount(payer)?.lamports ?? 0n)).toBe(rent - chain.rent(0));
  });

  it('asks for nothing where more than the rent was sent before', () => {
    const world = unclaimed();
    const { chain } = world;
    chain.fund(marketClaimsOf(world.market), 1_000_000_000n);
    const payer = chain.fundedAddress('payer');
    const before = chain.rawAccount(payer);
    accepted(world.send(initializeClaims(world, { payer })));
    expect(chain.rawAccount(payer)).toEqual(before);
    expect(world.claims.market).toEqual(world.market);
  });
});

describe('initialize_claims refuses', () => {
  it('a second time, with claims on the books or none', () => {
    const world = unclaimed();
    accepted(world.send(initialize(world)));
    refusedUntouched(world, initialize(world), 'AccountAlreadyInitialized');

    const claimed = new World();
    claimed.addDeficit(usdc(60_000));
    const reporter = claimed.chain.fundedAddress('reporter');
    accepted(claimed.send(reportDeficit(claimed, { reporter, amount: 1n })));
    refusedUntouched(claimed, initialize(claimed), 'AccountAlreadyInitialized');
  });

  it('what is no market', () => {
    const world = unclaimed();
    withEachInvalidMarket(world, (what) => {
      // Nobody has said yet which program a market is of: another's header is as good.
      if (what === 'of another program') return;
      refusedUntouched(world, initialize(world), 'InvalidMarket');
    });
  });

  it('to be paid for by somebody who did not sign', () => {
    const world = unclaimed();
    refusedUntouched(world, initialize(world, { signers: { payer: false } }), 'MissingRequiredSignature');
  });

  it('to be paid for by somebody who has nothing', () => {
    const world = unclaimed();
    const payer = world.chain.fundedAddress('poor', world.chain.rent(0));
    refusedUntouched(world, initializeClaims(world, { payer }), 'ResultWithNegativeLamports', { by: 'system' });
  });

  it('any other account in the place of its own', () => {
    const world = unclaimed();
    const other = new World({ beside: world, parts: ['claims'] });
    const nobody = world.chain.address('nobody');
    refusesSubstitutes(world, (accounts) => initialize(world, { accounts }), {
      marketClaims: {
        'of another market': [marketClaimsOf(other.market), 'InvalidSeeds'],
        'an ordinary address': [nobody, 'InvalidSeeds'],
        'the payer': [world.authority, 'ConstraintDuplicateMutableAccount'],
      },
      market: {
        'another market': [other.market, 'InvalidSeeds'],
        'another market’s claims': [marketClaimsOf(other.market), 'InvalidMarket'],
        'a token account': [world.coverVault, 'InvalidMarket'],
      },
      payer: {},
      systemProgram: {
        'another program': [TOKEN_PROGRAM, 'IncorrectProgramId'],
      },
    });
  });
});
