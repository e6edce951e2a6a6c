// The guide for capital providers: deposit, look, withdraw.
//
// Its reading of a position divides total_deposits by total_shares. That is NAV per share only while no claim waits to be
// paid: PROTOCOL.md, and the documents' own definition, take pending_claims off. With plain numbers it is exact for small
// pools only, and no number at all for an empty one; the SDK's views are exact.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usdc } from '../programs/support/money.ts';
import { departuresOf, Reader, WAYS, type Way } from './support/reader.ts';
import { refusalOf } from './support/refusal.ts';
import { startWorld, type World } from './support/world.ts';

/** 7 days in epochs of 100 slots: the lock where the creation guide names none. */
const LOCK = 15_120n * 100n;

let world: World;
let people = 0;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** A depositor's reader, who knows from the creation guide which pool it is. */
async function depositorOf(way: Way) {
  const { address: market } = world.newMarket();
  const creation = ['pool', 'risk', 'premium'] as const;
  const creator = new Reader(world, way, market, world.provider);
  await creator.follow(creation);
  people += 1;
  const { provider } = await world.someoneWithUsdc(`depositor ${people}`, usdc(10_000));
  return { reader: new Reader(world, way, market, provider, creator), address: provider.publicKey };
}

describe.each(WAYS)('providing capital with $way', (way) => {
  it('deposits 1,000 USDC and reads the position', async () => {
    const { reader } = await depositorOf(way);
    await reader.follow(['deposit', 'reading']);
    expect(reader.said).toEqual([{ shares: 1_000, navPerShare: 1, usdcValue: 1_000, apyBps: 0, utilizationBps: 0 }]);
  });

  it('withdraws 500 shares once the lock is over, and no earlier', async () => {
    const { reader, address } = await depositorOf(way);
    await reader.follow(['deposit']);
    world.chain.warp({ slots: LOCK - 100n });
    expect(await refusalOf(reader.follow(['withdraw']))).toMatch(/LockActive/);
    world.chain.warp({ slots: 100n });
    await reader.follow(['withdraw', 'reading']);
    expect(reader.said).toMatchObject([{ shares: 500, navPerShare: 1, usdcValue: 500 }]);
    expect(await world.usdcOf(address)).toBe(usdc(9_500));
  });

  it.each(departuresOf(way, ['deposit', 'withdraw']))(
    '$part: "$printed" does not run as printed',
    async ({ part, departure, otherwise }) => {
      const { reader } = await depositorOf(way);
      if (part === 'withdraw') await reader.follow(['deposit']);
      expect(await refusalOf(reader.follow([part], departure))).toMatch(otherwise);
    },
  );
});
