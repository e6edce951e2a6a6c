import type { Address } from '../chain/address.ts';
import { readOptions, slotOf, withContext } from './context.ts';
import { accountOptions, encodeAccount } from './encoding.ts';
import { filters } from './filters.ts';
import { type Methods, method, type Node } from './method.ts';
import { address, flag, list, optional, options, whole } from './readers.ts';

const MOST_ACCOUNTS = 100;

const accountRead = { ...readOptions, ...accountOptions };

const reader =
  ({ chain }: Node, slot: bigint) =>
  (at: Address) =>
    chain.account(at, slot);

export const accounts: Methods = {
  ...method(
    'getAccountInfo',
    [
      ['pubkey', address],
      ['config', options(accountRead)],
    ],
    (node, pubkey, config) => {
      const slot = slotOf(node.chain, config);
      const read = reader(node, slot);
      const account = read(pubkey);
      return withContext(slot, account && encodeAccount(account, config, 'binary', read));
    },
  ),

  ...method(
    'getBalance',
    [
      ['pubkey', address],
      ['config', options(readOptions)],
    ],
    ({ chain }, pubkey, config) => {
      const slot = slotOf(chain, config);
      return withContext(slot, chain.account(pubkey, slot)?.lamports ?? 0n);
    },
  ),

  ...method(
    'getMultipleAccounts',
    [
      ['pubkeys', list(address, MOST_ACCOUNTS)],
      ['config', options(accountRead)],
    ],
    (node, pubkeys, config) => {
      const slot = slotOf(node.chain, config);
      const read = reader(node, slot);
      const value = pubkeys.map((pubkey) => {
        const account = read(pubkey);
        return account && encodeAccount(account, config, 'base64', read);
      });
      return withContext(slot, value);
    },
  ),

  ...method(
    'getProgramAccounts',
    [
      ['program', address],
      ['config', options({ ...accountRead, filters, withContext: optional(flag), sortResults: optional(flag) })],
    ],
    (node, program, config) => {
      const slot = slotOf(node.chain, config);
      const read = reader(node, slot);
      const found = node.chain
        .programAccounts(program, slot)
        .filter(([, account]) => config.filters.every((matches) => matches(account)))
        .map(([pubkey, account]) => ({ account: encodeAccount(account, config, 'binary', read), pubkey }));
      return config.withContext === true ? withContext(slot, found) : found;
    },
  ),

  ...method(
    'getMinimumBalanceForRentExemption',
    [
      ['dataLength', whole],
      ['config', options(readOptions)],
    ],
    ({ chain }, bytes) => chain.minimumBalance(bytes),
  ),
};
