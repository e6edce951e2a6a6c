// The inverse of a withdrawal: beside the preview, which is tried against the programs' own bytecode in lives.test.ts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InsurancePool, PremiumState, ProviderPosition } from '../accounts/generated.ts';
import type { InsuredMarket } from '../accounts/insured-market.ts';
import { min } from '../math/integer.ts';
import type { PositionState } from './state.ts';
import { requestPreview, sharesFor, withdrawPreview } from './withdrawal.ts';

interface Given {
  readonly nav: bigint;
  readonly totalShares: bigint;
  readonly shares: bigint;
  readonly requested?: { readonly shares: bigint; readonly value: bigint };
  readonly generation?: number;
}

/** A claimable request where one is given; the market is closed, so that nothing but shares and their price matters. */
const stateOf = ({ nav, totalShares, shares, requested, generation = 0 }: Given): PositionState => ({
  pool: {
    totalDeposits: nav,
    pendingClaims: 0n,
    totalShares,
    epochDuration: 100n,
    epoch: 5n,
    epochBase: nav,
    previousBase: nav,
    epochClaims: 0n,
    epochAssets: nav,
    epochPaid: 0n,
    claimCapBps: 10_000,
    minReserveBps: 0,
    cooldownEpochs: requested ? 1 : 0,
    windowEpochs: 3,
    generation: 0,
    insolvencyThreshold: 0n,
    deficitBase: 0n,
    absorbedBase: 0n,
  } as InsurancePool,
  premium: { epochPremiumAccrued: 0n } as PremiumState,
  market: { flags: 0, openInterest: 0n, cumulativeDeficit: 0n, marginAbsorbed: 0n } as InsuredMarket,
  claims: null,
  slot: 500n,
  position: {
    shares,
    generation,
    depositedAmount: shares,
    unlockEpoch: 0n,
    requestedShares: requested?.shares ?? 0n,
    requestedValue: requested?.value ?? 0n,
    claimableEpoch: 4n,
  } as ProviderPosition,
});

/** Small enough for every number of shares to be tried. */
const small = fc
  .record({
    nav: fc.bigInt(1n, 400n),
    others: fc.bigInt(0n, 60n),
    shares: fc.bigInt(1n, 60n),
    part: fc.option(fc.record({ shares: fc.bigInt(1n, 60n), value: fc.bigInt(0n, 400n) }), { nil: undefined }),
    amount: fc.bigInt(0n, 450n),
  })
  .map(({ nav, others, shares, part, amount }) => {
    const requested = part && { shares: min(part.shares, shares), value: part.value };
    return { given: { nav, totalShares: shares + others, shares, ...(requested && { requested }) }, amount };
  });

const brings = (state: PositionState, shares: bigint): bigint => {
  const preview = withdrawPreview({ ...state, shares });
  if (preview.refused !== null) throw new Error(preview.refused);
  return preview.amount;
};

it('no fewer shares bring the amount, and what they are said to bring they do', () => {
  fc.assert(
    fc.property(small, ({ given, amount }) => {
      const state = stateOf(given);
      const most = given.requested?.shares ?? given.shares;
      const enough = Array.from({ length: Number(most) }, (_, at) => BigInt(at + 1)).filter(
        (shares) => brings(state, shares) >= amount,
      );
      const found = sharesFor({ ...state, amount });
      if (enough.length === 0) expect(found).toBeNull();
      else if (amount === brings(state, most)) expect(found).toBe(most);
      else expect(found).toBe(amount === 0n ? 0n : enough[0]);
    }),
    { numRuns: 500 },
  );
});

it('a request is made of the same shares', () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 18n),
      fc.bigInt(1n, 10n ** 18n),
      fc.bigInt(1n, 10n ** 18n),
      (nav, shares, amount) => {
        const state = stateOf({ nav, totalShares: shares, shares });
        const cooling = { ...state, pool: { ...state.pool, cooldownEpochs: 1 } };
        const found = sharesFor({ ...cooling, amount });
        if (found === null) {
          expect(amount).toBeGreaterThan(nav);
          return;
        }
        const preview = requestPreview({ ...cooling, shares: found });
        if (preview.refused !== null) throw new Error(preview.refused);
        expect(preview.value).toBeGreaterThanOrEqual(amount);
        if (amount < nav) expect(((found - 1n) * nav) / shares).toBeLessThan(amount);
      },
    ),
  );
});

it('nothing brings nothing', () => {
  const held = { nav: 0n, totalShares: 10n, shares: 10n };
  expect(sharesFor({ ...stateOf(held), amount: 1n })).toBeNull();
  expect(sharesFor({ ...stateOf({ ...held, nav: 10n, generation: 1 }), amount: 1n })).toBeNull();
  expect(sharesFor({ ...stateOf({ ...held, nav: 10n, shares: 0n }), amount: 0n })).toBeNull();
  expect(sharesFor({ ...stateOf(held), position: null, amount: 1n })).toBeNull();
  expect(() => sharesFor({ ...stateOf(held), amount: -1n })).toThrow(/amount/);
});
