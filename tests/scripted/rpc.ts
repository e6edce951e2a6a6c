// The methods of Solana's JSON-RPC that the SDK and web3.js ask for, answered in a validator's words.
import type { Cluster } from '@percosec/sdk';
import { base64, type Ledger, rentOf } from './ledger.ts';
import { type Misbehaviours, misbehave } from './misbehaviour.ts';
import type { Transactions } from './transactions.ts';

const GENESIS: Readonly<Record<Cluster, string>> = {
  'solana:mainnet': '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d',
  'solana:devnet': 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG',
  'solana:testnet': '4uhcVJyU9pJkvQyS88uRDiswHXSCkY3zQawwpjk2NsNY',
  'solana:localnet': '11111111111111111111111111111111',
};

// biome-ignore lint/suspicious/noExplicitAny: JSON
type Params = readonly any[];
type Methods = Readonly<Record<string, (params: Params) => unknown>>;

export interface RpcOptions {
  readonly ledger: Ledger;
  readonly transactions: Transactions;
  readonly misbehaviours: Misbehaviours;
  readonly cluster: Cluster;
  readonly asked: (method: string, params: readonly unknown[]) => void;
  /** An answer is on its way. */
  readonly happened: () => void;
  readonly soon: (run: () => void) => void;
  readonly online: () => boolean;
}

/** As web3.js's Connection asks: gives a whole answer, or throws. */
export function createRpcRequest(
  options: RpcOptions,
): (method: string, params: readonly unknown[]) => Promise<unknown> {
  const { misbehaviours, asked, happened, soon, online } = options;
  const methods = methodsOf(options);
  let requests = 0;
  return async (method, params) => {
    requests += 1;
    const id = requests;
    asked(method, params);
    await new Promise<void>(soon);
    happened();
    const how = online() ? misbehaviours.of(method) : 'unreachable';
    const truth = () => methods[method]?.(params);
    if (how !== undefined) return misbehave(how, id, params, truth);
    if (!(method in methods))
      return { jsonrpc: '2.0', id, error: { code: -32601, message: `Method not found: ${method}` } };
    try {
      return { jsonrpc: '2.0', id, result: truth() };
    } catch (error) {
      return { jsonrpc: '2.0', id, error };
    }
  };
}

function methodsOf({ ledger, transactions, cluster }: RpcOptions): Methods {
  const inContext = (value: unknown) => ({ context: ledger.context(), value });
  const balance = (address: string) => {
    const account = ledger.read(address);
    return Number(account ? (account.lamports ?? rentOf(account.data.length)) : 0n);
  };
  return {
    getHealth: () => 'ok',
    getVersion: () => ({ 'solana-core': '3.0.0', 'feature-set': 1 }),
    getGenesisHash: () => GENESIS[cluster],
    getSlot: () => Number(ledger.slot()),
    getBlockHeight: () => Number(ledger.slot()),
    getBlockTime: ([slot]) => Number(ledger.unixTimestamp() - ((ledger.slot() - BigInt(slot)) * 2n) / 5n),
    getAccountInfo: ([address, config]) => inContext(ledger.encoded(address, config?.dataSlice)),
    getMultipleAccounts: ([addresses, config]) =>
      inContext(addresses.map((address: string) => ledger.encoded(address, config?.dataSlice))),
    getBalance: ([address]) => inContext(balance(address)),
    getMinimumBalanceForRentExemption: ([bytes]) => Number(rentOf(bytes)),
    getRecentPrioritizationFees: () =>
      [0, 1_000, 5_000].map((prioritizationFee, age) => ({ slot: Number(ledger.slot()) - age, prioritizationFee })),
    getFeeForMessage: () => inContext(5_000),
    getLatestBlockhash: () =>
      inContext({ blockhash: transactions.blockhash(), lastValidBlockHeight: Number(ledger.slot()) + 150 }),
    isBlockhashValid: ([blockhash]) => inContext(transactions.isValid(blockhash)),
    simulateTransaction: ([wire]) =>
      inContext({ ...transactions.simulate(wire), accounts: null, returnData: null, replacementBlockhash: null }),
    sendTransaction: ([wire]) => transactions.send(wire),
    getSignatureStatuses: ([signatures]) =>
      inContext(
        signatures.map((signature: string) => {
          const landed = transactions.find(signature);
          if (!landed) return null;
          const finalized = transactions.isFinalized(landed);
          return {
            slot: Number(landed.slot),
            confirmations: finalized ? null : 1,
            err: landed.err,
            status: landed.err === null ? { Ok: null } : { Err: landed.err },
            confirmationStatus: finalized ? 'finalized' : 'confirmed',
          };
        }),
      ),
    getSignaturesForAddress: ([address, { limit = 1_000, before } = {}]) => {
      const all = transactions.of(address);
      const from = before === undefined ? 0 : all.findIndex(({ signature }) => signature === before) + 1;
      return all.slice(from, from + limit).map(({ signature, slot, err, blockTime }) => ({
        signature,
        slot: Number(slot),
        err,
        memo: null,
        blockTime: blockTime === null ? null : Number(blockTime),
        confirmationStatus: 'finalized',
      }));
    },
    getTransaction: ([signature]) => {
      const landed = transactions.find(signature);
      if (!landed) return null;
      return {
        slot: Number(landed.slot),
        blockTime: landed.blockTime === null ? null : Number(landed.blockTime),
        meta: { err: landed.err, logMessages: landed.logs, fee: 5_000 },
        transaction: [base64(new Uint8Array()), 'base64'],
        version: 0,
      };
    },
  };
}
