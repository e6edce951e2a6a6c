// From plan to outcome: prepared, handed to the wallet, delivered.
import { PercosecError } from '../error.ts';
import { clusterOf } from './cluster.ts';
import { connected } from './connected.ts';
import { deliver, finalize, type Surroundings } from './deliver.ts';
import type { TransactOptions } from './options.ts';
import { patiently } from './patience.ts';
import type { Plan } from './plan.ts';
import { prepare, type TransactionClient } from './prepare.ts';
import { handOver, loadWeb3 } from './sign.ts';
import type { TerminalState } from './state.ts';
import { chainsOf, type TransactionWallet } from './wallet.ts';

/** A wallet that is not on the network of the pool would simulate, and show, something else than what it signs. */
async function wrongCluster(client: TransactionClient, wallet: TransactionWallet): Promise<TerminalState | null> {
  const chains = chainsOf(wallet)?.filter((chain) => chain.startsWith('solana:')) ?? [];
  if (chains.length === 0) return null;
  const expected = await clusterOf(client.rpc);
  return chains.includes(expected) ? null : { status: 'wrong-cluster', expected, wallet: chains };
}

export async function carryOut(
  given: TransactionWallet | null,
  plan: Plan,
  options: TransactOptions,
  surroundings: Surroundings,
  left: AbortSignal,
): Promise<TerminalState> {
  const { client, emit } = surroundings;
  const [wallet, owner] = connected(given);
  if (owner !== plan.owner) {
    const message = `The plan is for ${plan.owner}, and the connected wallet is ${owner}. Connect the other one, or plan anew.`;
    throw new PercosecError('WalletMissing', message, { expected: plan.owner, found: owner });
  }
  emit({ status: 'preparing' });
  // While the RPC answers: a browser lets a wallet's window open only soon after the click.
  loadWeb3().catch(() => {});
  const wrong = await patiently(() => wrongCluster(client, wallet), surroundings.clockwork);
  if (wrong !== null) return wrong;
  const prepared = await prepare(client, plan, surroundings.clockwork, options.priorityFeeCeiling);
  if ('refusal' in prepared) return { status: 'refused', refusal: prepared.refusal };
  left.throwIfAborted();

  const handed = await handOver(prepared, wallet, surroundings, left);
  if ('status' in handed) return handed;
  left.throwIfAborted();
  const outcome = await deliver(handed, surroundings);
  if (outcome.status !== 'confirmed' || options.until !== 'finalized') return outcome;
  emit(outcome);
  return finalize(handed.signature, surroundings);
}
