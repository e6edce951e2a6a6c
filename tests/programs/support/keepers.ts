// Keepers who can't be paid: the work is done all the same.
import type { PublicKey } from '@solana/web3.js';
import { treasuryOf } from './addresses.ts';
import type { Actor, Overrides } from './instructions.ts';
import { accepted } from './outcome.ts';
import type { World } from './scenario.ts';
import { closeAccount, createMint, createTokenAccount, freeze, mintTo, TOKEN_2022_PROGRAM } from './token.ts';

const passing = (keeperTokenAccount: PublicKey | null, writable = true): Overrides => ({
  accounts: { keeperTokenAccount },
  writable: { keeperTokenAccount: writable },
});

function frozen(world: World, actor: Actor): PublicKey {
  accepted(world.send(freeze(world.mint, actor.tokenAccount)));
  return actor.tokenAccount;
}

function closed(world: World, { address, tokenAccount }: Actor): PublicKey {
  accepted(world.send(closeAccount(tokenAccount, address, address)));
  return tokenAccount;
}

function ofAnotherMint({ chain }: World, program?: PublicKey): PublicKey {
  const mint = createMint(chain, program === undefined ? {} : { program });
  const options = program === undefined ? {} : { program };
  return createTokenAccount(chain, mint.address, chain.address('keeper'), options);
}

/** By name, how the keeper's token account is passed. */
export const UNPAYABLE: Readonly<Record<string, (world: World) => Overrides>> = {
  'whose account is frozen': (world) => passing(frozen(world, world.actor('keeper'))),
  'whose account is closed': (world) => passing(closed(world, world.actor('keeper'))),
  'whose account is of another mint': (world) => passing(ofAnotherMint(world)),
  'whose account is of Token-2022': (world) => passing(ofAnotherMint(world, TOKEN_2022_PROGRAM)),
  'whose account is a wallet': (world) => passing(world.actor('keeper').address),
  'whose account is the mint': (world) => passing(world.mint.address),
  'whose account is the market': (world) => passing(world.market),
  'whose account is passed read-only': (world) => passing(world.actor('keeper').tokenAccount, false),
  'who is the treasury': (world) => passing(treasuryOf(world.market)),
};

/** Where the account is optional. */
export const UNPAYABLE_OR_MISSING: typeof UNPAYABLE = { ...UNPAYABLE, 'who names no account': () => passing(null) };

/** Money for keepers, as a gift: the books don't know of it. */
export function giveTreasury(world: World, amount: bigint): void {
  mintTo(world.chain, world.mint, treasuryOf(world.market), amount);
}

export function freezeTreasury(world: World): void {
  accepted(world.send(freeze(world.mint, treasuryOf(world.market))));
}
