import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account, advance, newAccount, open } from './positions.ts';
import { keyOf, type Owner, readRecord, writeRecord } from './record.ts';

const OWNER: Owner = { market: 'MarketAddress', wallet: 'WalletAddress' };
const TERMS = { maxLeverageBps: 200_000n, minSize: 10_000_000n };

/** One open, one liquidated. */
function traded(): Account {
  const moment = { price: 15_000_000_000n, time: 1_800_000_000n, fundingPpm: -850n };
  let account = newAccount(10_000_000_000n);
  for (const leverageBps of [10_000n, 200_000n]) {
    const result = open(account, { side: 'long', size: 1_000_000_000n, leverageBps }, TERMS, moment);
    if (!result.ok) throw new Error(result.reason);
    account = result.account;
  }
  return advance(account, { ...moment, price: 9_731_000_000n, time: 1_800_003_600n });
}

describe('a paper account as text', () => {
  it('comes back as it went', () => {
    const account = traded();
    expect([account.positions.length, account.past.length]).toEqual([1, 1]);
    expect(readRecord(OWNER, writeRecord(OWNER, account))).toEqual(account);
    const nobody = { ...OWNER, wallet: null };
    expect(readRecord(nobody, writeRecord(nobody, account))).toEqual(account);
  });

  it('is kept apart by market and wallet', () => {
    const owners = [OWNER, { ...OWNER, wallet: null }, { ...OWNER, market: 'Another' }];
    expect(new Set(owners.map(keyOf)).size).toBe(3);
    const text = writeRecord(OWNER, traded());
    expect(owners.slice(1).map((owner) => readRecord(owner, text))).toEqual([null, null]);
  });

  it('is dropped where it is something else', () => {
    for (const text of ['', 'null', '[]', '{}', '1', '"x"', '{"version":1}', writeRecord(OWNER, traded()).slice(0, -1)])
      expect(readRecord(OWNER, text)).toBeNull();
  });

  it('is dropped where any field is missing, or of another kind', () => {
    const whole = JSON.parse(writeRecord(OWNER, traded()));
    const paths = (value: unknown): string[][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [[key], ...paths(inner).map((path) => [key, ...path])])
        : [];
    const at = fc.constantFrom(...paths(whole));
    const wrong = fc.constantFrom(undefined, true, {}, '1.5', '', '-', '1e3', 0.5, Number.MAX_VALUE, '9'.repeat(60));
    fc.assert(
      fc.property(at, wrong, (path, value) => {
        const copy = structuredClone(whole);
        const inner = path.slice(0, -1).reduce((within, key) => within[key], copy);
        inner[path.at(-1) as string] = value;
        expect(readRecord(OWNER, JSON.stringify(copy))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is dropped where it could not have come about', () => {
    const changed = (change: Partial<Account>) => readRecord(OWNER, writeRecord(OWNER, { ...traded(), ...change }));
    const { positions, past } = traded();
    expect(changed({ cash: -1n })).toBeNull();
    expect(changed({ nextId: 1 })).toBeNull();
    expect(changed({ positions: [...positions, ...past] })).toBeNull();
    expect(changed({ positions: positions.map((position) => ({ ...position, entry: 0n })) })).toBeNull();
    expect(changed({})).toEqual(traded());
  });

  it('never throws at what somebody else wrote', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readRecord(OWNER, text)).toBeNull();
      }),
    );
  });
});
