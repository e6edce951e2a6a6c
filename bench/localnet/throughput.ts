// Transactions a second: through the embedded chain's JSON-RPC, and as a floor through the bare VM in this process.

import { startLocalnet } from '@percosec/localnet';
import { type Address, getTransactionDecoder, lamports } from '@solana/kit';
import { Keypair, SystemProgram, TransactionMessage, VersionedTransaction } from '@solana/web3.js';
import { FailedTransactionMetadata, LiteSVM } from 'litesvm';
import { number, type Part, ratio } from '../report.ts';

const TRANSACTIONS = 2_000;
const AT_ONCE = 16;
const SOL = 1_000_000_000n;

const payer = Keypair.fromSeed(new Uint8Array(32).fill(7));
const to = Keypair.fromSeed(new Uint8Array(32).fill(8)).publicKey;

/** Transfers that differ in their amount, so that none is a copy of another. */
function signed(blockhash: string): Uint8Array[] {
  return Array.from({ length: TRANSACTIONS }, (_, index) => {
    const transfer = SystemProgram.transfer({ fromPubkey: payer.publicKey, toPubkey: to, lamports: 1_000_000 + index });
    const message = new TransactionMessage({
      payerKey: payer.publicKey,
      recentBlockhash: blockhash,
      instructions: [transfer],
    }).compileToV0Message();
    const transaction = new VersionedTransaction(message);
    transaction.sign([payer]);
    return transaction.serialize();
  });
}

const perSecond = (start: bigint) => Math.round(TRANSACTIONS / (Number(process.hrtime.bigint() - start) / 1e9));

async function throughRpc(): Promise<number> {
  const localnet = await startLocalnet({ rpcPort: 0, paused: true });
  const rpc = async (method: string, params: unknown[]): Promise<unknown> => {
    const response = await fetch(localnet.rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const { result, error } = (await response.json()) as { result?: unknown; error?: { message: string } };
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  try {
    await rpc('requestAirdrop', [payer.publicKey.toBase58(), Number(100n * SOL)]);
    const { value } = (await rpc('getLatestBlockhash', [])) as { value: { blockhash: string } };
    const waiting = signed(value.blockhash).map((bytes) => Buffer.from(bytes).toString('base64'));
    const start = process.hrtime.bigint();
    const sender = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await rpc('sendTransaction', [next, { encoding: 'base64', skipPreflight: true }]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    return perSecond(start);
  } finally {
    await localnet.close();
  }
}

function throughVm(): number {
  const svm = new LiteSVM();
  svm.airdrop(payer.publicKey.toBase58() as Address, lamports(100n * SOL));
  const transactions = signed(svm.latestBlockhash());
  const decoder = getTransactionDecoder();
  const start = process.hrtime.bigint();
  for (const bytes of transactions) {
    const result = svm.sendTransaction(decoder.decode(bytes));
    if (result instanceof FailedTransactionMetadata) throw new Error(result.toString());
  }
  return perSecond(start);
}

export async function throughputPart(): Promise<Part> {
  const rpc = await throughRpc();
  const vm = throughVm();
  return {
    title: 'The embedded chain',
    says: `${number(TRANSACTIONS)} transfers, signed beforehand, ${AT_ONCE} requests under way at once, without preflight.`,
    sections: [
      {
        title: 'Transactions a second',
        says: 'Floor: the VM alone, in this process: no HTTP, no ledger, no block.',
        head: ['through', 'a second', 'of the floor'],
        rows: [
          ['JSON-RPC over HTTP', number(rpc), ratio(rpc, vm)],
          ['the bare VM (floor)', number(vm), ratio(vm, vm)],
        ],
      },
    ],
    goals: [],
  };
}
