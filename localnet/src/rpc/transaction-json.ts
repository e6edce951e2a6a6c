// Transactions and what became of them, in the JSON of `getTransaction`, `getBlock` and simulations.
import type { Address } from '../chain/address.ts';
import { encodeBase58 } from '../chain/base58.ts';
import { accountKeys, type TransactionRecord } from '../chain/ledger.ts';
import type { TokenBalance } from '../chain/tokens.ts';
import type { InnerInstructions, Outcome } from '../chain/vm.ts';
import { type CompiledInstruction, isSigner, isWritable, type WireMessage } from '../chain/wire.ts';
import { RpcError, UNSUPPORTED_VERSION } from './errors.ts';
import { tokenAmount } from './parsed-account.ts';
import { parseInstruction } from './parsed-instruction.ts';
import { oneOf, optional, whole } from './readers.ts';

export const transactionEncoding = optional(oneOf('json', 'jsonParsed', 'base58', 'base64', 'binary'));
export type TransactionEncoding = 'json' | 'jsonParsed' | 'base58' | 'base64' | 'binary';
export const maxSupportedTransactionVersion = optional(whole);

export const returnDataJson = ({ returnData }: Outcome) =>
  returnData && { programId: returnData.programId, data: [Buffer.from(returnData.data).toString('base64'), 'base64'] };

export const tokenBalancesJson = (balances: readonly TokenBalance[]) =>
  balances.map(({ accountIndex, mint, owner, programId, amount, decimals }) => ({
    accountIndex,
    mint,
    owner,
    programId,
    uiTokenAmount: tokenAmount(amount, decimals),
  }));

const compiled = ({ programIdIndex, accounts, data }: CompiledInstruction, stackHeight: number) => ({
  programIdIndex,
  accounts,
  data: encodeBase58(data),
  stackHeight,
});

/** `jsonParsed` of an instruction: what it means where its program is known, else its addresses and bytes. */
function resolved(
  { programIdIndex, accounts, data }: CompiledInstruction,
  stackHeight: number,
  keys: readonly Address[],
) {
  const programId = keys[programIdIndex] ?? '';
  const addresses = accounts.map((index) => keys[index] ?? '');
  const shown = parseInstruction(programId, addresses, data) ?? {
    programId,
    accounts: addresses,
    data: encodeBase58(data),
  };
  return { ...shown, stackHeight };
}

export function innerInstructionsJson(
  inner: readonly InnerInstructions[],
  keys: readonly Address[],
  encoding: TransactionEncoding,
) {
  return inner.map(({ index, instructions }) => ({
    index,
    instructions: instructions.map((instruction) =>
      encoding === 'jsonParsed'
        ? resolved(instruction, instruction.stackHeight, keys)
        : compiled(instruction, instruction.stackHeight),
    ),
  }));
}

export function metaJson(record: TransactionRecord, encoding: TransactionEncoding) {
  const { err, fee, preBalances, postBalances, logs, computeUnits, loadedAddresses } = record;
  const returnData = returnDataJson(record);
  return {
    err,
    status: err === null ? { Ok: null } : { Err: err },
    fee,
    preBalances,
    postBalances,
    innerInstructions: innerInstructionsJson(record.innerInstructions, accountKeys(record), encoding),
    logMessages: logs,
    preTokenBalances: tokenBalancesJson(record.preTokenBalances),
    postTokenBalances: tokenBalancesJson(record.postTokenBalances),
    rewards: [],
    ...(encoding === 'jsonParsed' ? {} : { loadedAddresses }),
    ...(returnData === null ? {} : { returnData }),
    computeUnitsConsumed: computeUnits,
  };
}

const lookupsJson = ({ version, lookups }: WireMessage) =>
  version === 'legacy'
    ? {}
    : {
        addressTableLookups: lookups.map(({ table, writable, readonly }) => ({
          accountKey: table,
          writableIndexes: writable,
          readonlyIndexes: readonly,
        })),
      };

export function accountsJson({ transaction: { message }, loadedAddresses }: TransactionRecord) {
  const spelled = message.keys.map((pubkey, index) => ({
    pubkey,
    signer: isSigner(message, index),
    source: 'transaction',
    writable: isWritable(message, index),
  }));
  const looked = (addresses: readonly Address[], writable: boolean) =>
    addresses.map((pubkey) => ({ pubkey, signer: false, source: 'lookupTable', writable }));
  return [...spelled, ...looked(loadedAddresses.writable, true), ...looked(loadedAddresses.readonly, false)];
}

function messageJson(record: TransactionRecord, encoding: 'json' | 'jsonParsed') {
  const { message } = record.transaction;
  const keys = accountKeys(record);
  if (encoding === 'jsonParsed')
    return {
      accountKeys: accountsJson(record),
      recentBlockhash: message.blockhash,
      instructions: message.instructions.map((instruction) => resolved(instruction, 1, keys)),
      ...lookupsJson(message),
    };
  const { signatures, readonlySigned, readonlyUnsigned } = message.header;
  return {
    header: {
      numRequiredSignatures: signatures,
      numReadonlySignedAccounts: readonlySigned,
      numReadonlyUnsignedAccounts: readonlyUnsigned,
    },
    accountKeys: message.keys,
    recentBlockhash: message.blockhash,
    instructions: message.instructions.map((instruction) => compiled(instruction, 1)),
    ...lookupsJson(message),
  };
}

export const signaturesJson = ({ transaction }: TransactionRecord) => transaction.signatures.map(encodeBase58);

/** The version is told to those who said that they know versions; the others are refused what they can't read. */
export function versionJson({ transaction: { message } }: TransactionRecord, supported: number | undefined) {
  if (supported !== undefined) return { version: message.version };
  if (message.version === 'legacy') return {};
  throw new RpcError(
    UNSUPPORTED_VERSION,
    `Transaction version (${message.version}) is not supported by the requesting client. Please try the request again with the following configuration parameter: "maxSupportedTransactionVersion": ${message.version}`,
  );
}

export function transactionJson(record: TransactionRecord, encoding: TransactionEncoding): unknown {
  const { bytes } = record.transaction;
  switch (encoding) {
    case 'binary':
      return encodeBase58(bytes);
    case 'base58':
      return [encodeBase58(bytes), 'base58'];
    case 'base64':
      return [Buffer.from(bytes).toString('base64'), 'base64'];
    default:
      return { signatures: signaturesJson(record), message: messageJson(record, encoding) };
  }
}
