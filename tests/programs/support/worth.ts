// What somebody has: to see who gained by an attack, and who paid for it.
import type { Actor } from './instructions.ts';
import type { World } from './scenario.ts';

/** What the position would bring if it could leave now. */
export function stake(world: World, actor: Actor): bigint {
  const { totalShares } = world.pool;
  return totalShares === 0n ? 0n : (world.position(actor).shares * world.nav) / totalShares;
}

/** That, and the collateral at hand. */
export const worth = (world: World, actor: Actor): bigint => world.balance(actor) + stake(world, actor);

export interface Price {
  readonly nav: bigint;
  readonly shares: bigint;
}

export function priceOf({ pool }: World): Price {
  return { nav: pool.totalDeposits - pool.pendingClaims, shares: pool.totalShares };
}

/** Whether a share is worth at least what it was. */
export const heldUp = (before: Price, after: Price): boolean => after.nav * before.shares >= before.nav * after.shares;
