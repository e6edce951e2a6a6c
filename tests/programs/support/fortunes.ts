// What befalls a pool: people join, premium comes, deficits are claimed. All by real instructions.
import { type Actor, collect, deposit, PREMIUM_SOURCE, reportDeficit, settleEpoch } from './instructions.ts';
import { type Accepted, accepted } from './outcome.ts';
import type { World, WorldOptions } from './scenario.ts';

/** Premium reaches the pool whole: for worlds whose figures would blur under a protocol fee. */
export const NO_FEE = { premium: { protocolFeeBps: 0 } } satisfies WorldOptions;

/** Somebody who has put all they had into the pool. */
export function holder(world: World, name: string, amount: bigint): Actor {
  const actor = world.actor(name, amount);
  accepted(world.send(deposit(world, { depositor: actor, amount })));
  return actor;
}

/** Premium comes in and waits to be settled. */
export function collectPremium(world: World, amount: bigint): Accepted {
  const payer = world.actor('premium payer', amount);
  return accepted(world.send(collect(world, { payer, amount, source: PREMIUM_SOURCE.premium })));
}

/** Premium is settled into the pool in the next epoch: a gain of NAV. */
export function gain(world: World, amount: bigint): Accepted {
  world.nextEpoch();
  collectPremium(world, amount);
  return accepted(world.send(settleEpoch(world)));
}

/** A further deficit is reported: a loss of NAV, where it is a claim. */
export function lose(world: World, amount: bigint, absorbed = 0n): Accepted {
  world.addDeficit(amount, absorbed);
  return accepted(world.send(reportDeficit(world, { reporter: world.chain.payer, amount })));
}

/** The market winds up: no trading, nothing open. The pool's reserve is waived. */
export function windUp(world: World): void {
  world.setMarket({ open: false, openInterest: 0n });
}
