import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { type MarketWorld, startMarket } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { depositCostQueryOptions, withdrawCostQueryOptions } from './cost.ts';

const worlds: MarketWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

describe('the cost of a write', () => {
  it('is known before anybody signs; what would be refused is told with what to do', async () => {
    const world = await startMarket();
    worlds.push(world);
    const alice = await world.person('alice', { collateral: usdc(100) });
    const queryClient = new QueryClient();
    const by = { market: world.market, owner: alice.address };
    const cost = await queryClient.fetchQuery(depositCostQueryOptions(world.client, { ...by, amount: usdc(10) }));
    expect(cost.creates.map(({ what }) => what)).toEqual(['position', 'share account']);
    expect(cost.total).toBe(cost.baseFee + cost.priorityFee + cost.rent);
    await expect(
      queryClient.fetchQuery(depositCostQueryOptions(world.client, { ...by, amount: usdc(101) })),
    ).rejects.toMatchObject({ code: 'TransactionRefused', context: { refusal: { name: 'NotEnoughCollateral' } } });
    await expect(
      queryClient.fetchQuery(withdrawCostQueryOptions(world.client, { ...by, shares: 1n })),
    ).rejects.toMatchObject({ code: 'TransactionRefused' });
  });

  it('waits for what is not known yet', async () => {
    const world = await startMarket();
    worlds.push(world);
    const of = { market: world.market, owner: null };
    expect(depositCostQueryOptions(world.client, { ...of, amount: 1n }).enabled).toBe(false);
    expect(withdrawCostQueryOptions(world.client, { ...of, shares: 1n }).enabled).toBe(false);
    const amountless = { market: world.market, owner: world.market, amount: undefined };
    expect(depositCostQueryOptions(world.client, amountless).enabled).toBe(false);
  });
});
