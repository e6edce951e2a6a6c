import { describe, expect, it } from 'vitest';
import {
  handlerAuthority,
  poolOf,
  premiumStateOf,
  premiumVaultOf,
  riskAuthority,
  treasuryOf,
} from './support/addresses.ts';
import { copyOf } from './support/forgery.ts';
import { type Actor, type Overrides, payKeeper } from './support/instructions.ts';
import { freezeTreasury, giveTreasury, UNPAYABLE } from './support/keepers.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { TOKEN_2022_PROGRAM } from './support/token.ts';

const FEE = 5_000n;
// The handler signs only for a claim that it has made: any other amount is reached by signing for it here.
const AS_HANDLER = { impersonate: [handlerAuthority] } as const;

function funded(treasury = usdc(1), options: WorldOptions = {}): World {
  const world = new World({ parts: ['pool', 'premium'], ...options });
  if (treasury > 0n) giveTreasury(world, treasury);
  return world;
}

const pay = (world: World, keeper: Actor, atMost = U64_MAX, overrides?: Overrides) =>
  payKeeper(world, { keeper, atMost }, overrides);

describe('a claim’s keeper', () => {
  it('is paid from the treasury, and nothing else changes', () => {
    const world = funded();
    const keeper = world.actor('keeper');
    const before = world.chain.rawAccount(premiumStateOf(world.market));
    const outcome = accepted(world.send(pay(world, keeper), AS_HANDLER));
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([FEE, usdc(1) - FEE]);
    expect(world.chain.rawAccount(premiumStateOf(world.market))).toEqual(before);
    expect(eventOf(outcome, 'KeeperPaid')).toEqual({
      premiumState: premiumStateOf(world.market),
      keeperTokenAccount: keeper.tokenAccount,
      amount: FEE,
      treasuryBefore: usdc(1),
      treasuryAfter: usdc(1) - FEE,
    });
  });

  it.each([
    ['the fee', usdc(1), U64_MAX, FEE],
    ['the fee, of just as much', FEE, FEE, FEE],
    ['what the claim brought', usdc(1), FEE - 1n, FEE - 1n],
    ['what the treasury holds', FEE - 1n, FEE, FEE - 1n],
    ['the less of both', 7n, 3n, 3n],
    ['nothing of nothing', usdc(1), 0n, 0n],
    ['nothing of an empty treasury', 0n, U64_MAX, 0n],
  ])('gets %s', (_, treasury, atMost, fee) => {
    const world = funded(treasury);
    const keeper = world.actor('keeper');
    const outcome = accepted(world.send(pay(world, keeper, atMost), AS_HANDLER));
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([fee, treasury - fee]);
    expect(outcome.events).toHaveLength(fee > 0n ? 1 : 0);
  });

  it('gets the fee that the market set', () => {
    const world = funded(usdc(5), { premium: { keeperFee: usdc(1) } });
    const keeper = world.actor('keeper');
    accepted(world.send(pay(world, keeper), AS_HANDLER));
    expect(world.balance(keeper)).toBe(usdc(1));
  });

  it.each(Object.entries(UNPAYABLE))('%s gets nothing, and nothing fails', (_, passed) => {
    const world = funded();
    const outcome = accepted(world.send(pay(world, world.actor('another'), FEE, passed(world)), AS_HANDLER));
    expect([outcome.events, world.treasuryBalance]).toEqual([[], usdc(1)]);
  });

  it('gets nothing of a frozen treasury, and nothing fails', () => {
    const world = funded();
    freezeTreasury(world);
    const keeper = world.actor('keeper');
    expect(accepted(world.send(pay(world, keeper), AS_HANDLER)).events).toEqual([]);
    expect(world.balance(keeper)).toBe(0n);
  });
});

describe('pay_keeper refuses', () => {
  it('everyone but the insolvency handler', () => {
    const world = funded();
    const keeper = world.actor('keeper');
    const unsigned = pay(world, keeper, FEE, { signers: { handlerAuthority: false } });
    refusedUntouched(world, unsigned, 'MissingRequiredSignature');
    for (const impostor of [keeper.address, world.authority, riskAuthority, poolOf(world.market)]) {
      const forged = pay(world, keeper, FEE, { accounts: { handlerAuthority: impostor } });
      refusedUntouched(world, forged, 'Unauthorized', { impersonate: [impostor] });
    }
  });

  it('any other account in the place of its own', () => {
    const world = funded();
    const other = funded(usdc(1), { beside: world });
    const [keeper, mallory] = [world.actor('keeper'), world.actor('mallory', usdc(1))];
    const state = premiumStateOf(world.market);
    const { chain } = world;
    refusesSubstitutes(
      world,
      (accounts) => pay(world, keeper, FEE, { accounts }),
      {
        premiumState: {
          'another market’s': [premiumStateOf(other.market), 'ConstraintAddress'],
          'another owner’s': [copyOf(chain, state, world.marketProgram), 'IllegalOwner'],
          nobody: [chain.address('nobody'), 'UninitializedAccount'],
        },
        handlerAuthority: { nobody: [chain.address('nobody'), 'Unauthorized'] },
        treasury: {
          'another market’s': [treasuryOf(other.market), 'ConstraintAddress'],
          'the premium vault': [premiumVaultOf(state), 'ConstraintAddress'],
          'a stranger’s': [mallory.tokenAccount, 'ConstraintAddress'],
        },
        keeperTokenAccount: {},
        tokenProgram: { 'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'] },
      },
      AS_HANDLER,
    );
  });

  it('a treasury that it may not write', () => {
    const world = funded();
    const keeper = world.actor('keeper');
    refusesReadonly(world, (writable) => pay(world, keeper, FEE, { writable }), ['treasury'], AS_HANDLER);
  });
});
