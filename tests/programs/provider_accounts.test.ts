// The accounts of the four instructions that LPs sign: each alone replaced by another, each refused.
import type { PublicKey } from '@solana/web3.js';
import { describe, it } from 'vitest';
import {
  marketClaimsOf,
  poolOf,
  positionOf,
  premiumStateOf,
  shareAccountOf,
  shareMintOf,
  vaultOf,
} from './support/addresses.ts';
import { copyOf, ofAnotherKind } from './support/forgery.ts';
import { holder } from './support/fortunes.ts';
import {
  type Actor,
  cancelWithdraw,
  deposit,
  type Overrides,
  requestWithdraw,
  withdraw,
} from './support/instructions.ts';
import { accepted } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { createMint, createTokenAccount, mintTo, TOKEN_2022_PROGRAM } from './support/token.ts';

/** Alice and Bob in the pools of two markets; locks have passed, and Alice's shares are so few that premium matters. */
function scene(cooldownEpochs: number) {
  const pool = { cooldownEpochs, minReserveBps: 0 };
  const world = new World({ pool });
  const other = new World({ beside: world, pool });
  const alice = holder(world, 'alice', 1_500_000n);
  const bob = world.actor('bob', 3_000_000n);
  mintTo(world.chain, world.mint, alice.tokenAccount, 3_000_000n);
  accepted(world.send(deposit(other, { depositor: alice, amount: 1_000_000n })));
  accepted(world.send(deposit(other, { depositor: bob, amount: 1_000_000n })));
  world.nextEpoch(2n);
  return { world, other, alice, bob };
}

const SHARES = 600_000n;

describe.each([
  {
    name: 'deposit',
    build: (world: World, depositor: Actor, overrides?: Overrides) =>
      deposit(world, { depositor, amount: 1_000_000n }, overrides),
    somebodyElses: 'OwnerMismatch',
    noPosition: 'InvalidSeeds',
  },
  {
    name: 'withdraw',
    build: (world: World, depositor: Actor, overrides?: Overrides) =>
      withdraw(world, { depositor, shares: SHARES }, overrides),
    // Whose the account is that one's own collateral is paid into is one's own affair.
    somebodyElses: null,
    noPosition: 'InsufficientShares',
  },
])('$name refuses', ({ name, build, somebodyElses, noPosition }) => {
  it('every account but the right one', () => {
    const { world, other, alice, bob } = scene(0);
    const { chain } = world;
    accepted(world.send(deposit(world, { depositor: bob, amount: 1_000_000n })));
    if (name === 'withdraw') {
      // Where so few shares would stay, a withdrawal asks for the premium that waits.
      world.nextEpoch(2n);
      accepted(world.send(withdraw(world, { depositor: bob, shares: 999_999n })));
    }
    const [pool, foreign] = [poolOf(world.market), poolOf(other.market)];
    const nothing = chain.address('nothing');
    const copied = (address: PublicKey) => copyOf(chain, address, world.marketProgram);
    const mint2022 = createMint(chain, { program: TOKEN_2022_PROGRAM }).address;
    const of2022 = createTokenAccount(chain, mint2022, alice.address, { program: TOKEN_2022_PROGRAM });
    const anotherMint = createMint(chain);
    const ofAnotherMint = createTokenAccount(chain, anotherMint.address, alice.address);
    mintTo(chain, anotherMint, ofAnotherMint, 1_000_000n);
    const theirs = chain.fundedAddress('their program’s account');
    refusesSubstitutes(world, (accounts) => build(world, alice, { accounts }), {
      pool: {
        'of another market': [foreign, 'ConstraintAddress'],
        'the same bytes under another owner': [copied(pool), 'IllegalOwner'],
        'another kind of account': [ofAnotherKind(chain, pool), 'InvalidAccountData'],
        'a position': [positionOf(pool, bob.address), 'AccountDataTooSmall'],
        nothing: [nothing, 'AccountDataTooSmall'],
      },
      vault: {
        'of another pool': [vaultOf(foreign), 'ConstraintAddress'],
        'another account of the pool’s': [createTokenAccount(chain, world.mint.address, pool), 'ConstraintAddress'],
        'the depositor’s own': [createTokenAccount(chain, world.mint.address, alice.address), 'ConstraintAddress'],
        'the cover vault': [world.coverVault, 'ConstraintAddress'],
      },
      depositorTokenAccount: {
        ...(somebodyElses && { 'somebody else’s': [bob.tokenAccount, somebodyElses] }),
        'of another mint': [ofAnotherMint, 'MintMismatch'],
        'of a Token-2022 mint': [of2022, name === 'deposit' ? 'InsufficientFunds' : 'MintMismatch'],
        'the same bytes under another owner': [copied(alice.tokenAccount), 'ExternalAccountDataModified'],
        'the vault itself': [vaultOf(pool), 'ConstraintDuplicateMutableAccount'],
        nothing: [nothing, 'InvalidAccountData'],
      },
      depositor: {
        'another signer, who has a position': [bob.address, 'InvalidSeeds'],
        'another signer, who has none': [theirs, 'InvalidSeeds'],
      },
      // The token program is called by its id: what stands in its place only keeps it from being there.
      tokenProgram: {
        'Token-2022': [TOKEN_2022_PROGRAM, 'MissingAccount'],
        'a program of the market’s': [theirs, 'MissingAccount'],
      },
      market: {
        'another, of the same program': [other.market, 'InvalidMarket'],
        'the same header elsewhere': [copied(world.market), 'InvalidMarket'],
        nothing: [nothing, 'InvalidMarket'],
      },
      marketClaims: {
        'of another market': [marketClaimsOf(other.market), 'InvalidSeeds'],
        'the same bytes under another owner': [copied(marketClaimsOf(world.market)), 'InvalidSeeds'],
        'of none': [nothing, 'InvalidSeeds'],
      },
      premiumState: {
        'of another market': [premiumStateOf(other.market), 'InvalidSeeds'],
        'the same bytes under another owner': [copied(premiumStateOf(world.market)), 'InvalidSeeds'],
        'of none': [nothing, 'InvalidSeeds'],
      },
      position: {
        'somebody else’s': [positionOf(pool, bob.address), 'InvalidSeeds'],
        'the depositor’s in another pool': [positionOf(foreign, alice.address), 'InvalidSeeds'],
        'another kind of account': [ofAnotherKind(chain, positionOf(pool, alice.address)), 'InvalidAccountData'],
        'the same bytes under another owner': [copied(positionOf(pool, alice.address)), 'IllegalOwner'],
        nothing: [nothing, noPosition],
      },
      shareMint: {
        'of another pool': [shareMintOf(foreign, 0), 'ConstraintAddress'],
        'of another generation': [shareMintOf(pool, 1), 'ConstraintAddress'],
        'the collateral': [world.mint.address, 'ConstraintAddress'],
      },
      depositorShareAccount: {
        'somebody else’s': [shareAccountOf(pool, bob.address, 0), 'ConstraintAddress'],
        'the depositor’s in another pool': [shareAccountOf(foreign, alice.address, 0), 'ConstraintAddress'],
        'one that the depositor could transfer from': [
          createTokenAccount(chain, shareMintOf(pool, 0), alice.address),
          'ConstraintAddress',
        ],
      },
      // Only a first deposit calls it.
      systemProgram: {},
    });
    accepted(world.send(build(world, alice)));
  });

  it('accounts that are not writable', () => {
    const { world, alice } = scene(0);
    const written = ['pool', 'vault', 'depositorTokenAccount', 'position', 'shareMint', 'depositorShareAccount'];
    refusesReadonly(world, (writable) => build(world, alice, { writable }), written);
  });

  it('one account under two names', () => {
    const { world, alice } = scene(0);
    const pool = poolOf(world.market);
    const twice: Record<string, PublicKey> = {
      vault: alice.tokenAccount,
      depositorShareAccount: alice.tokenAccount,
      position: pool,
      shareMint: vaultOf(pool),
      depositorTokenAccount: shareAccountOf(pool, alice.address, 0),
    };
    for (const [account, address] of Object.entries(twice)) {
      const instruction = build(world, alice, { accounts: { [account]: address } });
      refusedUntouched(world, instruction, 'ConstraintDuplicateMutableAccount');
    }
  });
});

describe.each([
  {
    name: 'request_withdraw',
    build: (world: World, depositor: Actor, overrides?: Overrides) =>
      requestWithdraw(world, { depositor, shares: SHARES }, overrides),
  },
  {
    name: 'cancel_withdraw',
    build: (world: World, depositor: Actor, overrides?: Overrides) => cancelWithdraw(world, { depositor }, overrides),
  },
])('$name refuses', ({ name, build }) => {
  it('every account but the right one', () => {
    const { world, other, alice, bob } = scene(1);
    const { chain } = world;
    if (name === 'cancel_withdraw') {
      for (const insured of [world, other]) {
        accepted(world.send(requestWithdraw(insured, { depositor: alice, shares: SHARES })));
      }
    }
    accepted(world.send(deposit(world, { depositor: bob, amount: 1_000_000n })));
    const [pool, foreign] = [poolOf(world.market), poolOf(other.market)];
    const own = positionOf(pool, alice.address);
    const nothing = chain.address('nothing');
    refusesSubstitutes(world, (accounts) => build(world, alice, { accounts }), {
      pool: {
        'of another market': [foreign, 'InvalidSeeds'],
        'the same bytes under another owner': [copyOf(chain, pool, world.marketProgram), 'IllegalOwner'],
        'another kind of account': [ofAnotherKind(chain, pool), 'InvalidAccountData'],
        nothing: [nothing, 'AccountDataTooSmall'],
      },
      position: {
        'somebody else’s': [positionOf(pool, bob.address), 'InvalidSeeds'],
        'the depositor’s in another pool': [positionOf(foreign, alice.address), 'InvalidSeeds'],
        'the same bytes under another owner': [copyOf(chain, own, world.marketProgram), 'IllegalOwner'],
        'another kind of account': [ofAnotherKind(chain, own), 'InvalidAccountData'],
        'the pool': [pool, 'ConstraintDuplicateMutableAccount'],
        nothing: [nothing, 'AccountDataTooSmall'],
      },
      depositor: { 'another signer': [bob.address, 'InvalidSeeds'] },
    });
    refusedUntouched(world, build(world, alice, { signers: { depositor: false } }), 'MissingRequiredSignature');
    // The pool is written to where its epoch has to roll.
    world.nextEpoch();
    refusesReadonly(world, (writable) => build(world, alice, { writable }), ['pool', 'position']);
    accepted(world.send(build(world, alice)));
  });
});
