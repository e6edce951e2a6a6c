import { PublicKey, SystemProgram, TransactionMessage } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { handlerAuthority, poolOf } from './support/addresses.ts';
import { PROGRAM_NAMES, programs } from './support/artifacts.ts';
import { Chain } from './support/chain.ts';
import { coverDeficit, deposit, setActive } from './support/instructions.ts';
import { encodeMarket } from './support/market.ts';
import { compileMessage } from './support/message.ts';
import { formatUsdc, usdc } from './support/money.ts';
import { encodePriceUpdate } from './support/oracle.ts';
import { accepted, refused } from './support/outcome.ts';
import { World } from './support/scenario.ts';
import { balance, createMint, createTokenAccount, mintTo, transfer } from './support/token.ts';

it('knows the programs by the ids that users hold', () => {
  expect(PROGRAM_NAMES.map((name) => programs[name].id.toBase58())).toEqual([
    '6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk',
    '9Kg5ThbWTJh4UqGRB2aW9Ru6B6EpbA7B5SxGsB4hvcC3',
    'ucnc5EhhEUDjztqUdfLhb3bCrP3MWFUVZKYZULzYYRE',
    '5Gy6MyuJ8uyyK2ySsHQ8e8k27BMr848tY8iC71ymW13T',
  ]);
});

describe('a chain', () => {
  it('compiles the message that web3.js compiles', () => {
    const chain = new Chain();
    const [alice, bob, carol] = ['alice', 'bob', 'carol'].map((name) => chain.address(name)) as [
      PublicKey,
      PublicKey,
      PublicKey,
    ];
    const instructions = [
      transfer(alice, bob, carol, 5n),
      SystemProgram.transfer({ fromPubkey: alice, toPubkey: carol, lamports: 7 }),
    ];
    const theirs = new TransactionMessage({
      payerKey: chain.payer,
      recentBlockhash: PublicKey.default.toBase58(),
      instructions,
    }).compileToLegacyMessage();
    const { bytes, signatures } = compileMessage(chain.payer, instructions);
    const { header } = theirs;
    expect([...bytes.subarray(0, 3)]).toEqual([
      header.numRequiredSignatures,
      header.numReadonlySignedAccounts,
      header.numReadonlyUnsignedAccounts,
    ]);
    expect(signatures).toBe(header.numRequiredSignatures);
    expect(bytes.length).toBe(theirs.serialize().length);
  });

  it('moves tokens by the real token program, and tells its refusals by name', () => {
    const chain = new Chain();
    const mint = createMint(chain);
    const [alice, bob] = [chain.address('alice'), chain.address('bob')];
    const [from, to] = [createTokenAccount(chain, mint.address, alice), createTokenAccount(chain, mint.address, bob)];
    mintTo(chain, mint, from, 10n);
    accepted(chain.send(transfer(from, to, alice, 4n)));
    expect([balance(chain, from), balance(chain, to)]).toEqual([6n, 4n]);
    refused(chain.send(transfer(from, to, alice, 7n)), 'InsufficientFunds', 'token');
    refused(chain.send(transfer(from, to, bob, 1n)), 'OwnerMismatch', 'token');
    expect(() => balance(chain, alice)).toThrow('no token account');
  });

  it('keeps the clock: 400 ms a slot', () => {
    const chain = new Chain();
    const { slot, time } = chain;
    chain.warpBy(150n);
    expect([chain.slot - slot, chain.time - time]).toEqual([150n, 60n]);
  });

  it('gives the same addresses in every run', () => {
    expect(new Chain('a').address('alice')).toEqual(new Chain('a').address('alice'));
    expect(new Chain('a').address('alice')).not.toEqual(new Chain('b').address('alice'));
    const chain = new Chain('a');
    expect(chain.address('alice')).not.toEqual(chain.address('alice'));
  });
});

describe('a test cannot by mistake', () => {
  it('let a PDA sign', () => {
    const world = new World({ parts: ['pool'] });
    const forged = coverDeficit(world, { amount: 1n });
    expect(() => world.send(forged)).toThrow('cannot sign');
    refused(world.send(forged, { impersonate: [handlerAuthority] }), 'InsufficientFunds', 'insurance_pool');
  });

  it('name an account that the instruction has not', () => {
    const world = new World({ parts: ['pool'] });
    expect(() => setActive(world, { active: false }, { accounts: { vault: world.market } })).toThrow(
      'no account vault',
    );
  });

  it('take another refusal, or none, for the expected one', () => {
    const world = new World({ parts: ['pool'] });
    const alice = world.actor('alice', usdc(1));
    const zero = world.send(deposit(world, { depositor: alice, amount: 0n }));
    expect(() => refused(zero, 'PoolInactive')).toThrow('expected PoolInactive, got insurance_pool: DepositTooSmall');
    expect(() => accepted(zero)).toThrow('expected success, got insurance_pool: DepositTooSmall');
    expect(() => refused(world.send(setActive(world, { active: true })), 'Unauthorized')).toThrow('got success');
  });
});

describe('bytes that other programs own', () => {
  it('a market header has its fields at the offsets of PROTOCOL', () => {
    const { authority, coverVault } = { authority: handlerAuthority, coverVault: poolOf(handlerAuthority) };
    const bytes = encodeMarket({
      version: 1,
      open: true,
      authority,
      coverVault,
      openInterest: 1n,
      liquidity: 2n,
      avgLeverageBps: 3n,
      fundingRatePpm: -4n,
      marginAbsorbed: 5n,
      cumulativeDeficit: 6n,
      updatedSlot: 7n,
    });
    expect(bytes.length).toBe(136);
    expect([bytes[8], bytes[9]]).toEqual([1, 1]);
    expect(new PublicKey(bytes.subarray(16, 48))).toEqual(authority);
    expect(new PublicKey(bytes.subarray(48, 80))).toEqual(coverVault);
    expect([80, 88, 96, 104, 112, 120, 128].map((offset) => bytes.readBigInt64LE(offset))).toEqual([
      1n,
      2n,
      3n,
      -4n,
      5n,
      6n,
      7n,
    ]);
  });

  it('a price update has the size and the two forms of Pyth’s', () => {
    const update = {
      feedId: new Uint8Array(32).fill(9),
      price: 150n,
      confidence: 1n,
      exponent: -8,
      publishTime: 1_000n,
      verification: 'full',
      postedSlot: 3n,
    } as const;
    const full = encodePriceUpdate(update);
    const partial = encodePriceUpdate({ ...update, verification: { partial: 5 } });
    expect([full.length, partial.length]).toEqual([134, 134]);
    expect([full[40], full[41]]).toEqual([1, 9]);
    expect([partial[40], partial[41], partial[42]]).toEqual([0, 5, 9]);
    expect([full.readBigInt64LE(41 + 32), partial.readBigInt64LE(42 + 32)]).toEqual([150n, 150n]);
  });
});

it('reads and writes USDC', () => {
  expect([usdc(1_000), usdc('0.000001'), usdc('50000.000001')]).toEqual([1_000_000_000n, 1n, 50_000_000_001n]);
  expect(() => usdc('1.0000001')).toThrow('not an amount');
  expect(() => usdc(-1)).toThrow('not an amount');
  const written = [0n, 1n, 10_000n, 1_234_567_890_000n, 100_000n, -2_500_000n, 1_234_567n].map(formatUsdc);
  expect(written).toEqual(['0.00', '0.000001', '0.01', '1,234,567.89', '0.10', '-2.50', '1.234567']);
});
