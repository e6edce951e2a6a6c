// A market on a real chain, with a provider, a score and a claim.
import { header, setHeader } from '../../../localnet/src/scenario/market.ts';
import type { Market } from '../../chain/market.ts';
import { type Person, startWorld, type World } from '../../chain/world.ts';
import { usdc } from '../../programs/support/money.ts';

export interface Insured {
  readonly world: World;
  readonly site: Market;
  readonly alice: Person;
  /** The page of a host that is told what to show. */
  query(): string;
  /** The market takes on so much leverage that its grade is another. */
  burden(): Promise<void>;
}

/** Slots pass only where they are moved: what a page shows stands still. */
export async function insuredWorld(): Promise<Insured> {
  const world = await startWorld();
  const alice = await world.person('alice', { collateral: usdc(1_000_000) });
  const site = await world.insured();
  await site.deposit(alice, usdc(100_000));
  await site.score(alice);
  site.lose(usdc(500), usdc(100));
  await site.report(alice);
  const { rpcUrl, wsUrl } = world.localnet;
  const asked = { market: site.market, owner: alice.address, rpc: rpcUrl, ws: wsUrl };
  return {
    world,
    site,
    alice,
    query: () => `?${new URLSearchParams(asked)}`,
    async burden() {
      setHeader(world.chain, site, {
        ...header(world.chain, site),
        avgLeverageBps: 190_000n,
        openInterest: usdc(950_000),
      });
      // The score before it has its time, too.
      world.nextEpoch();
      await site.score(alice);
    },
  };
}
