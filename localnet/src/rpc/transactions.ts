import type { Commitment } from '../chain/chain.ts';
import type { TransactionRecord } from '../chain/ledger.ts';
import { readOptions, slotOf, withContext } from './context.ts';
import { invalidParams } from './errors.ts';
import { memosOf } from './memo.ts';
import { type Methods, method, type Node } from './method.ts';
import { address, flag, list, oneOf, optional, options, signature, whole, withDefault } from './readers.ts';
import {
  maxSupportedTransactionVersion,
  metaJson,
  transactionEncoding,
  transactionJson,
  versionJson,
} from './transaction-json.ts';

const MOST_STATUSES = 256;
const MOST_SIGNATURES = 1000;

export function confirmationStatus({ chain }: Node, slot: bigint): Commitment {
  if (slot <= chain.slotAt('finalized')) return 'finalized';
  return slot <= chain.slotAt('confirmed') ? 'confirmed' : 'processed';
}

function statusJson(node: Node, { slot, err }: TransactionRecord) {
  const status = confirmationStatus(node, slot);
  return {
    slot,
    confirmations: status === 'finalized' ? null : node.chain.slot - slot,
    err,
    status: err === null ? { Ok: null } : { Err: err },
    confirmationStatus: status,
  };
}

const settled = withDefault(oneOf('confirmed', 'finalized'), 'finalized' as Commitment);

export const transactions: Methods = {
  ...method(
    'getSignatureStatuses',
    [
      ['signatures', list(signature, MOST_STATUSES)],
      ['config', options({ searchTransactionHistory: withDefault(flag, false) })],
    ],
    (node, signatures, { searchTransactionHistory }) => {
      const { chain } = node;
      const value = signatures.map((each) => {
        const record = chain.ledger.get(each);
        return record !== undefined && (searchTransactionHistory || chain.isRecent(record))
          ? statusJson(node, record)
          : null;
      });
      return withContext(chain.slot, value);
    },
  ),

  ...method(
    'getTransaction',
    [
      ['signature', signature],
      [
        'config',
        (value, at) => (typeof value === 'string' ? readConfig({ encoding: value }, at) : readConfig(value, at)),
      ],
    ],
    ({ chain }, wanted, { encoding, commitment: at, maxSupportedTransactionVersion: supported }) => {
      const record = chain.ledger.get(wanted);
      if (record === undefined || record.slot > chain.slotAt(at)) return null;
      const shown = encoding ?? 'json';
      return {
        blockTime: chain.calendar.unixTimestamp(record.slot),
        meta: metaJson(record, shown),
        slot: record.slot,
        transaction: transactionJson(record, shown),
        ...versionJson(record, supported),
      };
    },
  ),

  ...method(
    'getSignaturesForAddress',
    [
      ['address', address],
      [
        'config',
        options({
          ...readOptions,
          commitment: settled,
          before: optional(signature),
          until: optional(signature),
          limit: withDefault(whole, MOST_SIGNATURES),
        }),
      ],
    ],
    (node, of, config) => {
      const { before, until, limit } = config;
      if (limit === 0 || limit > MOST_SIGNATURES) throw invalidParams(`Invalid limit; max ${MOST_SIGNATURES}`);
      const newest = slotOf(node.chain, config);
      const all = node.chain.ledger
        .of(of)
        .filter(({ slot }) => slot <= newest)
        .reverse();
      const place = (wanted: string | undefined) => all.findIndex((record) => record.signature === wanted);
      const start = before === undefined ? 0 : place(before) + 1;
      // Nothing is known to come before a transaction that is not there.
      if (before !== undefined && start === 0) return [];
      const end = place(until);
      return all
        .slice(start, end < 0 ? all.length : end)
        .slice(0, limit)
        .map((record) => ({
          signature: record.signature,
          slot: record.slot,
          err: record.err,
          memo: memosOf(record),
          blockTime: node.chain.calendar.unixTimestamp(record.slot),
          confirmationStatus: confirmationStatus(node, record.slot),
        }));
    },
  ),

  ...method('getTransactionCount', [['config', options(readOptions)]], ({ chain }, config) => {
    const slot = slotOf(chain, config);
    let later = 0;
    for (let at = slot + 1n; at <= chain.slot; at++) later += chain.ledger.inSlot(at).length;
    return chain.ledger.count - later;
  }),
};

const readConfig = options({
  commitment: settled,
  encoding: transactionEncoding,
  maxSupportedTransactionVersion,
});
