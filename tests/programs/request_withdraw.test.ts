import { describe, expect, it } from 'vitest';
import { poolOf } from './support/addresses.ts';
import { gain, holder, lose, NO_FEE } from './support/fortunes.ts';
import { type Actor, cancelWithdraw, deposit, reopen, requestWithdraw, setActive } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';

const SHARES = usdc(100_000);

/** A pool that cools down for three epochs, and a holder whose lock ends with this epoch. */
function cooling(options: WorldOptions = {}) {
  const world = new World({ ...options, pool: { cooldownEpochs: 3, windowEpochs: 2, ...options.pool } });
  const alice = holder(world, 'alice', SHARES);
  world.nextEpoch(2n);
  return { world, alice };
}

const request = (world: World, depositor: Actor, shares: bigint) =>
  world.send(requestWithdraw(world, { depositor, shares }));

const refuses = (world: World, depositor: Actor, shares: bigint, name: string) =>
  refusedUntouched(world, requestWithdraw(world, { depositor, shares }), name);

describe('request_withdraw', () => {
  it('notes the shares, what they are worth now, and when they can be claimed', () => {
    const { world, alice } = cooling();
    const [pool, position, balances] = [world.pool, world.position(alice), [world.vaultBalance, world.shares(alice)]];
    const outcome = accepted(request(world, alice, usdc(40_000)));
    const noted = { requestedShares: usdc(40_000), requestedValue: usdc(40_000), claimableEpoch: 1_006n };
    expect(world.position(alice)).toEqual({ ...position, ...noted });
    expect(world.pool).toEqual({ ...pool, epoch: 1_002n, epochBase: SHARES, epochAssets: SHARES });
    expect([world.vaultBalance, world.shares(alice)]).toEqual(balances);
    expect(outcome.events.map(({ name }) => name)).toEqual(['WithdrawRequested']);
    expect(eventOf(outcome, 'WithdrawRequested')).toEqual({
      pool: poolOf(world.market),
      provider: alice.address,
      shares: usdc(40_000),
      value: usdc(40_000),
      claimableEpoch: 1_006n,
      expiryEpoch: 1_008n,
    });
  });

  it('values them as a withdrawal would, rounded down', () => {
    const { world, alice } = cooling(NO_FEE);
    gain(world, usdc(50_000) - 1n);
    // 149,999.999999 USDC behind 100,000 M shares.
    const outcome = accepted(request(world, alice, 3n));
    expect(eventOf(outcome, 'WithdrawRequested').value).toBe(4n);
    accepted(world.send(cancelWithdraw(world, { depositor: alice })));
    expect(eventOf(accepted(request(world, alice, SHARES)), 'WithdrawRequested').value).toBe(usdc(150_000) - 1n);
  });

  it('values them without claims that are granted and not yet paid', () => {
    const { world, alice } = cooling({ pool: { claimCapBps: 1_000 } });
    world.nextEpoch();
    lose(world, usdc(60_000));
    expect(world.pool.pendingClaims).toBeGreaterThan(0n);
    expect(eventOf(accepted(request(world, alice, SHARES)), 'WithdrawRequested').value).toBe(usdc(40_000));
  });

  it('goes on in a pool that is closed to deposits', () => {
    const { world, alice } = cooling();
    accepted(world.send(setActive(world, { active: false })));
    accepted(request(world, alice, 1n));
  });

  it('ZeroShares', () => {
    const { world, alice } = cooling();
    refuses(world, alice, 0n, 'ZeroShares');
  });

  it('InsufficientShares: one more than there are', () => {
    const { world, alice } = cooling();
    holder(world, 'bob', usdc(10));
    refuses(world, alice, SHARES + 1n, 'InsufficientShares');
    refuses(world, alice, U64_MAX, 'InsufficientShares');
    accepted(request(world, alice, SHARES));
  });

  it('WrongGeneration: shares that a reopened pool has made void', () => {
    const { world, alice } = cooling();
    lose(world, SHARES);
    accepted(world.send(reopen(world, { payer: world.chain.payer })));
    refuses(world, alice, 1n, 'WrongGeneration');
  });

  it('LockActive: until the first slot of the unlock epoch', () => {
    const world = new World({ pool: { cooldownEpochs: 3 } });
    const alice = holder(world, 'alice', SHARES);
    refuses(world, alice, 1n, 'LockActive');
    world.chain.warpTo(1_001_999n);
    refuses(world, alice, 1n, 'LockActive');
    world.chain.warpTo(1_002_000n);
    accepted(request(world, alice, 1n));
  });

  it('LockActive: a further deposit locks all anew', () => {
    const { world } = cooling();
    const bob = world.actor('bob', usdc(20));
    accepted(world.send(deposit(world, { depositor: bob, amount: usdc(10) })));
    world.nextEpoch(2n);
    accepted(world.send(deposit(world, { depositor: bob, amount: usdc(10) })));
    refuses(world, bob, usdc(10), 'LockActive');
  });

  it('RequestExists: one at a time, expired ones too', () => {
    const { world, alice } = cooling();
    accepted(request(world, alice, 1n));
    refuses(world, alice, 1n, 'RequestExists');
    refuses(world, alice, SHARES, 'RequestExists');
    world.nextEpoch(1_000n);
    refuses(world, alice, 1n, 'RequestExists');
    accepted(world.send(cancelWithdraw(world, { depositor: alice })));
    accepted(request(world, alice, 1n));
  });

  it('CooldownNotUsed: in a pool without a cooldown', () => {
    const world = new World();
    const alice = holder(world, 'alice', SHARES);
    world.nextEpoch(2n);
    refuses(world, alice, 1n, 'CooldownNotUsed');
  });

  it('MathOverflow: where the claim would come after the last epoch', () => {
    const world = new World({ pool: { epochDuration: 1n, cooldownEpochs: 3 } });
    const alice = holder(world, 'alice', SHARES);
    world.chain.warpTo(U64_MAX - 3n, world.chain.time);
    refuses(world, alice, 1n, 'MathOverflow');
    world.chain.warpTo(U64_MAX - 4n, world.chain.time);
    expect(eventOf(accepted(request(world, alice, 1n)), 'WithdrawRequested')).toMatchObject({
      claimableEpoch: U64_MAX,
      expiryEpoch: U64_MAX,
    });
  });
});
