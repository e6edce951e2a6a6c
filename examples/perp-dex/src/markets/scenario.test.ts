import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketsOf, NoScenario } from './scenario.ts';

const MINT = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
const MARKET = 'So11111111111111111111111111111111111111112';
const ORACLE = '4zMMC9srt5Ri5X14GAgXhaHii3GnPAEERYPJgZJDncDU';

const mint = { address: MINT, decimals: 6, symbol: 'USDC' };
const sol = { symbol: 'SOL-PERP', market: MARKET, oracle: ORACLE, epochSlots: 9_000 };
const scenario = (of: object = {}, token: object = {}) => ({
  mint: { ...mint, ...token },
  markets: [{ ...sol, ...of }],
});

describe('markets as a cluster lists them', () => {
  it('are taken at their word where they are markets, and nothing else of it is', () => {
    const shared = { token: MINT, decimals: 6, tokenSymbol: 'USDC' };
    expect(marketsOf({ ...scenario({ pool: MARKET, __proto__: { oracle: 1 } }), wallets: {} })).toEqual([
      { ...sol, ...shared },
    ]);
    expect(marketsOf({ mint, markets: [] })).toEqual([]);
  });

  it.each([
    ['markup', { symbol: '<img src=x>' }],
    ['letters that turn the line around', { symbol: 'SOL\u202e-PERP' }],
    ['a path', { symbol: '../SOL' }],
    ['ten thousand letters', { symbol: 'S'.repeat(10_000) }],
    ['no text', { symbol: { toString: 'SOL' } }],
    ['no address', { market: 'nonsense' }],
    ['no oracle', { oracle: undefined }],
    ['a number for an address', { oracle: 7 }],
    ['an epoch before time', { epochSlots: -20 }],
    ['an epoch of nothing', { epochSlots: 0 }],
    ['an epoch in text', { epochSlots: '20' }],
  ])('are refused by name with %s', (_, of) => {
    expect(() => marketsOf(scenario(of))).toThrow(NoScenario);
  });

  it.each([
    ['255 decimals', { decimals: 255 }],
    ['half a decimal', { decimals: 0.5 }],
    ['a symbol that is markup', { symbol: '</script>' }],
    ['no address', { address: null }],
  ])('are refused by name where the token has %s', (_, token) => {
    expect(() => marketsOf(scenario({}, token))).toThrow(NoScenario);
  });

  it('are refused where a page could not tell them apart, or has no room for them', () => {
    expect(() => marketsOf({ mint, markets: [sol, sol] })).toThrow('one symbol');
    const many = Array.from({ length: 201 }, (_, index) => ({ ...sol, symbol: `M${index}` }));
    expect(() => marketsOf({ mint, markets: many })).toThrow('at most 200');
  });

  it('whatever is answered instead is refused by name', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        expect(() => marketsOf(answer)).toThrow(NoScenario);
      }),
    );
  });
});
