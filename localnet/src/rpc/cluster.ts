// The cluster as it sees itself: one node that leads every slot.
import { type Address, addressFromBytes, derivedBytes } from '../chain/address.ts';
import { SLOTS_PER_EPOCH } from '../chain/calendar.ts';
import { feeOf } from '../chain/fees.ts';
import type { TransactionRecord } from '../chain/ledger.ts';
import { featureSetNumber } from '../chain/vm.ts';
import { decodeMessage, isWritable, MalformedTransaction } from '../chain/wire.ts';
import { API_VERSION, commitment, readOptions, slotOf, withContext } from './context.ts';
import { invalidParams } from './errors.ts';
import { type Methods, method, type Node } from './method.ts';
import { address, base64, blockhash, list, optional, options, u64, whole, withDefault } from './readers.ts';

export const identityOf = ({ chain }: Node) => addressFromBytes(derivedBytes('identity', chain.calendar.genesisHash));

const MOST_LEADERS = 5000;
const MOST_REWARDED = 100;
const MOST_FEE_ACCOUNTS = 128;
/** How many blocks back fees are told of. */
const FEE_BLOCKS = 150n;

const read = options(readOptions);

export const cluster: Methods = {
  ...method('getHealth', [], () => 'ok'),
  ...method('getVersion', [], () => ({ 'solana-core': API_VERSION, 'feature-set': featureSetNumber() })),
  ...method('getIdentity', [], (node) => ({ identity: identityOf(node) })),
  ...method('getGenesisHash', [], ({ chain }) => chain.calendar.genesisHash),
  ...method('getSlot', [['config', read]], ({ chain }, config) => slotOf(chain, config)),
  ...method('getBlockHeight', [['config', read]], ({ chain }, config) =>
    chain.calendar.blockHeight(slotOf(chain, config)),
  ),
  ...method('getSlotLeader', [['config', read]], (node) => identityOf(node)),
  ...method(
    'getSlotLeaders',
    [
      ['startSlot', u64],
      ['limit', whole],
    ],
    (node, _, limit) => {
      if (limit === 0 || limit > MOST_LEADERS) throw invalidParams(`Invalid limit; max ${MOST_LEADERS}`);
      return new Array<string>(limit).fill(identityOf(node));
    },
  ),
  ...method('getClusterNodes', [], (node) => [
    {
      pubkey: identityOf(node),
      gossip: null,
      tpu: null,
      rpc: null,
      version: API_VERSION,
      featureSet: null,
      shredVersion: null,
    },
  ]),
  ...method('getVoteAccounts', [['config', options({ commitment })]], (_node, _config) => ({
    current: [],
    delinquent: [],
  })),
  // SOL is neither made here nor earned by staking.
  ...method('getInflationGovernor', [['config', options({ commitment })]], (_node, _config) => ({
    foundation: 0,
    foundationTerm: 0,
    initial: 0,
    taper: 0,
    terminal: 0,
  })),
  ...method('getInflationRate', [], ({ chain }) => ({
    epoch: chain.calendar.epoch(chain.slot),
    foundation: 0,
    total: 0,
    validator: 0,
  })),
  ...method(
    'getInflationReward',
    [
      ['addresses', list(address, MOST_REWARDED)],
      ['config', options({ ...readOptions, epoch: optional(u64) })],
    ],
    (_node, addresses, _config) => addresses.map(() => null),
  ),

  ...method('getEpochInfo', [['config', read]], ({ chain }, config) => {
    const slot = slotOf(chain, config);
    return {
      absoluteSlot: slot,
      blockHeight: chain.calendar.blockHeight(slot),
      epoch: chain.calendar.epoch(slot),
      slotIndex: slot % SLOTS_PER_EPOCH,
      slotsInEpoch: SLOTS_PER_EPOCH,
      transactionCount: chain.ledger.count,
    };
  }),
  ...method('getEpochSchedule', [], () => ({
    slotsPerEpoch: SLOTS_PER_EPOCH,
    leaderScheduleSlotOffset: SLOTS_PER_EPOCH,
    warmup: false,
    firstNormalEpoch: 0,
    firstNormalSlot: 0,
  })),

  ...method('getLatestBlockhash', [['config', read]], ({ chain }, config) => {
    const slot = slotOf(chain, config);
    // The block of the slot that is still filling has no hash yet.
    const newest = slot === chain.slot ? slot - 1n : slot;
    return withContext(slot, {
      blockhash: chain.calendar.blockhash(newest),
      lastValidBlockHeight: chain.calendar.lastValidBlockHeight(newest),
    });
  }),
  ...method(
    'isBlockhashValid',
    [
      ['blockhash', blockhash],
      ['config', read],
    ],
    ({ chain }, hash, config) => withContext(slotOf(chain, config), chain.isBlockhashValid(hash)),
  ),

  ...method(
    'getFeeForMessage',
    [
      ['message', base64],
      ['config', read],
    ],
    ({ chain }, bytes, config) => {
      const slot = slotOf(chain, config);
      try {
        const message = decodeMessage(bytes);
        return withContext(slot, chain.isBlockhashValid(message.blockhash) ? feeOf(message) : null);
      } catch (error) {
        if (error instanceof MalformedTransaction)
          throw invalidParams(`failed to deserialize solana_message::versions::VersionedMessage: ${error.message}`);
        throw error;
      }
    },
  ),
  ...method(
    'getRecentPrioritizationFees',
    [['addresses', withDefault(list(address, MOST_FEE_ACCOUNTS), [])]],
    ({ chain }, addresses) => {
      const { genesisSlot } = chain.calendar;
      const oldest = most([chain.slot - FEE_BLOCKS, genesisSlot]);
      const fees = [];
      for (let slot = oldest + 1n; slot <= chain.slot; slot++) {
        const records = chain.ledger.inSlot(slot);
        // What it took to be in the block, and to write to each of the accounts, when others wanted to.
        const floors = addresses.map((wanted) => least(prices(records.filter((record) => writesTo(record, wanted)))));
        fees.push({ slot, prioritizationFee: most([least(prices(records)), ...floors]) });
      }
      return fees;
    },
  ),
};

const ascending = (values: readonly bigint[]) => values.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
/** Of nothing: nothing was paid, and nothing had to be. */
const least = (values: readonly bigint[]) => ascending(values).at(0) ?? 0n;
const most = (values: readonly bigint[]) => ascending(values).at(-1) ?? 0n;

const prices = (records: readonly TransactionRecord[]) => records.map(({ computeUnitPrice }) => computeUnitPrice);

const writesTo = ({ transaction: { message } }: TransactionRecord, address: Address) =>
  message.keys.some((key, index) => key === address && isWritable(message, index));
