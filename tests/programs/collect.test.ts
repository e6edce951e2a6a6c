import { describe, expect, it } from 'vitest';
import { poolOf, premiumStateOf, premiumVaultOf, treasuryOf, vaultOf } from './support/addresses.ts';
import { copyOf, rewrite } from './support/forgery.ts';
import { type Actor, collect, type Overrides, PREMIUM_SOURCE } from './support/instructions.ts';
import { freezeTreasury, giveTreasury } from './support/keepers.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { createMint, createTokenAccount, freeze, mintTo, TOKEN_2022_PROGRAM } from './support/token.ts';

const { tradingFee, premium: PREMIUM } = PREMIUM_SOURCE;
/** Of keeper fees of 5,000 atoms: where the treasury stops growing. */
const CEILING = usdc(50);

const premium = (options: WorldOptions = {}) => new World({ parts: ['pool', 'premium'], ...options });

const premiumVault = (world: World) => premiumVaultOf(premiumStateOf(world.market));
/** The premium vault's and the treasury's balance. */
const held = (world: World) => [world.balance(premiumVault(world)), world.treasuryBalance];

const pay = (world: World, payer: Actor, amount: bigint, source: number = tradingFee, overrides?: Overrides) =>
  collect(world, { payer, amount, source }, overrides);

/** Pays with money made for it. */
function paid(world: World, amount: bigint, source: number = tradingFee) {
  return accepted(world.send(pay(world, world.actor('payer', amount), amount, source)));
}

describe('a payment', () => {
  it('is split between the pool and the treasury, and kept in the books', () => {
    const world = premium();
    const payer = world.actor('payer', usdc(120));
    const before = world.premium;
    const outcome = accepted(world.send(pay(world, payer, usdc(100))));
    expect([world.balance(payer), ...held(world)]).toEqual([usdc(20), usdc(95), usdc(5)]);
    expect(world.premium).toEqual({
      ...before,
      epochPremiumAccrued: usdc(95),
      collected: [usdc(100), 0n, 0n, 0n],
    });
    expect(eventOf(outcome, 'PremiumCollected')).toEqual({
      premiumState: premiumStateOf(world.market),
      payer: payer.address,
      amount: usdc(100),
      toPool: usdc(95),
      toTreasury: usdc(5),
      source: 0n,
      accruedBefore: 0n,
      accruedAfter: usdc(95),
      premiumOwedBefore: 0n,
      premiumOwedAfter: 0n,
    });
  });

  it('adds to those before it', () => {
    const world = premium();
    paid(world, usdc(100));
    expect(eventOf(paid(world, usdc(10)), 'PremiumCollected')).toMatchObject({
      accruedBefore: usdc(95),
      accruedAfter: usdc('104.5'),
    });
    expect(held(world)).toEqual([usdc('104.5'), usdc('5.5')]);
  });

  it.each(Object.entries(PREMIUM_SOURCE))('of %s is counted by its source', (_, source) => {
    const world = premium();
    expect(eventOf(paid(world, 123n, source), 'PremiumCollected').source).toBe(BigInt(source));
    expect(world.premium.collected).toEqual([0, 1, 2, 3].map((each) => (each === source ? 123n : 0n)));
  });

  it('is taken from anyone, whatever became of the market or the pool', () => {
    const world = premium();
    world.chain.removeAccount(world.market);
    paid(world, usdc(1));
    expect(world.premium.epochPremiumAccrued).toBe(usdc('0.95'));
  });

  it('of all the money there is is taken', () => {
    const world = premium();
    paid(world, U64_MAX);
    expect(held(world)).toEqual([U64_MAX - CEILING, CEILING]);
    expect(world.premium).toMatchObject({ epochPremiumAccrued: U64_MAX - CEILING, collected: [U64_MAX, 0n, 0n, 0n] });
  });

  it('does not fail for a full statistic', async () => {
    const world = premium();
    await rewrite(world.chain, 'PremiumState', premiumStateOf(world.market), {
      collected: [U64_MAX, U64_MAX - 5n, 0n, 0n],
    });
    paid(world, 7n, 0);
    paid(world, 7n, 1);
    expect(world.premium.collected).toEqual([U64_MAX, U64_MAX, 0n, 0n]);
  });
});

describe('what is owed', () => {
  const owing = async (premiumOwed: bigint) => {
    const world = premium();
    await rewrite(world.chain, 'PremiumState', premiumStateOf(world.market), { premiumOwed });
    return world;
  };

  it.each([
    [usdc(10), usdc(4), usdc(6)],
    [usdc(10), usdc(10) - 1n, 1n],
    [usdc(10), usdc(10), 0n],
    [usdc(10), usdc(10) + 1n, 0n],
    [U64_MAX, 1n, U64_MAX - 1n],
    [0n, 1n, 0n],
  ])('%s, is after a premium of %s %s', async (before, amount, after) => {
    const world = await owing(before);
    expect(eventOf(paid(world, amount, PREMIUM), 'PremiumCollected')).toMatchObject({
      premiumOwedBefore: before,
      premiumOwedAfter: after,
    });
    expect(world.premium.premiumOwed).toBe(after);
  });

  it('is not lowered by trading fees, funding or penalties', async () => {
    const world = await owing(usdc(10));
    for (const source of [0, 1, 3]) paid(world, usdc(1), source);
    expect(world.premium.premiumOwed).toBe(usdc(10));
  });
});

describe('the treasury’s part', () => {
  it.each([
    [500, 1n, 0n],
    [500, 19n, 0n],
    [500, 20n, 1n],
    [500, 39n, 1n],
    [500, 40n, 2n],
    [2_000, 4n, 0n],
    [2_000, 5n, 1n],
    [1, 9_999n, 0n],
    [1, 10_000n, 1n],
    [0, usdc(100), 0n],
  ])('at %s bps of %s is %s', (protocolFeeBps, amount, toTreasury) => {
    const world = premium({ premium: { protocolFeeBps } });
    paid(world, amount);
    expect(held(world)).toEqual([amount - toTreasury, toTreasury]);
    expect(world.premium.epochPremiumAccrued).toBe(amount - toTreasury);
  });

  it.each([
    [CEILING - 2n, 1n],
    [CEILING - 1n, 1n],
    [CEILING, 0n],
    [CEILING + 1n, 0n],
    [usdc(1_000_000), 0n],
  ])('of 20 atoms, at a treasury of %s, is %s', (treasury, toTreasury) => {
    const world = premium();
    giveTreasury(world, treasury);
    paid(world, 20n);
    expect(held(world)).toEqual([20n - toTreasury, treasury + toTreasury]);
  });

  it('fills it to ten thousand keeper fees, and not an atom more', () => {
    for (const keeperFee of [1n, 7n, 1_000_000n]) {
      const world = premium({ premium: { keeperFee } });
      paid(world, usdc(1_000_000));
      expect(world.treasuryBalance).toBe(10_000n * keeperFee);
      paid(world, usdc(1_000_000));
      expect(world.treasuryBalance).toBe(10_000n * keeperFee);
      expect(world.premium.epochPremiumAccrued).toBe(usdc(2_000_000) - 10_000n * keeperFee);
    }
  });

  it('goes to the pool where the treasury is frozen', () => {
    const world = premium();
    freezeTreasury(world);
    paid(world, usdc(100));
    expect(held(world)).toEqual([usdc(100), 0n]);
  });
});

describe('collect refuses', () => {
  it('nothing', () => {
    const world = premium();
    refusedUntouched(world, pay(world, world.actor('payer', 1n), 0n), 'ZeroAmount');
  });

  it.each([4, 5, 127, 255])('the source %s', (source) => {
    const world = premium();
    refusedUntouched(world, pay(world, world.actor('payer', 1n), 1n, source), 'UnknownSource');
  });

  it('more than fits beside what is accrued', () => {
    const world = premium({ premium: { protocolFeeBps: 0 } });
    paid(world, 1n);
    const payer = world.actor('payer', U64_MAX - 1n);
    refusedUntouched(world, pay(world, payer, U64_MAX), 'MathOverflow');
    accepted(world.send(pay(world, payer, U64_MAX - 1n)));
    expect(world.premium.epochPremiumAccrued).toBe(U64_MAX);
  });

  it('more than the payer has', () => {
    const world = premium();
    refusedUntouched(world, pay(world, world.actor('payer', 99n), 100n), 'InsufficientFunds', { by: 'token' });
    // Enough for the pool's part, not for the treasury's.
    refusedUntouched(world, pay(world, world.actor('payer', 96n), 100n), 'InsufficientFunds', { by: 'token' });
  });

  it('a frozen account’s money, and to pay into a frozen vault', () => {
    const world = premium();
    const payer = world.actor('payer', 100n);
    accepted(world.send(freeze(world.mint, payer.tokenAccount)));
    refusedUntouched(world, pay(world, payer, 100n), 'AccountFrozen', { by: 'token' });
    accepted(world.send(freeze(world.mint, premiumVault(world))));
    refusedUntouched(world, pay(world, world.actor('payer', 100n), 100n), 'AccountFrozen', { by: 'token' });
  });

  it('money of someone who hasn’t signed, or isn’t the payer', () => {
    const world = premium();
    const [alice, mallory] = [world.actor('alice', 100n), world.actor('mallory')];
    const unsigned = { signers: { payer: false } };
    refusedUntouched(world, pay(world, alice, 100n, 0, unsigned), 'MissingRequiredSignature');
    const stolen = pay(world, { ...mallory, tokenAccount: alice.tokenAccount }, 100n);
    refusedUntouched(world, stolen, 'OwnerMismatch', { by: 'token' });
  });

  it('any other account in the place of its own', () => {
    const world = premium();
    const other = premium({ beside: world });
    const { chain } = world;
    const [payer, mallory] = [world.actor('payer', 100n), world.actor('mallory', 100n)];
    const [state, theirs] = [premiumStateOf(world.market), premiumStateOf(other.market)];
    const [vault, treasury] = [premiumVaultOf(state), treasuryOf(world.market)];
    const dollars = createMint(chain);
    const dollarAccount = createTokenAccount(chain, dollars.address, payer.address);
    mintTo(chain, dollars, dollarAccount, 100n);
    mintTo(chain, world.mint, vaultOf(poolOf(world.market)), 100n);
    refusesSubstitutes(world, (accounts) => pay(world, payer, 100n, PREMIUM, { accounts }), {
      premiumState: {
        'another market’s': [theirs, 'ConstraintAddress'],
        'another owner’s': [copyOf(chain, state, world.marketProgram), 'IllegalOwner'],
        'a pool': [poolOf(world.market), 'IllegalOwner'],
        nobody: [chain.address('nobody'), 'AccountDataTooSmall'],
      },
      premiumVault: {
        'another market’s': [premiumVaultOf(theirs), 'ConstraintAddress'],
        'the pool’s': [vaultOf(poolOf(world.market)), 'ConstraintAddress'],
        'a stranger’s': [mallory.tokenAccount, 'ConstraintAddress'],
        'the treasury': [treasury, 'ConstraintDuplicateMutableAccount'],
      },
      treasury: {
        'another market’s': [treasuryOf(other.market), 'ConstraintAddress'],
        'a stranger’s': [mallory.tokenAccount, 'ConstraintAddress'],
        'the vault': [vault, 'ConstraintDuplicateMutableAccount'],
      },
      payer: { 'a stranger': [mallory.address, 'OwnerMismatch'] },
      payerTokenAccount: {
        'the treasury': [treasury, 'ConstraintDuplicateMutableAccount'],
        'the vault': [vault, 'ConstraintDuplicateMutableAccount'],
        'the pool’s vault': [vaultOf(poolOf(world.market)), 'OwnerMismatch'],
        'a stranger’s': [mallory.tokenAccount, 'OwnerMismatch'],
        'of another mint': [dollarAccount, 'MintMismatch'],
        nobody: [chain.address('nobody'), 'InvalidAccountData'],
      },
      tokenProgram: { 'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'] },
    });
  });

  it('accounts that it may not write', () => {
    const world = premium();
    const payer = world.actor('payer', 100n);
    const written = ['premiumState', 'premiumVault', 'treasury', 'payerTokenAccount'];
    refusesReadonly(world, (writable) => pay(world, payer, 100n, 0, { writable }), written);
  });

  it('a market without premium', () => {
    const world = premium({ parts: ['pool'] });
    refusedUntouched(world, pay(world, world.actor('payer', 1n), 1n), 'AccountDataTooSmall');
  });
});
