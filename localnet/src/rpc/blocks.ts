import type { Commitment } from '../chain/chain.ts';
import type { TransactionRecord } from '../chain/ledger.ts';
import { slotOf } from './context.ts';
import { BLOCK_CLEANED_UP, BLOCK_NOT_AVAILABLE, invalidParams, RpcError } from './errors.ts';
import { type Methods, method, type Node } from './method.ts';
import { flag, oneOf, optional, options, type Reader, u64, whole, withDefault } from './readers.ts';
import {
  accountsJson,
  maxSupportedTransactionVersion,
  metaJson,
  signaturesJson,
  type TransactionEncoding,
  tokenBalancesJson,
  transactionEncoding,
  transactionJson,
  versionJson,
} from './transaction-json.ts';

const MOST_BLOCKS = 500_000n;
const MOST_SAMPLES = 720;
const SLOTS_PER_SAMPLE = 150n;
const SECONDS_PER_SAMPLE = 60;

/** A block can be read once it is confirmed; before that it may still grow. */
const settled = withDefault(oneOf('confirmed', 'finalized'), 'finalized' as Commitment);

const blockOptions = options({
  commitment: settled,
  encoding: transactionEncoding,
  transactionDetails: withDefault(oneOf('full', 'accounts', 'signatures', 'none'), 'full'),
  rewards: optional(flag),
  maxSupportedTransactionVersion,
});

const listOptions = options({ commitment: settled, minContextSlot: optional(u64) });

/** Either the last slot, or the options already. */
const endOrOptions: Reader<bigint | ReturnType<typeof listOptions> | undefined> = (value, at) => {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? listOptions(value, at) : u64(value, at);
};

function firstSlot({ chain }: Node): bigint {
  return chain.ledger.firstWholeSlot ?? chain.calendar.genesisSlot;
}

function checkAvailable(node: Node, slot: bigint, newest: bigint): void {
  const first = firstSlot(node);
  if (slot > newest) throw new RpcError(BLOCK_NOT_AVAILABLE, `Block not available for slot ${slot}`);
  if (slot < first)
    throw new RpcError(
      BLOCK_CLEANED_UP,
      `Block ${slot} cleaned up, does not exist on node. First available block: ${first}`,
    );
}

function inBlock(
  record: TransactionRecord,
  details: 'full' | 'accounts',
  encoding: TransactionEncoding,
  supported: number | undefined,
) {
  const version = versionJson(record, supported);
  if (details === 'full')
    return { meta: metaJson(record, encoding), transaction: transactionJson(record, encoding), ...version };
  const { err, fee, preBalances, postBalances } = record;
  return {
    meta: {
      err,
      status: err === null ? { Ok: null } : { Err: err },
      fee,
      preBalances,
      postBalances,
      preTokenBalances: tokenBalancesJson(record.preTokenBalances),
      postTokenBalances: tokenBalancesJson(record.postTokenBalances),
    },
    transaction: { signatures: signaturesJson(record), accountKeys: accountsJson(record) },
    ...version,
  };
}

/** Plain numbers: half a million bigints take half a second to write. */
function range(first: bigint, last: bigint): number[] {
  if (last - first >= MOST_BLOCKS) throw invalidParams(`Slot range too large; max ${MOST_BLOCKS}`);
  return last < first ? [] : Array.from({ length: Number(last - first) + 1 }, (_, index) => Number(first) + index);
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const most = (a: bigint, b: bigint) => (a > b ? a : b);

export const blocks: Methods = {
  ...method(
    'getBlock',
    [
      ['slot', u64],
      ['config', blockOptions],
    ],
    (node, slot, { commitment, encoding = 'json', transactionDetails, maxSupportedTransactionVersion, rewards }) => {
      const { chain } = node;
      checkAvailable(node, slot, chain.slotAt(commitment));
      const { calendar } = chain;
      const records = chain.ledger.inSlot(slot);
      const content =
        transactionDetails === 'none'
          ? {}
          : transactionDetails === 'signatures'
            ? { signatures: records.map(({ signature }) => signature) }
            : {
                transactions: records.map((record) =>
                  inBlock(record, transactionDetails, encoding, maxSupportedTransactionVersion),
                ),
              };
      return {
        blockHeight: calendar.blockHeight(slot),
        blockTime: calendar.unixTimestamp(slot),
        blockhash: calendar.blockhash(slot),
        parentSlot: most(slot - 1n, calendar.genesisSlot),
        previousBlockhash: calendar.blockhash(most(slot - 1n, calendar.genesisSlot)),
        ...content,
        ...(rewards === false ? {} : { rewards: [] }),
      };
    },
  ),

  ...method('getBlockTime', [['slot', u64]], (node, slot) => {
    checkAvailable(node, slot, node.chain.slot);
    return node.chain.calendar.unixTimestamp(slot);
  }),

  ...method(
    'getBlocks',
    [
      ['startSlot', u64],
      ['endSlot', endOrOptions],
      ['config', listOptions],
    ],
    (node, start, endOrConfig, config) => {
      const given = typeof endOrConfig === 'object' ? endOrConfig : config;
      const newest = slotOf(node.chain, given);
      const end = typeof endOrConfig === 'bigint' ? least(endOrConfig, newest) : newest;
      return range(most(start, firstSlot(node)), end);
    },
  ),

  ...method(
    'getBlocksWithLimit',
    [
      ['startSlot', u64],
      ['limit', u64],
      ['config', listOptions],
    ],
    (node, start, limit, config) => {
      if (limit > MOST_BLOCKS) throw invalidParams(`Limit too large; max ${MOST_BLOCKS}`);
      const first = most(start, firstSlot(node));
      return range(first, least(first + limit - 1n, slotOf(node.chain, config)));
    },
  ),

  ...method('getFirstAvailableBlock', [], (node) => firstSlot(node)),
  ...method('minimumLedgerSlot', [], (node) => firstSlot(node)),

  ...method('getRecentPerformanceSamples', [['limit', withDefault(whole, MOST_SAMPLES)]], (node, limit) => {
    if (limit > MOST_SAMPLES) throw invalidParams(`Invalid limit; max ${MOST_SAMPLES}`);
    const { chain } = node;
    const samples = [];
    for (let last = chain.slot; samples.length < limit; last -= SLOTS_PER_SAMPLE) {
      const first = last - SLOTS_PER_SAMPLE + 1n;
      if (first <= firstSlot(node)) break;
      let transactions = 0;
      for (let slot = first; slot <= last; slot++) transactions += chain.ledger.inSlot(slot).length;
      samples.push({
        slot: last,
        numSlots: SLOTS_PER_SAMPLE,
        numTransactions: transactions,
        numNonVoteTransactions: transactions,
        samplePeriodSecs: SECONDS_PER_SAMPLE,
      });
    }
    return samples;
  }),
};
