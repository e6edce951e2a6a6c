// Sending and simulating. A transaction runs in the slot in which it arrives; there is no queue to wait in.
import { decodeBase58, encodeBase58 } from '../chain/base58.ts';
import { FaucetEmpty, FORGED, type Simulation, TransactionRefused } from '../chain/chain.ts';
import { transactionErrorInWords } from '../chain/transaction-error.ts';
import {
  decodeTransaction,
  isSane,
  MAX_TRANSACTION_BYTES,
  MalformedTransaction,
  type WireTransaction,
} from '../chain/wire.ts';
import { commitment, slotOf, withContext } from './context.ts';
import { encodeAccount } from './encoding.ts';
import { invalidParams, PREFLIGHT_FAILURE, RpcError, SIGNATURE_FAILURE } from './errors.ts';
import { type Methods, method, type Node } from './method.ts';
import { address, flag, list, object, oneOf, optional, options, text, u64, whole, withDefault } from './readers.ts';
import { innerInstructionsJson, returnDataJson, tokenBalancesJson } from './transaction-json.ts';

const TYPE = 'solana_transaction::versioned::VersionedTransaction';
const LONGEST = { base58: 1683, base64: 1644 } as const;

const binaryEncoding = withDefault(oneOf('base58', 'base64'), 'base58');

function decode(given: string, encoding: 'base58' | 'base64'): WireTransaction {
  const longest = LONGEST[encoding];
  if (given.length > longest)
    throw invalidParams(
      `${encoding} encoded ${TYPE} too large: ${given.length} bytes (max: encoded/raw ${longest}/${MAX_TRANSACTION_BYTES})`,
    );
  const bytes = encoding === 'base58' ? decodeBase58(given) : Buffer.from(given, 'base64');
  if (bytes === null) throw invalidParams('invalid base58 encoding: a letter is not of its alphabet');
  if (encoding === 'base64' && Buffer.from(bytes).toString('base64') !== given)
    throw invalidParams('invalid base64 encoding');
  if (bytes.length > MAX_TRANSACTION_BYTES)
    throw invalidParams(`decoded ${TYPE} too large: ${bytes.length} bytes (max: ${MAX_TRANSACTION_BYTES} bytes)`);
  try {
    return decodeTransaction(bytes);
  } catch (error) {
    if (error instanceof MalformedTransaction) throw invalidParams(`failed to deserialize ${TYPE}: ${error.message}`);
    throw error;
  }
}

function sanitized(given: string, encoding: 'base58' | 'base64'): WireTransaction {
  const transaction = decode(given, encoding);
  if (!isSane(transaction))
    throw invalidParams('invalid transaction: Transaction failed to sanitize accounts offsets correctly');
  return transaction;
}

function simulationJson(simulation: Simulation) {
  const { err, logs, computeUnits, loadedAccountsDataSize, loadedAddresses, fee, preBalances, postBalances } =
    simulation;
  return {
    accounts: null,
    err,
    fee,
    innerInstructions: null,
    loadedAccountsDataSize,
    loadedAddresses,
    logs,
    postBalances,
    postTokenBalances: simulation.postTokenBalances && tokenBalancesJson(simulation.postTokenBalances),
    preBalances,
    preTokenBalances: simulation.preTokenBalances && tokenBalancesJson(simulation.preTokenBalances),
    replacementBlockhash: null,
    returnData: returnDataJson(simulation),
    unitsConsumed: computeUnits,
  };
}

const signatureFailure = () => new RpcError(SIGNATURE_FAILURE, 'Transaction signature verification failure');

function preflight({ chain }: Node, transaction: WireTransaction): void {
  const simulation = chain.simulate(transaction, { anySignature: false, anyBlockhash: false });
  if (simulation.err === FORGED) throw signatureFailure();
  if (simulation.err === null) return;
  throw new RpcError(
    PREFLIGHT_FAILURE,
    `Transaction simulation failed: ${transactionErrorInWords(simulation.err)}`,
    simulationJson(simulation),
  );
}

export const sending: Methods = {
  ...method(
    'sendTransaction',
    [
      ['transaction', text],
      [
        'config',
        options({
          encoding: binaryEncoding,
          skipPreflight: withDefault(flag, false),
          preflightCommitment: commitment,
          maxRetries: optional(whole),
          minContextSlot: optional(u64),
        }),
      ],
    ],
    (node, given, { encoding, skipPreflight, minContextSlot }) => {
      const transaction = sanitized(given, encoding);
      slotOf(node.chain, { commitment: 'processed', minContextSlot });
      if (!skipPreflight) preflight(node, transaction);
      try {
        return node.chain.process(transaction).signature;
      } catch (error) {
        // Without preflight a cluster takes it, and drops it in silence.
        if (error instanceof TransactionRefused) return encodeBase58(transaction.signatures[0] as Uint8Array);
        throw error;
      }
    },
  ),

  ...method(
    'simulateTransaction',
    [
      ['transaction', text],
      [
        'config',
        options({
          encoding: binaryEncoding,
          commitment,
          minContextSlot: optional(u64),
          sigVerify: withDefault(flag, false),
          replaceRecentBlockhash: withDefault(flag, false),
          innerInstructions: withDefault(flag, false),
          accounts: optional(
            object({
              addresses: list(address, 256),
              encoding: withDefault(oneOf('base64', 'base64+zstd', 'jsonParsed'), 'base64'),
            }),
          ),
        }),
      ],
    ],
    ({ chain }, given, config) => {
      const { sigVerify, replaceRecentBlockhash, minContextSlot } = config;
      const transaction = sanitized(given, config.encoding);
      if (sigVerify && replaceRecentBlockhash)
        throw invalidParams('sigVerify may not be used with replaceRecentBlockhash');
      const slot = slotOf(chain, { commitment: 'processed', minContextSlot });
      const simulation = chain.simulate(transaction, {
        anySignature: !sigVerify,
        anyBlockhash: replaceRecentBlockhash,
      });
      if (simulation.err === FORGED) throw signatureFailure();
      const { keys } = transaction.message;
      const loaded = [...keys, ...simulation.loadedAddresses.writable, ...simulation.loadedAddresses.readonly];
      const wanted = config.accounts;
      if (wanted !== undefined && wanted.addresses.length > loaded.length)
        throw invalidParams(`Too many accounts provided; max ${loaded.length}`);
      return withContext(slot, {
        ...simulationJson(simulation),
        accounts:
          wanted?.addresses.map((wantedAddress) => {
            const account = simulation.err === null ? simulation.account(wantedAddress) : null;
            const how = { encoding: wanted.encoding, dataSlice: undefined };
            return account && encodeAccount(account, how, 'base64', simulation.account);
          }) ?? null,
        innerInstructions: config.innerInstructions
          ? innerInstructionsJson(simulation.innerInstructions, loaded, 'jsonParsed')
          : null,
        replacementBlockhash: replaceRecentBlockhash
          ? {
              blockhash: chain.latestBlockhash(),
              lastValidBlockHeight: chain.calendar.lastValidBlockHeight(chain.slot),
            }
          : null,
      });
    },
  ),

  ...method(
    'requestAirdrop',
    [
      ['pubkey', address],
      ['lamports', u64],
      ['config', options({ commitment, recentBlockhash: optional(text) })],
    ],
    ({ chain }, pubkey, lamports) => {
      try {
        return chain.airdrop(pubkey, lamports).signature;
      } catch (error) {
        if (error instanceof TransactionRefused || error instanceof FaucetEmpty)
          throw invalidParams(`airdrop request failed: ${error.message}`);
        throw error;
      }
    },
  ),
};
