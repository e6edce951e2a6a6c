import { describe, expect, it } from 'vitest';
import { marketClaimsOf, poolOf, shareAccountOf, shareMintOf } from './support/addresses.ts';
import { copyOf, rewrite, withEachInvalidMarket } from './support/forgery.ts';
import { holder, lose } from './support/fortunes.ts';
import { deposit, type Overrides, payQueued, reopen, reportDeficit, withdraw } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { mintTo, TOKEN_2022_PROGRAM, TOKEN_PROGRAM } from './support/token.ts';
import { mintState } from './support/token-state.ts';

const POOL = usdc(100_000);

/** A pool of 100,000 of which a claim has left a little: under 0.1 it is exhausted. */
function usedUp(left = 99_999n, options: WorldOptions = {}) {
  const world = new World(options);
  const alice = holder(world, 'alice', POOL);
  lose(world, POOL - left);
  const payer = world.chain.fundedAddress('payer');
  const anew = (overrides?: Overrides) => reopen(world, { payer }, overrides);
  return { world, alice, payer, anew };
}

const refuses = ({ world, anew }: ReturnType<typeof usedUp>, name: string, overrides?: Overrides) =>
  refusedUntouched(world, anew(overrides), name);

describe('reopen', () => {
  it('starts a used-up pool anew: a new share mint, no shares, no assets', () => {
    const { world, anew } = usedUp();
    const [pool, before] = [poolOf(world.market), world.pool];
    world.nextEpoch();
    const outcome = accepted(world.send(anew()));
    const { shareMintBump: _, ...after } = world.pool;
    const { shareMintBump: __, ...kept } = before;
    expect(after).toEqual({
      ...kept,
      totalDeposits: 0n,
      totalShares: 0n,
      generation: 1,
      shareMint: shareMintOf(pool, 1),
      epoch: world.epoch,
      epochBase: 99_999n,
      previousBase: 0n,
      epochAssets: 99_999n,
      epochClaims: 0n,
      epochPaid: 0n,
    });
    expect(mintState(world.chain, shareMintOf(pool, 1))).toEqual({
      authority: pool,
      supply: 0n,
      decimals: 6,
      freezeAuthority: null,
    });
    expect(outcome.events).toHaveLength(1);
    expect(eventOf(outcome, 'PoolReopened')).toEqual({
      pool,
      shareMintBefore: shareMintOf(pool, 0),
      shareMintAfter: shareMintOf(pool, 1),
      totalSharesBefore: POOL,
      totalDepositsBefore: 99_999n,
      generationBefore: 0,
      generationAfter: 1,
    });
  });

  it('takes deposits again, at one share an atom; what was left belongs to nobody', () => {
    const { world, alice, anew } = usedUp();
    accepted(world.send(anew()));
    const bob = holder(world, 'bob', usdc(10));
    expect(world.position(bob)).toMatchObject({ shares: usdc(10), generation: 1 });
    expect([world.nav, world.vaultBalance]).toEqual([usdc(10), usdc(10) + 99_999n]);
    world.nextEpoch(2n);
    refusedUntouched(world, withdraw(world, { depositor: alice, shares: POOL }), 'WrongGeneration');
  });

  it('lets an old holder begin again, the old shares void', () => {
    const { world, alice, anew } = usedUp();
    accepted(world.send(anew()));
    mintTo(world.chain, world.mint, alice.tokenAccount, usdc(5));
    accepted(world.send(deposit(world, { depositor: alice, amount: usdc(5) })));
    expect(world.position(alice)).toMatchObject({ generation: 1, shares: usdc(5), depositedAmount: usdc(5) });
    expect(world.shares(alice)).toBe(usdc(5));
    expect(world.balance(shareAccountOf(poolOf(world.market), alice.address, 0))).toBe(POOL);
    expect([world.pool.totalShares, world.nav]).toEqual([usdc(5), usdc(5)]);
  });

  it('can be done each time that claims have used the pool up', () => {
    const { world, anew } = usedUp();
    for (const generation of [1, 2, 3]) {
      accepted(world.send(anew()));
      expect(world.generation).toBe(generation);
      holder(world, 'alice', POOL);
      lose(world, POOL);
    }
  });

  it('makes the share mint where lamports were sent to its address before', () => {
    const { world, anew } = usedUp();
    world.chain.fund(shareMintOf(poolOf(world.market), 1), world.chain.rent(0));
    accepted(world.send(anew()));
    expect(world.generation).toBe(1);
  });

  it('waits for nobody: claims that nobody has opened are no open claims', () => {
    const { world, anew } = usedUp();
    world.chain.removeAccount(marketClaimsOf(world.market));
    world.setMarket({ cumulativeDeficit: 0n });
    accepted(world.send(anew()));
  });
});

describe('reopen refuses', () => {
  it('a pool that is not exhausted: 0.1 is left of 100,000, one atom less is too little', () => {
    refuses(usedUp(100_000n), 'NotExhausted');
    const { world, anew } = usedUp(99_999n);
    accepted(world.send(anew()));
  });

  it('a whole pool, an empty one, one of more than a whole unit', () => {
    const fresh = new World();
    const payer = fresh.chain.fundedAddress('payer');
    refusedUntouched(fresh, reopen(fresh, { payer }), 'NotExhausted');
    holder(fresh, 'alice', POOL);
    refusedUntouched(fresh, reopen(fresh, { payer }), 'NotExhausted');

    const large = new World();
    holder(large, 'whale', usdc(2_000_000));
    lose(large, usdc(1_999_999));
    refusedUntouched(large, reopen(large, { payer: large.authority }), 'NotExhausted');
    lose(large, usdc(50_001));
    accepted(large.send(reopen(large, { payer: large.authority })));
  });

  it('while any deficit is open, until it is reported', () => {
    const market = usedUp();
    market.world.addDeficit(1n);
    refuses(market, 'NotExhausted');
    accepted(market.world.send(reportDeficit(market.world, { reporter: market.payer, amount: 1n })));
    accepted(market.world.send(market.anew()));
  });

  it('while a claim is queued', () => {
    const market = usedUp(0n, { pool: { claimCapBps: 5_000 } });
    expect(market.world.pool.pendingClaims).toBe(POOL);
    refuses(market, 'NotExhausted');
    while (market.world.pool.pendingClaims > 0n) {
      refuses(market, 'NotExhausted');
      market.world.nextEpoch();
      accepted(market.world.send(payQueued(market.world)));
    }
    accepted(market.world.send(market.anew()));
  });

  it('twice', () => {
    const market = usedUp();
    accepted(market.world.send(market.anew()));
    refuses(market, 'NotExhausted');
  });

  it('a market that is none, or not of the pool’s program', () => {
    const market = usedUp();
    withEachInvalidMarket(market.world, () => refuses(market, 'InvalidMarket'));
  });

  it('a generation after the last', async () => {
    const { world, anew } = usedUp();
    const instruction = anew();
    await rewrite(world.chain, 'InsurancePool', poolOf(world.market), { generation: 2 ** 32 - 1 });
    refusedUntouched(world, instruction, 'MathOverflow');
  });

  it('a payer who did not sign', () => {
    refuses(usedUp(), 'MissingRequiredSignature', { signers: { payer: false } });
  });

  it('any other account in the place of its own', () => {
    const market = usedUp();
    const { world, anew } = market;
    const other = new World({ beside: world });
    holder(other, 'bob', POOL);
    lose(other, POOL);
    const { chain } = world;
    const [pool, theirs] = [poolOf(world.market), poolOf(other.market)];
    const claims = marketClaimsOf(world.market);
    const [nobody, hostile] = [chain.address('nobody'), chain.address('hostile program')];
    refusesSubstitutes(world, (accounts) => anew({ accounts }), {
      pool: {
        'of another market': [theirs, 'InvalidMarket'],
        'of a hostile program': [copyOf(chain, pool, hostile), 'IllegalOwner'],
      },
      market: {
        'another market': [other.market, 'InvalidMarket'],
        'a copy of it': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      marketClaims: {
        'of another market': [marketClaimsOf(other.market), 'InvalidSeeds'],
        'of a hostile program': [copyOf(chain, claims, hostile), 'InvalidSeeds'],
        missing: [nobody, 'InvalidSeeds'],
      },
      shareMint: {
        'of this generation': [shareMintOf(pool, 0), 'InvalidSeeds'],
        'of the generation after the next': [shareMintOf(pool, 2), 'InvalidSeeds'],
        'of another pool': [shareMintOf(theirs, 1), 'InvalidSeeds'],
        'a mint of somebody’s': [world.mint.address, 'InvalidSeeds'],
      },
      payer: {},
      tokenProgram: { 'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'] },
      systemProgram: { 'another program': [TOKEN_PROGRAM, 'IncorrectProgramId'] },
    });
  });
});
