// A paper account that the browser keeps: for one market and wallet, and the same in every tab.
import { recall, remember } from '../../stored.ts';
import { type Account, newAccount } from './positions.ts';
import { keyOf, type Owner, readRecord, writeRecord } from './record.ts';

export interface KeptAccount {
  /** Whose it is and of which market, in a word. */
  readonly key: string;
  get(): Account;
  /** Whether what was kept could not be read, and nothing has been done since. */
  wasDropped(): boolean;
  /** Changes what is kept now, which may be what another tab has made of it. */
  update(change: (account: Account) => Account): void;
  subscribe(listener: () => void): () => void;
}

export function keptAccount(owner: Owner, openingCash: bigint): KeptAccount {
  const key = keyOf(owner);
  const listeners = new Set<() => void>();
  let account = newAccount(openingCash);
  let dropped = false;
  let text: string | null = null;

  const read = (): boolean => {
    const kept = recall(key);
    // Nothing is what a browser says, too, that keeps nothing: then it is as it is here.
    if (kept === null || kept === text) return false;
    text = kept;
    const found = readRecord(owner, kept);
    account = found ?? newAccount(openingCash);
    dropped = found === null;
    return true;
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const fromAnotherTab = () => {
    if (read()) tell();
  };

  read();
  return {
    key,
    get: () => account,
    wasDropped: () => dropped,
    update(change) {
      const isNew = read();
      const changed = change(account);
      if (changed !== account) {
        account = changed;
        dropped = false;
        text = writeRecord(owner, account);
        remember(key, text);
      } else if (!isNew) return;
      tell();
    },
    subscribe(listener) {
      if (listeners.size === 0) addEventListener('storage', fromAnotherTab);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) removeEventListener('storage', fromAnotherTab);
      };
    },
  };
}
