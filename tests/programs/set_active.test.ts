import { describe, expect, it } from 'vitest';
import { poolOf, vaultOf } from './support/addresses.ts';
import { copyOf, ofAnotherKind } from './support/forgery.ts';
import { holder, lose, windUp } from './support/fortunes.ts';
import { deposit, setActive, withdraw } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';

describe('set_active', () => {
  it('closes the pool and opens it again, and changes nothing else', () => {
    const world = new World({ parts: ['pool'] });
    const before = world.pool;
    const pool = poolOf(world.market);
    const closed = accepted(world.send(setActive(world, { active: false })));
    expect(world.pool).toEqual({ ...before, isActive: 0 });
    expect(closed.events.map(({ name }) => name)).toEqual(['ActiveChanged']);
    expect(eventOf(closed, 'ActiveChanged')).toEqual({ pool, wasActive: 1, isActive: 0 });
    const opened = accepted(world.send(setActive(world, { active: true })));
    expect(world.pool).toEqual(before);
    expect(eventOf(opened, 'ActiveChanged')).toEqual({ pool, wasActive: 0, isActive: 1 });
  });

  it('says so where nothing changes', () => {
    const world = new World({ parts: ['pool'] });
    const again = accepted(world.send(setActive(world, { active: true })));
    expect(eventOf(again, 'ActiveChanged')).toMatchObject({ wasActive: 1, isActive: 1 });
  });

  it('closes the pool to deposits only: LPs leave, and the market is covered', () => {
    const world = new World();
    const [alice, bob] = [holder(world, 'alice', usdc(100_000)), world.actor('bob', usdc(1))];
    accepted(world.send(setActive(world, { active: false })));
    refusedUntouched(world, deposit(world, { depositor: bob, amount: usdc(1) }), 'PoolInactive');
    lose(world, usdc(60_000));
    expect(world.balance(world.coverVault)).toBe(usdc(60_000));
    windUp(world);
    world.nextEpoch(2n);
    accepted(world.send(withdraw(world, { depositor: alice, shares: usdc(100_000) })));
    expect(world.balance(alice)).toBe(usdc(40_000));
    accepted(world.send(setActive(world, { active: true })));
    accepted(world.send(deposit(world, { depositor: bob, amount: usdc(1) })));
  });

  it('opens the books of a new epoch', () => {
    const world = new World({ parts: ['pool'] });
    holder(world, 'alice', usdc(1_000));
    world.nextEpoch();
    accepted(world.send(setActive(world, { active: false })));
    expect(world.pool).toMatchObject({ epoch: 1_001n, epochBase: usdc(1_000), epochAssets: usdc(1_000) });
  });

  it('obeys the authority that the pool was made by, whoever the market names later', () => {
    const world = new World({ parts: ['pool'] });
    const [old, heir] = [world.authority, world.chain.fundedAddress('heir')];
    world.setMarket({ authority: heir });
    refusedUntouched(world, setActive(world, { active: false }), 'Unauthorized');
    accepted(world.send(setActive(world, { active: false }, { accounts: { authority: old } })));
    expect(world.pool.isActive).toBe(0);
  });

  it('refuses anybody else, and an authority that did not sign', () => {
    const world = new World({ parts: ['pool'] });
    const unsigned = setActive(world, { active: false }, { signers: { authority: false } });
    refusedUntouched(world, unsigned, 'MissingRequiredSignature');
    refusedUntouched(world, setActive(world, { active: false }, { writable: { pool: false } }), 'ConstraintMut');
  });

  it('refuses every account but the right one', () => {
    const world = new World({ parts: ['pool'] });
    const { chain } = world;
    const other = new World({ beside: world, parts: ['pool'] });
    const pool = poolOf(world.market);
    refusesSubstitutes(world, (accounts) => setActive(world, { active: false }, { accounts }), {
      pool: {
        'of another market': [poolOf(other.market), 'Unauthorized'],
        'the same bytes under another owner': [copyOf(chain, pool, world.marketProgram), 'IllegalOwner'],
        'its vault': [vaultOf(pool), 'AccountDataTooSmall'],
        'another kind of account': [ofAnotherKind(chain, pool), 'InvalidAccountData'],
        nothing: [chain.address('nothing'), 'AccountDataTooSmall'],
      },
      authority: {
        'of another market': [other.authority, 'Unauthorized'],
        'anybody who signs': [chain.fundedAddress('mallory'), 'Unauthorized'],
      },
    });
  });
});
