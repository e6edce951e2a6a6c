// An RPC that lies, or is broken: what it says becomes no fee, no order and no figure before it was looked at.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MarketWorld, type Person, startMarket } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { walletOf } from '../../../tests/transactions/wallets.ts';
import type { PercosecClient } from '../client.ts';
import { depositPlan } from './plans/deposit.ts';
import { transact } from './transact.ts';

let world: MarketWorld;
let alice: Person;

beforeAll(async () => {
  world = await startMarket();
  alice = await world.person('alice', { collateral: usdc(100) });
});

afterAll(() => world.close());

/** Answers as the real one does, but for one method. */
function lying(method: string, lie: (truth: never) => unknown): PercosecClient {
  const { rpc } = world.client;
  const request: typeof rpc.request = async (asked, params, options) => {
    const truth = await rpc.request<never>(asked, params, options);
    return (asked === method ? lie(truth) : truth) as never;
  };
  return { ...world.client, rpc: { ...rpc, request } };
}

const deposit = (client: PercosecClient, amount = usdc(10)) => {
  const wallet = walletOf(alice);
  const plan = depositPlan(client, { market: world.market, owner: alice.address, amount });
  return transact(client, wallet, plan, { clockwork: world.clockwork }).then((outcome) => ({ outcome, wallet }));
};

const simulation = (said: object) => (truth: { value: object }) => ({ ...truth, value: { ...truth.value, ...said } });

describe('a lie about', () => {
  it.each<[string, string, (truth: never) => unknown]>([
    ['units, negative', 'simulateTransaction', simulation({ unitsConsumed: -1_000_000 })],
    ['units, one after the wrap', 'simulateTransaction', simulation({ unitsConsumed: -3_904_533_905 })],
    ['units, no number', 'simulateTransaction', simulation({ unitsConsumed: 'many' })],
    ['units, endless', 'simulateTransaction', simulation({ unitsConsumed: 1e308 })],
    ['units, broken', 'simulateTransaction', simulation({ unitsConsumed: 0.5 })],
    ['bytes, negative', 'simulateTransaction', simulation({ loadedAccountsDataSize: -2_000_000 })],
    ['bytes, no number', 'simulateTransaction', simulation({ loadedAccountsDataSize: {} })],
    ['the simulation', 'simulateTransaction', () => ({ value: null })],
    ['rent, negative', 'getMinimumBalanceForRentExemption', () => -5],
    ['rent, no number', 'getMinimumBalanceForRentExemption', () => null],
    ['the blockhash', 'getLatestBlockhash', () => ({ context: { slot: 5 }, value: { blockhash: '<b>' } })],
    ['the slot', 'getLatestBlockhash', (truth: { value: object }) => ({ ...truth, context: { slot: 1.5 } })],
  ])('%s opens no wallet', async (_, method, lie) => {
    const { outcome, wallet } = await deposit(lying(method, lie));
    expect(outcome).toMatchObject({ status: 'error', error: { code: 'RpcMalformed' } });
    expect(wallet.asked()).toBe(0);
  });

  it.each<[string, unknown]>([
    ['negative', -1],
    ['broken', 0.5],
    ['no number', 'x'],
    ['endless', 1e308],
  ])('fees, %s, is as if nothing had been said', async (_, prioritizationFee) => {
    const client = lying('getRecentPrioritizationFees', () => [{ slot: 1, prioritizationFee }]);
    const { outcome } = await deposit(client);
    expect(outcome.status).toBe('confirmed');
    const signature = 'signature' in outcome ? outcome.signature : null;
    expect(world.chain.ledger.get(signature as string)).toMatchObject({ fee: 5_000n });
  });
});

describe('an amount that is none', () => {
  it.each<[unknown]>([[0n], [-1n], [1n << 64n], [1.5], [10], ['10'], [null], [Number.NaN], [{}]])(
    '%s opens no wallet',
    async (amount) => {
      const { outcome, wallet } = await deposit(world.client, amount as never);
      expect(['refused', 'error']).toContain(outcome.status);
      if (outcome.status === 'error') expect(outcome.error.code).toBe('InvalidArgument');
      expect(wallet.asked()).toBe(0);
    },
  );
});
