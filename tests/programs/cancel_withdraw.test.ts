import { describe, expect, it } from 'vitest';
import { poolOf } from './support/addresses.ts';
import { gain, holder, lose, NO_FEE } from './support/fortunes.ts';
import { cancelWithdraw, reopen, requestWithdraw, withdraw } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';

const CLEARED = { requestedShares: 0n, requestedValue: 0n, claimableEpoch: 0n };

/** A holder who has asked to leave with 40 of 100 thousand. */
function requested() {
  const world = new World({ ...NO_FEE, pool: { cooldownEpochs: 1 } });
  const alice = holder(world, 'alice', usdc(100_000));
  world.nextEpoch(2n);
  accepted(world.send(requestWithdraw(world, { depositor: alice, shares: usdc(40_000) })));
  return { world, alice };
}

describe('cancel_withdraw', () => {
  it('clears the request and nothing else', () => {
    const { world, alice } = requested();
    const [pool, position] = [world.pool, world.position(alice)];
    const outcome = accepted(world.send(cancelWithdraw(world, { depositor: alice })));
    expect(world.position(alice)).toEqual({ ...position, ...CLEARED });
    expect(world.pool).toEqual(pool);
    expect(outcome.events.map(({ name }) => name)).toEqual(['WithdrawCancelled']);
    expect(eventOf(outcome, 'WithdrawCancelled')).toEqual({
      pool: poolOf(world.market),
      provider: alice.address,
      shares: usdc(40_000),
      value: usdc(40_000),
    });
    world.nextEpoch(2n);
    refusedUntouched(world, withdraw(world, { depositor: alice, shares: 1n }), 'NoRequest');
  });

  it('tells the value that was noted, whatever came since', () => {
    const { world, alice } = requested();
    gain(world, usdc(10_000));
    const outcome = accepted(world.send(cancelWithdraw(world, { depositor: alice })));
    expect(eventOf(outcome, 'WithdrawCancelled').value).toBe(usdc(40_000));
  });

  it('clears what is left of a request', () => {
    const { world, alice } = requested();
    world.nextEpoch(2n);
    accepted(world.send(withdraw(world, { depositor: alice, shares: usdc(30_000) })));
    const outcome = accepted(world.send(cancelWithdraw(world, { depositor: alice })));
    expect(eventOf(outcome, 'WithdrawCancelled')).toMatchObject({ shares: usdc(10_000), value: usdc(10_000) });
  });

  it('clears an expired request', () => {
    const { world, alice } = requested();
    world.nextEpoch(1_000n);
    accepted(world.send(cancelWithdraw(world, { depositor: alice })));
    expect(world.position(alice)).toMatchObject(CLEARED);
    expect(world.pool.epoch).toBe(2_002n);
  });

  it('clears a request for shares that are void', () => {
    const { world, alice } = requested();
    lose(world, usdc(100_000));
    accepted(world.send(reopen(world, { payer: world.chain.payer })));
    accepted(world.send(cancelWithdraw(world, { depositor: alice })));
    expect(world.position(alice)).toMatchObject({ ...CLEARED, generation: 0, shares: usdc(100_000) });
  });

  it('NoRequest: where there is none, never was, or no longer', () => {
    const { world, alice } = requested();
    const bob = holder(world, 'bob', usdc(1));
    refusedUntouched(world, cancelWithdraw(world, { depositor: bob }), 'NoRequest');
    accepted(world.send(cancelWithdraw(world, { depositor: alice })));
    refusedUntouched(world, cancelWithdraw(world, { depositor: alice }), 'NoRequest');
    accepted(world.send(requestWithdraw(world, { depositor: alice, shares: 5n })));
    world.nextEpoch(2n);
    accepted(world.send(withdraw(world, { depositor: alice, shares: 5n })));
    refusedUntouched(world, cancelWithdraw(world, { depositor: alice }), 'NoRequest');
  });
});
