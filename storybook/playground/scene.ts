import { type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';
import type { ScriptedWallet } from '../../tests/scripted/wallet.ts';

export interface Scene {
  readonly chain: ScriptedChain;
  readonly market: string;
  readonly wallet: ScriptedWallet;
}

/** A pool with a history, and somebody with a share in it. */
export async function setScene(): Promise<Scene> {
  const chain = scriptedChain();
  const wallet = chain.wallet({ owner: 'alice' });
  const market = await chain.insure('SOL-PERP');
  await chain.records(market, 5);
  await chain.settlements(market, 30);
  await chain.position(market, 'alice', { entryEpoch: chain.slot / 216_000n - 3n });
  await chain.balance('alice', { market, amount: 12_345_678_901n, lamports: 2_000_000_000n });
  return { chain, market, wallet };
}
