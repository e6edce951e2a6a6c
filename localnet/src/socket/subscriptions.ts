// Every subscription there is: what it is asked with, and what it makes of the news.
import type { Chain } from '../chain/chain.ts';
import { accountKeys } from '../chain/ledger.ts';
import { commitment, withContext } from '../rpc/context.ts';
import { accountOptions, encodeNotified } from '../rpc/encoding.ts';
import { filters } from '../rpc/filters.ts';
import { type Parameter, readParams, type Values } from '../rpc/method.ts';
import { address, flag, list, object, options, type Reader, refuse, signature, withDefault } from '../rpc/readers.ts';
import type { Subscriber } from './feed.ts';

export interface Listener {
  notify(result: unknown): void;
  /** The subscription ends by itself. */
  end(): void;
}

export interface Subscription extends Subscriber {
  /** Called once the client knows its subscription's number. */
  begin?(): void;
}

type Subscribe = (chain: Chain, params: unknown, listener: Listener) => Subscription;

function subscription<const P extends readonly Parameter[]>(
  topic: string,
  parameters: P,
  make: (chain: Chain, listener: Listener, ...values: Values<P>) => Subscription,
): Readonly<Record<string, Subscribe>> {
  return {
    [topic]: (chain, params, listener) => make(chain, listener, ...readParams(`${topic}Subscribe`, parameters, params)),
  };
}

const mentions = object({ mentions: list(address, 1) });

/** Null stands for all. */
const logsFilter: Reader<string | null> = (value, at) => {
  if (value === 'all' || value === 'allWithVotes') return null;
  return mentions(value, at).mentions[0] ?? refuse(value, at, '"all" or { "mentions": [one address] }');
};

/** By topic: `account` is subscribed to with accountSubscribe and told by accountNotification. */
export const subscriptions: Readonly<Record<string, Subscribe>> = {
  ...subscription(
    'account',
    [
      ['pubkey', address],
      ['config', options({ commitment, ...accountOptions })],
    ],
    (chain, { notify }, pubkey, config) => ({
      commitment: config.commitment,
      news({ slot, addresses }) {
        if (!addresses.has(pubkey)) return;
        const read = (at: string) => chain.account(at, slot);
        const account = read(pubkey) ?? CLOSED;
        notify(withContext(slot, encodeNotified(account, config, read)));
      },
    }),
  ),

  ...subscription(
    'program',
    [
      ['program', address],
      ['config', options({ commitment, ...accountOptions, filters })],
    ],
    (chain, { notify }, program, config) => ({
      commitment: config.commitment,
      news({ slot, addresses }) {
        const read = (at: string) => chain.account(at, slot);
        for (const pubkey of addresses) {
          const account = read(pubkey);
          if (account?.owner !== program || !config.filters.every((matches) => matches(account))) continue;
          notify(withContext(slot, { account: encodeNotified(account, config, read), pubkey }));
        }
      },
    }),
  ),

  ...subscription(
    'logs',
    [
      ['filter', logsFilter],
      ['config', options({ commitment })],
    ],
    (_, { notify }, mentioned, config) => ({
      commitment: config.commitment,
      news({ slot, records }) {
        for (const record of records) {
          if (mentioned !== null && !accountKeys(record).includes(mentioned)) continue;
          notify(withContext(slot, { signature: record.signature, err: record.err, logs: record.logs }));
        }
      },
    }),
  ),

  ...subscription(
    'signature',
    [
      ['signature', signature],
      ['config', options({ commitment, enableReceivedNotification: withDefault(flag, false) })],
    ],
    (chain, { notify, end }, wanted, config) => {
      const landed = (slot: bigint, err: unknown) => {
        notify(withContext(slot, { err }));
        end();
      };
      const received = (slot: bigint) => {
        if (config.enableReceivedNotification) notify(withContext(slot, 'receivedSignature'));
      };
      return {
        commitment: config.commitment,
        begin() {
          const record = chain.ledger.get(wanted);
          if (record === undefined) return;
          received(record.slot);
          if (record.slot <= chain.slotAt(config.commitment)) landed(record.slot, record.err);
        },
        news({ slot, records }) {
          const record = records.find((one) => one.signature === wanted);
          if (record === undefined) return;
          if (config.commitment === 'processed') received(slot);
          landed(slot, record.err);
        },
      };
    },
  ),

  ...subscription('slot', [], (_, { notify }) => ({
    commitment: 'processed',
    slot: (slot, root) => notify({ slot, parent: slot - 1n, root }),
  })),

  ...subscription('root', [], (_, { notify }) => ({
    commitment: 'finalized',
    slot(_, root, rootMoved) {
      if (rootMoved) notify(root);
    },
  })),
};

/** What Agave tells of an account that is no more. */
const CLOSED = {
  lamports: 0n,
  owner: '11111111111111111111111111111111',
  data: new Uint8Array(),
  executable: false,
};
