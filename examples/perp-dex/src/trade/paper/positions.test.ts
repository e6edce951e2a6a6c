import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Account,
  advance,
  close,
  costs,
  equity,
  fundingPaid,
  largestSize,
  liquidationPrice,
  liquidationPriceOf,
  type Moment,
  newAccount,
  type Order,
  open,
  pnl,
  type Side,
  type Terms,
} from './positions.ts';

const usdc = (whole: number) => BigInt(Math.round(whole * 1e6));
const dollars = (price: number) => BigInt(Math.round(price * 1e8));

const TERMS: Terms = { maxLeverageBps: 200_000n, minSize: usdc(10) };
const START = usdc(10_000);
const at = (price: number, time = 1_000n, fundingPpm = 0n): Moment => ({ price: dollars(price), time, fundingPpm });
const order = (side: Side, size: number, leverage: number): Order => ({
  side,
  size: usdc(size),
  leverageBps: BigInt(leverage) * 10_000n,
});

function opened(account: Account, asked: Order, moment: Moment): Account {
  const result = open(account, asked, TERMS, moment);
  if (!result.ok) throw new Error(result.reason);
  return result.account;
}

const only = ({ positions: [position, ...more] }: Account) => {
  if (position === undefined || more.length > 0) throw new Error('not one position');
  return position;
};

describe('by hand', () => {
  it('a long of 1,000 at 10× binds 100 and pays 5 basis points', () => {
    const account = opened(newAccount(START), order('long', 1_000, 10), at(150));
    expect(account.cash).toBe(usdc(10_000 - 100 - 0.5));
    expect(only(account)).toMatchObject({ margin: usdc(100), maintenance: usdc(25), fee: usdc(0.5) });
  });

  it('gains and loses with the price, a short the other way', () => {
    const long = only(opened(newAccount(START), order('long', 1_000, 10), at(150)));
    const short = only(opened(newAccount(START), order('short', 1_000, 10), at(150)));
    expect([pnl(long, dollars(153)), pnl(short, dollars(153))]).toEqual([usdc(20), usdc(-20)]);
    expect([pnl(long, dollars(147)), pnl(short, dollars(147))]).toEqual([usdc(-20), usdc(20)]);
  });

  it('a profit is paid out at the close, less the fee on what is closed', () => {
    const account = close(opened(newAccount(START), order('long', 1_000, 10), at(150)), 1, at(153));
    expect(account?.positions).toEqual([]);
    // 1,020 are closed: 0.51.
    expect(account?.cash).toBe(START + usdc(20 - 0.5 - 0.51));
    expect(account?.past).toMatchObject([{ end: 'closed', exit: dollars(153), result: usdc(20 - 0.5 - 0.51) }]);
  });

  it('funding at a positive rate goes from longs to shorts, an hour an interval', () => {
    const before = opened(
      opened(newAccount(START), order('long', 1_000, 10), at(150)),
      order('short', 1_000, 10),
      at(150),
    );
    const after = advance(before, at(150, 1_000n + 1_800n, 100n));
    expect(after.positions.map((position) => fundingPaid(position, after))).toEqual([usdc(0.05), usdc(-0.05)]);
  });

  it('a crash liquidates what is leveraged, at the price that it crashed to', () => {
    const before = opened(
      opened(newAccount(START), order('long', 1_000, 10), at(150)),
      order('long', 1_000, 1),
      at(150),
    );
    const after = advance(before, at(97.31));
    expect(after.positions.map(({ id }) => id)).toEqual([2]);
    expect(after.past).toMatchObject([{ id: 1, end: 'liquidated', exit: dollars(97.31), result: usdc(-100.5) }]);
    expect(after.cash).toBe(before.cash);
    // 35.1266 % of 1,000 are lost, of which 100 were its margin.
    expect(after.past[0]?.beyondMargin).toBe(251_266_667n);
  });

  it('refuses by name, and changes nothing', () => {
    const account = newAccount(START);
    const asked = (size: number, leverage: number, price = 150) =>
      open(account, order('long', size, leverage), TERMS, at(price));
    expect(asked(9.99, 10)).toEqual({ ok: false, reason: 'too-small' });
    expect(asked(100, 21)).toEqual({ ok: false, reason: 'leverage' });
    expect(asked(100, 0)).toEqual({ ok: false, reason: 'leverage' });
    expect(asked(10_000, 1)).toEqual({ ok: false, reason: 'buying-power' });
    expect(asked(100, 1, 0)).toEqual({ ok: false, reason: 'no-price' });
    expect(close(account, 1, at(150))).toBeNull();
    expect(account).toEqual(newAccount(START));
  });

  it('a position that the closing price itself liquidates is not closed', () => {
    expect(close(opened(newAccount(START), order('long', 1_000, 10), at(150)), 1, at(120))).toBeNull();
  });

  it('nothing accrues while nothing is open', () => {
    const flat = advance(newAccount(START), at(150, 50_000n, 900n));
    const account = opened(flat, order('long', 1_000, 10), at(150, 90_000n, 900n));
    expect(fundingPaid(only(account), account)).toBe(0n);
  });
});

const side = fc.constantFrom<Side>('long', 'short');
const price = fc.bigInt({ min: 1_000n, max: dollars(200_000) });
const size = fc.bigInt({ min: TERMS.minSize, max: usdc(5_000) });
const leverageBps = fc.bigInt({ min: 10_000n, max: TERMS.maxLeverageBps });
const fundingPpm = fc.bigInt({ min: -2_000n, max: 2_000n });
const anyOrder = fc.record({ side, size, leverageBps });
const deed = fc.oneof(
  fc.record({ does: fc.constant('open' as const), order: anyOrder }),
  fc.record({ does: fc.constant('close' as const), id: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ does: fc.constant('advance' as const) }),
);
const step = fc.tuple(deed, fc.integer({ min: -900, max: 900 }), fc.integer({ min: 0, max: 7_200 }), fundingPpm);

describe('for every order', () => {
  it('all money is somewhere: cash, margin, or what past positions and fees took', () => {
    fc.assert(
      fc.property(price, fc.array(step, { maxLength: 40 }), (first, steps) => {
        let account = newAccount(START);
        let moment: Moment = { price: first, time: 0n, fundingPpm: 0n };
        for (const [deed, bps, seconds, rate] of steps) {
          const moved = (moment.price * BigInt(10_000 + bps)) / 10_000n;
          moment = { price: moved > 0n ? moved : 1n, time: moment.time + BigInt(seconds), fundingPpm: rate };
          if (deed.does === 'advance') account = advance(account, moment);
          if (deed.does === 'close') account = close(account, deed.id, moment) ?? account;
          if (deed.does === 'open') {
            const result = open(account, deed.order, TERMS, moment);
            if (result.ok) account = result.account;
          }
          const bound = account.positions.reduce((sum, { margin, fee }) => sum + margin + fee, 0n);
          const taken = account.past.reduce((sum, { result }) => sum + result, 0n);
          expect(account.cash + bound).toBe(START + taken);
          expect(account.cash).toBeGreaterThanOrEqual(0n);
        }
      }),
    );
  });

  it('the liquidation price is the first that liquidates', () => {
    fc.assert(
      fc.property(anyOrder, price, fundingPpm, (asked, entry, rate) => {
        const start: Moment = { price: entry, time: 0n, fundingPpm: 0n };
        const result = open(newAccount(START), asked, TERMS, start);
        fc.pre(result.ok);
        const account = advance(result.account, { ...start, time: 600n, fundingPpm: rate });
        // Where the smallest order at the highest leverage has no room left, there is nothing to find.
        fc.pre(account.positions.length === 1);
        const at = liquidationPrice(only(account), account);
        const stands = (price: bigint) => advance(account, { price, time: 600n, fundingPpm: rate }).positions.length;
        if (at === null) {
          expect(stands(1n)).toBe(1);
        } else {
          expect(stands(at)).toBe(0);
          expect(stands(asked.side === 'long' ? at + 1n : at - 1n)).toBe(1);
        }
      }),
    );
  });

  it('is liquidated nearer to its entry the more it is leveraged', () => {
    fc.assert(
      fc.property(anyOrder, leverageBps, price, (asked, other, entry) => {
        const away = (leverage: bigint) => {
          const at = liquidationPriceOf({ ...asked, leverageBps: leverage }, TERMS, entry);
          return at === null ? entry : asked.side === 'long' ? entry - at : at - entry;
        };
        const [less, more] = asked.leverageBps < other ? [asked.leverageBps, other] : [other, asked.leverageBps];
        expect(away(more)).toBeLessThanOrEqual(away(less));
      }),
    );
  });

  it('the largest order is taken, and none larger', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: usdc(100), max: usdc(1_000_000) }), leverageBps, (cash, leverage) => {
        const largest = largestSize(cash, leverage);
        const required = (size: bigint) => costs({ size, leverageBps: leverage }, TERMS).required;
        expect(required(largest)).toBeLessThanOrEqual(cash);
        expect(required(largest + 1n)).toBeGreaterThan(cash);
      }),
    );
  });

  it('funding is the same told at once or in parts, and never creates money', () => {
    fc.assert(
      fc.property(size, price, fundingPpm, fc.bigInt({ min: 0n, max: 7_200n }), (amount, entry, rate, seconds) => {
        const start: Moment = { price: entry, time: 0n, fundingPpm: rate };
        const asked = { size: amount, leverageBps: 20_000n };
        const long = opened(newAccount(START), { ...asked, side: 'long' }, start);
        const both = opened(long, { ...asked, side: 'short' }, start);
        const whole = advance(both, { ...start, time: 7_200n });
        const parts = advance(advance(both, { ...start, time: seconds }), { ...start, time: 7_200n });
        expect(parts).toEqual(whole);
        const paid = whole.positions.reduce((sum, position) => sum + fundingPaid(position, whole), 0n);
        expect([0n, 1n]).toContain(paid);
      }),
    );
  });

  it('time that runs backwards charges nobody twice', () => {
    fc.assert(
      fc.property(anyOrder, price, fundingPpm, fc.bigInt({ min: 1n, max: 3_600n }), (asked, entry, rate, back) => {
        const start: Moment = { price: entry, time: 10_000n, fundingPpm: 0n };
        const result = open(newAccount(START), asked, TERMS, start);
        fc.pre(result.ok);
        const there = advance(advance(result.account, { ...start, time: 10_000n - back, fundingPpm: rate }), start);
        expect(there.fundingIndex).toBe(0n);
      }),
    );
  });

  it('equity is margin, profit and funding, and nothing is liquidated at its entry', () => {
    fc.assert(
      fc.property(anyOrder, price, (asked, entry) => {
        const result = open(newAccount(START), asked, TERMS, { price: entry, time: 0n, fundingPpm: 0n });
        fc.pre(result.ok);
        expect(equity(result.position, entry, result.account)).toBe(result.position.margin);
        expect(advance(result.account, { price: entry, time: 0n, fundingPpm: 0n }).positions).toHaveLength(1);
      }),
    );
  });
});
