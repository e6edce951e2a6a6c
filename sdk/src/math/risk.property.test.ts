// Score, premium and the reference market's engine: what must hold for all figures.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilDiv, floorDiv, isqrt, max, min } from './integer.ts';
import { adl, effectivePnl, effectivePosition, funding, haircut, pnlDelta, tradeFee, warmup } from './percolator.ts';
import { apy, premiumOwed, utilization } from './premium.ts';
import { composite, fundingVariance, marketFactors, SCORE_WEIGHTS, volatility } from './score.ts';

// A failure is not a matter of luck. To hunt further, choose another seed.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });

const sized = (most: number) =>
  fc.integer({ min: 0, max: most }).chain((bits) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n }));
const signed = (most: number) =>
  fc.tuple(sized(most), fc.boolean()).map(([size, negative]) => (negative ? -size : size));
const bps = fc.bigInt(0n, 10_000n);

describe('integers', () => {
  it('divide toward −∞ and up, and have their roots', () => {
    fc.assert(
      fc.property(signed(160), sized(100), (value, below) => {
        const by = below + 1n;
        const floor = floorDiv(value, by);
        expect(floor * by <= value && (floor + 1n) * by > value).toBe(true);
        const ceil = ceilDiv(value, by);
        expect(ceil * by >= value && (ceil - 1n) * by < value).toBe(true);
        const square = value < 0n ? -value : value;
        const root = isqrt(square);
        expect(root * root <= square && (root + 1n) * (root + 1n) > square).toBe(true);
      }),
    );
  });
});

describe('a score', () => {
  const factors = fc.record({ leverageBps: bps, oiRatioBps: bps, volatilityBps: bps, fundingVarianceBps: bps });

  it('never falls, nor its rate, where a factor rises; and lies between its factors', () => {
    const names = fc.constantFrom(...(Object.keys(SCORE_WEIGHTS) as (keyof typeof SCORE_WEIGHTS)[]));
    fc.assert(
      fc.property(factors, names, bps, (before, name, raised) => {
        const after = { ...before, [name]: max(raised, before[name]) };
        const [low, high] = [composite(before), composite(after)];
        expect(high.score).toBeGreaterThanOrEqual(low.score);
        expect(high.premiumRateBps).toBeGreaterThanOrEqual(low.premiumRateBps);
        const values = Object.values(before);
        expect(values.some((value) => value <= low.score)).toBe(true);
        expect(values.some((value) => value >= low.score)).toBe(true);
        expect(low.premiumRateBps >= 50n && low.premiumRateBps <= 2_500n).toBe(true);
      }),
    );
  });

  it('has the grade of its band', () => {
    const grades = ([0n, 3_000n, 3_001n, 5_500n, 5_501n, 7_500n, 7_501n, 10_000n] as const).map(
      (all) => composite({ leverageBps: all, oiRatioBps: all, volatilityBps: all, fundingVarianceBps: all }).grade,
    );
    expect(grades).toEqual(['Low', 'Low', 'Moderate', 'Moderate', 'High', 'High', 'Extreme', 'Extreme']);
  });

  it('has factors of 0 to 10,000 that rise with what they measure', () => {
    fc.assert(
      fc.property(sized(64), sized(64), sized(64), sized(64), (one, other, most, liquidity) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const of = (figure: bigint) =>
          marketFactors({ avgLeverageBps: figure, maxLeverageBps: most, openInterest: figure, liquidity });
        const [less, more] = [of(low), of(high)];
        expect(more.leverageBps).toBeGreaterThanOrEqual(less.leverageBps);
        expect(more.oiRatioBps).toBeGreaterThanOrEqual(less.oiRatioBps);
        expect(more.leverageBps).toBeLessThanOrEqual(10_000n);
        expect(more.oiRatioBps).toBeLessThanOrEqual(10_000n);
      }),
    );
  });

  it('asks nothing of what stands still, whatever its price; the order of funding rates means nothing', () => {
    fc.assert(
      fc.property(
        sized(64),
        fc.integer({ min: 0, max: 32 }),
        fc.array(signed(62), { maxLength: 32 }),
        (price, count, rates) => {
          expect(volatility({ prices: Array.from({ length: count }, () => price) }).bps).toBe(0n);
          const { bps } = fundingVariance({ ratesPpm: rates });
          expect(bps >= 0n && bps <= 10_000n).toBe(true);
          expect(fundingVariance({ ratesPpm: rates.toReversed() }).bps).toBe(bps);
          const same = rates.map(() => rates[0] ?? 0n);
          expect(fundingVariance({ ratesPpm: same }).bps).toBe(0n);
        },
      ),
    );
  });
});

describe('premium', () => {
  it('owed for parts of a time is never more than for the whole', () => {
    fc.assert(
      fc.property(sized(64), sized(16), sized(40), sized(40), (openInterest, rateBps, slots, more) => {
        const owed = (time: bigint) => premiumOwed({ openInterest, rateBps, slots: time }).value;
        expect(owed(slots) + owed(more)).toBeLessThanOrEqual(
          owed(slots + more) + (owed(slots + more) === 2n ** 64n - 1n ? 2n ** 64n : 0n),
        );
        expect(owed(slots + more)).toBeGreaterThanOrEqual(owed(slots));
      }),
    );
  });

  it('yields more where there is more of it, less on more, and saturates', () => {
    fc.assert(
      fc.property(sized(60), sized(60), sized(60), sized(60), sized(40), (premium, more, navBefore, richer, slots) => {
        const { bps } = apy({ premium, navBefore, slots });
        expect(apy({ premium: premium + more, navBefore, slots }).bps).toBeGreaterThanOrEqual(bps);
        expect(apy({ premium, navBefore: navBefore + richer, slots }).bps).toBeLessThanOrEqual(bps);
        expect(bps).toBeLessThanOrEqual(65_535n);
      }),
    );
  });

  it('covers by a use that rises with open interest and falls with NAV', () => {
    fc.assert(
      fc.property(sized(60), sized(60), bps, sized(60), sized(60), (openInterest, more, coverBps, nav, richer) => {
        const { bps: used } = utilization({ openInterest, coverBps, nav });
        expect(utilization({ openInterest: openInterest + more, coverBps, nav }).bps).toBeGreaterThanOrEqual(used);
        expect(utilization({ openInterest, coverBps, nav: nav + richer }).bps).toBeLessThanOrEqual(used);
        expect(used).toBeLessThanOrEqual(10_000n);
      }),
    );
  });
});

describe('H', () => {
  it('lets no more profit out than the residual backs', () => {
    fc.assert(
      fc.property(
        sized(90),
        sized(90),
        sized(90),
        fc.array(signed(100), { maxLength: 12 }),
        (capital, insurance, residual, pnls) => {
          const positivePnl = pnls.reduce((sum, pnl) => (pnl > 0n ? sum + pnl : sum), 0n);
          const cut = haircut({ vault: capital + insurance + residual, capital, insurance, positivePnl });
          expect(cut.num).toBeLessThanOrEqual(cut.den);
          const out = pnls.map((pnl) => effectivePnl({ pnl, ...cut }).value);
          expect(out.reduce((sum, value) => sum + value, 0n)).toBeLessThanOrEqual(residual);
          for (const [index, value] of out.entries()) {
            const pnl = pnls[index] as bigint;
            expect(value).toBeLessThanOrEqual(pnl > 0n ? pnl : 0n);
          }
          const warm = warmup({ available: positivePnl, period: 0n, elapsed: 0n, ...cut });
          expect(warm.payout).toBeLessThanOrEqual(min(residual, positivePnl));
        },
      ),
    );
  });

  it('warms profit steadily, and never more than there is', () => {
    fc.assert(
      fc.property(sized(100), sized(30), sized(40), sized(40), (available, period, elapsed, more) => {
        const of = (time: bigint) => warmup({ available, period, elapsed: time, num: 1n, den: 1n });
        expect(of(elapsed).warmable).toBeLessThanOrEqual(of(elapsed + more).warmable);
        expect(of(elapsed + more).warmable).toBeLessThanOrEqual(available);
        expect(of(elapsed).payout).toBe(of(elapsed).warmable);
      }),
    );
  });
});

describe('A/K', () => {
  const index = fc.bigInt(1n, 1_000_000n);

  it('makes no position larger, nor turns it round', () => {
    fc.assert(
      fc.property(signed(47), index, index, (basis, one, other) => {
        const [a, aBasis] = one < other ? [one, other] : [other, one];
        const { value } = effectivePosition({ basis, a, aBasis });
        expect(basis < 0n ? value <= 0n && value >= basis : value >= 0n && value <= basis).toBe(true);
        expect(effectivePosition({ basis: -basis, a, aBasis }).value).toBe(-value);
      }),
    );
  });

  it('mints nothing between a long and its short', () => {
    fc.assert(
      fc.property(sized(47), signed(100), signed(100), index, (basis, k, kSnap, aBasis) => {
        const long = pnlDelta({ basis, k, kSnap, aBasis }).value;
        const short = pnlDelta({ basis: -basis, k: kSnap, kSnap: k, aBasis }).value;
        expect(long + short).toBeLessThanOrEqual(0n);
        expect(long + short).toBeGreaterThanOrEqual(-1n);
      }),
    );
  });

  it('takes the whole deficit from the side, and leaves no more than is to remain', () => {
    fc.assert(
      fc.property(index, sized(47), sized(47), sized(60), fc.bigInt(1n, 100n), (a, one, other, deficit, positions) => {
        const [close, openInterest] = one < other ? [one, other] : [other, one];
        const side = adl({ a, openInterest, close, deficit, positions });
        if (openInterest > 0n) {
          expect(-side.deltaK * openInterest).toBeGreaterThanOrEqual(deficit * a * 1_000_000n);
          expect((-side.deltaK - 1n) * openInterest).toBeLessThan(deficit * a * 1_000_000n || 1n);
        } else expect(side.deltaK).toBe(0n);
        if (!('a' in side)) return;
        expect(side.a).toBeLessThanOrEqual(a);
        expect(side.a * openInterest).toBeLessThanOrEqual(a * (openInterest - close));
        expect(side.outcome).toBe(side.a < 1_000n ? 'DrainOnly' : 'Normal');
      }),
    );
  });

  it('a deficit that K can not express, or that nobody is there to bear, moves nothing', () => {
    const side = { a: 1_000_000n, openInterest: 1n, close: 0n, deficit: 2n ** 127n, positions: 1n };
    expect(adl(side)).toMatchObject({ deltaK: 0n, outcome: 'Normal' });
    expect(adl({ ...side, deficit: 5n, positions: 0n })).toMatchObject({ deltaK: 0n });
    expect(adl({ ...side, openInterest: 0n })).toEqual({ deltaK: 0n, outcome: 'FullDrain' });
    expect(adl({ ...side, a: 1n, openInterest: 10n, close: 9n, deficit: 0n })).toEqual({
      deltaK: 0n,
      outcome: 'TerminalDrain',
    });
  });

  it('funding: the receiver gets no more than the payer loses', () => {
    fc.assert(
      fc.property(sized(40), sized(13), sized(16), index, index, (price, rateBps, slots, aPayer, aReceiver) => {
        const { payer, receiver } = funding({ price, rateBps, slots, aPayer, aReceiver });
        expect(receiver * aPayer).toBeLessThanOrEqual(-payer * aReceiver);
        expect(-payer * 10_000n).toBeGreaterThanOrEqual(aPayer * price * rateBps * slots);
      }),
    );
  });

  it('a fee is never nothing where there is something to take it of', () => {
    fc.assert(
      fc.property(sized(100), sized(16), (notional, rate) => {
        const { value } = tradeFee({ notional, bps: rate });
        expect(value === 0n).toBe(notional === 0n || rate === 0n);
        expect(value * 10_000n).toBeGreaterThanOrEqual(notional * rate);
      }),
    );
  });
});
