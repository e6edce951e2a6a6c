// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keptAccount } from './keptAccount.ts';
import { type Account, newAccount } from './positions.ts';

const CASH = 10_000_000_000n;
const OWNER = { market: 'Market', wallet: 'Wallet' };
const KEY = 'meridian.paper.Market.Wallet';

const spend = (account: Account): Account => ({ ...account, cash: account.cash - 1n });

beforeEach(() => localStorage.clear());

describe('a paper account in a browser', () => {
  it('begins with cash, and is what it was when it is opened again', () => {
    const first = keptAccount(OWNER, CASH);
    expect(first.get()).toEqual(newAccount(CASH));
    first.update(spend);
    expect(keptAccount(OWNER, CASH).get().cash).toBe(CASH - 1n);
    expect(keptAccount({ ...OWNER, wallet: null }, CASH).get().cash).toBe(CASH);
  });

  it('writes nothing where nothing changes', () => {
    const account = keptAccount(OWNER, CASH);
    const heard = vi.fn();
    account.subscribe(heard);
    account.update((same) => same);
    expect([heard.mock.calls.length, localStorage.length]).toEqual([0, 0]);
  });

  it('changes what another tab has made of it, heard of or not', () => {
    const here = keptAccount(OWNER, CASH);
    const there = keptAccount(OWNER, CASH);
    there.update(spend);
    here.update(spend);
    expect(here.get().cash).toBe(CASH - 2n);
  });

  it('tells of another tab’s change, as long as somebody listens', () => {
    const here = keptAccount(OWNER, CASH);
    const heard = vi.fn();
    const leave = here.subscribe(heard);
    keptAccount(OWNER, CASH).update(spend);
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(heard).toHaveBeenCalledTimes(1);
    expect(here.get().cash).toBe(CASH - 1n);
    dispatchEvent(new StorageEvent('storage', { key: 'another' }));
    leave();
    keptAccount(OWNER, CASH).update(spend);
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('drops what it can’t read, and says so until something is done', () => {
    localStorage.setItem(KEY, '{"version":1}');
    const account = keptAccount(OWNER, CASH);
    expect([account.get(), account.wasDropped()]).toEqual([newAccount(CASH), true]);
    account.update(spend);
    expect(account.wasDropped()).toBe(false);
    expect(keptAccount(OWNER, CASH).wasDropped()).toBe(false);
  });

  it('lives as long as the page where the browser keeps nothing', () => {
    const refused = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refused, setItem: refused });
    try {
      const account = keptAccount(OWNER, CASH);
      account.update(spend);
      account.update(spend);
      expect(account.get().cash).toBe(CASH - 2n);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
