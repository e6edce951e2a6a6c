// What the chain itself says that somebody has: beside it, a page has to be right.
import {
  type Address,
  associatedTokenAddress,
  createRpc,
  fetchProviderPosition,
  poolAddress,
  positionAddress,
} from '@percosec/sdk';
import { expect } from 'vitest';
import type { Scenario } from '../../../localnet/src/scenario/cast.ts';
import type { Stack } from './stack.ts';

export interface Holdings {
  /** Atoms in the wallet. */
  readonly tokens: bigint;
  readonly shares: bigint;
  readonly deposited: bigint;
  /** How many transactions have touched the position. */
  readonly transactions: number;
}

type Chain = Pick<Stack, 'rpcUrl' | 'control'>;

async function scenarioOf({ control }: Chain): Promise<Scenario> {
  const scenario = await control.scenario<Scenario>();
  if (scenario === null) throw new Error('Nothing lives on this chain.');
  return scenario;
}

export const demoWallet = async (chain: Chain): Promise<Address> => (await scenarioOf(chain)).wallets.demo;

/** The demo wallet's in SOL-PERP, unless told otherwise. */
export async function holdings(chain: Chain, owner?: Address): Promise<Holdings> {
  const scenario = await scenarioOf(chain);
  const market = scenario.markets.find(({ symbol }) => symbol === 'SOL-PERP')?.market as Address;
  const who = owner ?? scenario.wallets.demo;
  const rpc = createRpc({ rpcUrl: chain.rpcUrl });
  const account = await associatedTokenAddress(who, scenario.mint.address);
  const at = { commitment: 'confirmed' };
  const [position, amount, signatures] = await Promise.all([
    fetchProviderPosition(rpc, market, who),
    rpc.request<{ value: { amount: string } }>('getTokenAccountBalance', [account, at]).then(
      ({ value }) => BigInt(value.amount),
      () => 0n,
    ),
    rpc.request<unknown[]>('getSignaturesForAddress', [await positionAddress(await poolAddress(market), who), at]),
  ]);
  return {
    tokens: amount,
    shares: position.value?.shares ?? 0n,
    deposited: position.value?.depositedAmount ?? 0n,
    transactions: signatures.length,
  };
}

/** A deposit of so much, less what shares can't be bought of, and nothing else: once, however often it was tried. */
export function expectOneDeposit(before: Holdings, after: Holdings, amount: bigint): void {
  const taken = before.tokens - after.tokens;
  expect({ transactions: after.transactions - before.transactions, taken: after.deposited - before.deposited }).toEqual(
    {
      transactions: 1,
      taken,
    },
  );
  expect(taken).toBeLessThanOrEqual(amount);
  // The change is less than one share's price, which is some atoms at most.
  expect(taken).toBeGreaterThan(amount - 10n);
  expect(after.shares).toBeGreaterThan(before.shares);
}
