import { describe, expect, it } from 'vitest';
import { newAccount } from '../paper/positions.ts';
import { readEntry, termsOf } from './order.ts';

const MARKET = { symbol: 'SOL-PERP', market: 'Market', decimals: 6, token: 'Mint', tokenSymbol: 'USDC' };
const TERMS = termsOf(MARKET, 200_000n);
const ACCOUNT = newAccount(1_000_000_000n);

const read = (text: string, leverageBps = 50_000n, locale = 'en') =>
  readEntry({ text, leverageBps, locale }, MARKET, ACCOUNT, TERMS);

describe('what is typed', () => {
  it('is an order', () => {
    expect(read('1,500.25 USDC')).toEqual({ ok: true, order: { size: 1_500_250_000n, leverageBps: 50_000n } });
    expect(read('١٠٠٫٥', 50_000n, 'ar')).toMatchObject({ ok: true, order: { size: 100_500_000n } });
  });

  it('is refused by name', () => {
    const reasons = ['', 'much', '-5', '9.99', '5000', '1.0000001'].map((text) => {
      const entry = read(text);
      return entry.ok ? null : entry.reason;
    });
    expect(reasons).toEqual(['empty', 'not-a-number', 'negative', 'too-small', 'buying-power', 'too-many-decimals']);
    expect(read('100', 200_001n)).toMatchObject({ ok: false, reason: 'leverage' });
  });

  it('keeps the order where only the account lacks, to say how much', () => {
    expect(read('5000')).toMatchObject({ order: { size: 5_000_000_000n } });
  });
});
