import { ComputeBudgetInstruction, PublicKey, TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, budgetFor, budgetInstructions, priceFor, priorityFeeOf, UNLIMITED } from './budget.ts';

const MIB = 1_024 * 1_024;
const someUnits = fc.integer({ min: 1, max: 1_400_000 });
const someFees = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { maxLength: 150 });

describe('a budget', () => {
  it('is told to the network as web3.js would', () => {
    const budget: Budget = { computeUnits: 123_456, loadedBytes: 2_097_152, price: 10n ** 15n };
    const [units, price, bytes] = budgetInstructions(budget).map(
      ({ programId, data }) =>
        new TransactionInstruction({ programId: new PublicKey(programId), keys: [], data: Buffer.from(data) }),
    ) as [TransactionInstruction, TransactionInstruction, TransactionInstruction];
    expect(ComputeBudgetInstruction.decodeSetComputeUnitLimit(units)).toEqual({ units: 123_456 });
    expect(ComputeBudgetInstruction.decodeSetComputeUnitPrice(price)).toEqual({ microLamports: 10n ** 15n });
    expect([bytes.data[0], bytes.data.readUInt32LE(1)]).toEqual([4, 2_097_152]);
    expect(budgetInstructions({ ...budget, loadedBytes: null })).toHaveLength(2);
  });

  it('has room for a wallet’s guards: two instructions, and 424 KiB of Lighthouse to load', () => {
    const { computeUnits, loadedBytes } = budgetFor({ computeUnits: 60_000, loadedBytes: 1_500_000 });
    expect(computeUnits).toBe(86_000);
    expect(loadedBytes).toBeGreaterThan(1_500_000 + 2 * 424 * 1_024);
    expect((loadedBytes ?? 1) % (32 * 1_024)).toBe(0);
  });

  it('never asks for more than there is, and always for more than was used', () => {
    fc.assert(
      fc.property(someUnits, fc.option(fc.integer({ min: 0, max: 64 * MIB })), (used, bytes) => {
        const { computeUnits, loadedBytes } = budgetFor({ computeUnits: used, loadedBytes: bytes });
        expect(computeUnits).toBeLessThanOrEqual(UNLIMITED.computeUnits);
        expect(computeUnits).toBeGreaterThanOrEqual(used);
        if (bytes === null) expect(loadedBytes).toBeNull();
        else {
          expect(loadedBytes).toBeLessThanOrEqual(64 * MIB);
          expect(loadedBytes).toBeGreaterThanOrEqual(bytes);
        }
      }),
    );
  });
});

describe('a price', () => {
  it('is what three quarters of the recent ones would have got by with', () => {
    const recent = [4n, 1n, 3n, 2n];
    expect(priceFor(recent, 100_000, 100_000n)).toBe(4n);
    expect(priceFor([...recent, 0n, 0n, 0n, 0n], 100_000, 100_000n)).toBe(3n);
    expect(priceFor([], 100_000, 100_000n)).toBe(0n);
  });

  it('never costs more lamports than the ceiling, in whole', () => {
    fc.assert(
      fc.property(someFees, someUnits, fc.bigInt({ min: 0n, max: 10n ** 9n }), (recent, computeUnits, ceiling) => {
        const price = priceFor(recent, computeUnits, ceiling);
        expect(priorityFeeOf({ computeUnits, loadedBytes: null, price })).toBeLessThanOrEqual(ceiling);
        expect(price === 0n || recent.some((fee) => fee >= price)).toBe(true);
      }),
    );
  });
});
