// Writes through TanStack Query, on a real localnet.
import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { type MarketWorld, type Person, startMarket } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { refusingWallet, walletOf } from '../../../tests/transactions/wallets.ts';
import type { TransactionState } from '../transactions/state.ts';
import type { TransactionWallet } from '../transactions/wallet.ts';
import { balanceQueryOptions } from './balance.ts';
import { insuranceQueryOptions } from './insurance.ts';
import { depositMutationOptions, requestWithdrawMutationOptions } from './mutations.ts';
import { poolQueryOptions } from './pool.ts';

const worlds: MarketWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function depositing() {
  const world = await startMarket();
  worlds.push(world);
  const alice = await world.person('alice', { collateral: usdc(100) });
  const queryClient = new QueryClient();
  const states: TransactionState[] = [];
  const observer = (wallet: TransactionWallet | null) =>
    new MutationObserver(
      queryClient,
      depositMutationOptions(world.client, {
        wallet,
        clockwork: world.clockwork,
        onState: (state) => states.push(state),
      }),
    );
  return { world, alice, queryClient, states, observer };
}

describe('a mutation', () => {
  it('has what was confirmed for its data, and refreshes what it changed', async () => {
    const { world, alice, queryClient, states, observer } = await depositing();
    const options = poolQueryOptions(world.client, { market: world.market });
    const insurance = insuranceQueryOptions(world.client, { market: world.market });
    const decimals = (await queryClient.fetchQuery(insurance)).value?.decimals;
    const balance = balanceQueryOptions(world.client, { mint: world.mint, owner: alice.address });
    expect([decimals, (await queryClient.fetchQuery(balance)).value.amount]).toEqual([6, usdc(100)]);
    expect((await queryClient.fetchQuery(options)).value?.pool.totalShares).toBe(0n);
    const mutation = observer(walletOf(alice));
    const outcome = await mutation.mutate({ market: world.market, amount: usdc(10) });
    expect(outcome.status).toBe('confirmed');
    expect(states.at(-1)).toBe(outcome);
    expect(queryClient.getQueryState(options.queryKey)?.isInvalidated).toBe(true);
    expect(queryClient.getQueryState(insurance.queryKey)?.isInvalidated).toBe(true);
    expect((await queryClient.fetchQuery({ ...balance, staleTime: 0 })).value.amount).toBe(usdc(90));
    expect((await queryClient.fetchQuery({ ...options, staleTime: 0 })).value?.pool.totalShares).toBe(usdc(10));
  });

  const fails = async (
    walletFor: (alice: Person) => TransactionWallet | null,
    amount: bigint,
    expected: { code: string; status: string },
  ) => {
    const { world, alice, states, observer } = await depositing();
    const mutation = observer(walletFor(alice));
    await expect(mutation.mutate({ market: world.market, amount })).rejects.toMatchObject({ code: expected.code });
    expect(mutation.getCurrentResult().status).toBe('error');
    expect(states.at(-1)?.status).toBe(expected.status);
    expect(world.tokens(alice.tokenAccount)).toBe(usdc(100));
  };

  it('fails where the network would refuse', () =>
    fails((alice) => walletOf(alice), 5n, { code: 'TransactionRefused', status: 'refused' }));

  it('fails where the person says no', () =>
    fails((alice) => refusingWallet(alice, new Error('User rejected')), usdc(1), {
      code: 'TransactionFailed',
      status: 'rejected',
    }));

  it('fails without a wallet', () => fails(() => null, usdc(1), { code: 'WalletMissing', status: 'error' }));

  it('fails where the wallet is on another cluster', () =>
    fails((alice) => walletOf(alice, () => {}, { supportedChains: ['solana:mainnet'] }), usdc(1), {
      code: 'WrongCluster',
      status: 'wrong-cluster',
    }));

  it('fails, and tells it as a state, where what it is told is no address', async () => {
    const { world, alice, states } = await depositing();
    const options = requestWithdrawMutationOptions(world.client, {
      wallet: walletOf(alice),
      onState: (state) => states.push(state),
    });
    await expect(options.mutationFn({ market: 'nowhere', shares: 1n })).rejects.toMatchObject({
      code: 'InvalidAddress',
    });
    expect(states.map(({ status }) => status)).toEqual(['error']);
  });

  it('is neither repeated nor put off', async () => {
    const { world } = await depositing();
    expect(depositMutationOptions(world.client, { wallet: null })).toMatchObject({
      retry: false,
      networkMode: 'always',
    });
  });
});
