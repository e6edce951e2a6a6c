import anchor, { AnchorProvider, BorshCoder, Program } from '@coral-xyz/anchor';
import { Connection, Keypair } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { PercosecError } from '../error.ts';
import { INSURANCE_POOL_IDL, type InsurancePool } from './idl/insurance-pool.ts';
import { insurancePoolProgram } from './programs.ts';

const { BN, Wallet } = anchor;
// Nothing listens there: encoding asks nobody.
const provider = new AnchorProvider(new Connection('http://127.0.0.1:9'), new Wallet(Keypair.generate()), {});
const bare = new BorshCoder(new Program<InsurancePool>(INSURANCE_POOL_IDL as unknown as InsurancePool, provider).idl);
const plain = insurancePoolProgram(provider).coder.instruction;

const OPTIONS = { lockEpochs: null, cooldownEpochs: null, windowEpochs: null, claimCapBps: null, coverBps: null };
const TERMS = { minReserveBps: 800, insolvencyThreshold: 50_000_000_000, epochDuration: 100 };
const IN_BN = { ...TERMS, insolvencyThreshold: new BN(50_000_000_000), epochDuration: new BN(100) };

describe('plain arguments', () => {
  it.each([
    ['numbers', TERMS],
    ['bigints', { ...TERMS, insolvencyThreshold: 50_000_000_000n, epochDuration: 100n }],
    ['BNs', IN_BN],
    ['options that are named', { ...TERMS, ...OPTIONS }],
  ])('are encoded as Anchor encodes its own: %s', (_, args) => {
    const wanted = bare.instruction.encode('initializePool', { args: { ...IN_BN, ...OPTIONS } });
    expect(plain.encode('initializePool', { args })).toEqual(wanted);
  });

  it('keep an option’s value', () => {
    const wanted = bare.instruction.encode('initializePool', { args: { ...IN_BN, ...OPTIONS, claimCapBps: 7 } });
    expect(plain.encode('initializePool', { args: { ...TERMS, claimCapBps: 7 } })).toEqual(wanted);
  });

  it('reach up to the last u64, and no further', () => {
    expect(plain.encode('deposit', { amount: 2n ** 64n - 1n }).subarray(8)).toEqual(Buffer.alloc(8, 255));
    expect(() => plain.encode('deposit', { amount: 2n ** 64n })).toThrow(PercosecError);
  });

  it.each([
    ['a missing one', { minReserveBps: 800, epochDuration: 1 }, 'args.insolvencyThreshold'],
    ['an unknown one', { ...TERMS, epochLength: 5 }, 'args.epochLength'],
    ['a negative one', { ...TERMS, epochDuration: -1 }, 'args.epochDuration'],
    ['a negative BN', { ...TERMS, epochDuration: new BN(-1) }, 'args.epochDuration'],
    ['a fraction', { ...TERMS, epochDuration: 1.5 }, 'args.epochDuration'],
    ['a number that is not exact', { ...TERMS, epochDuration: 2 ** 53 }, 'args.epochDuration'],
    ['a text', { ...TERMS, epochDuration: '100' }, 'args.epochDuration'],
    ['no object', 5, 'args'],
  ])('are refused by name: %s', (_, args, name) => {
    expect(() => plain.encode('initializePool', { args })).toThrow(PercosecError);
    expect(() => plain.encode('initializePool', { args })).toThrow(name);
  });
});

/** Compiled, never run: the guides' calls are well typed, and what they must not say is not. */
export function types(program: ReturnType<typeof insurancePoolProgram>, at: string) {
  program.methods.initializePool(TERMS).accounts({ pool: at, market: at, authority: at, systemProgram: at });
  program.methods.initializePool({ ...TERMS, lockEpochs: 3, coverBps: null }).accounts({ market: at });
  program.methods.deposit(1n).accounts({ pool: at }).signers([]);
  // @ts-expect-error a text is no amount
  program.methods.deposit('1');
  // @ts-expect-error the threshold has no default
  program.methods.initializePool({ minReserveBps: 800, epochDuration: 100 });
  // @ts-expect-error deposit has no such account
  program.methods.deposit(1).accounts({ vaultt: at });
}
