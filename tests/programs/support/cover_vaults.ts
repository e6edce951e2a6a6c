// Cover vaults that a market may name and that can't receive a claim: each must queue it, none may stop it.
import { PublicKey, SYSVAR_CLOCK_PUBKEY, SYSVAR_INSTRUCTIONS_PUBKEY, SystemProgram } from '@solana/web3.js';
import {
  handlerAuthority,
  insolvencyRecordOf,
  marketClaimsOf,
  poolOf,
  premiumStateOf,
  shareMintOf,
  vaultOf,
} from './addresses.ts';
import { programs } from './artifacts.ts';
import { accepted } from './outcome.ts';
import type { World } from './scenario.ts';
import { closeAccount, createMint, createTokenAccount, freeze, TOKEN_2022_PROGRAM, TOKEN_PROGRAM } from './token.ts';

function frozen(world: World): PublicKey {
  accepted(world.send(freeze(world.mint, world.coverVault)));
  return world.coverVault;
}

function closed(world: World): PublicKey {
  accepted(world.send(closeAccount(world.coverVault, world.authority, world.authority)));
  return world.coverVault;
}

function ofAnotherMint({ chain, authority }: World, program?: PublicKey): PublicKey {
  const options = program === undefined ? {} : { program };
  return createTokenAccount(chain, createMint(chain, options).address, authority, options);
}

/** By name, what the market names as its cover vault; some are made useless first. */
export const USELESS_COVER_VAULTS: Readonly<Record<string, (world: World) => PublicKey>> = {
  'its own, closed': closed,
  'its own, frozen': frozen,
  'a token account of another mint': (world) => ofAnotherMint(world),
  'a token account of Token-2022': (world) => ofAnotherMint(world, TOKEN_2022_PROGRAM),
  'the collateral mint': ({ mint }) => mint.address,
  'a wallet': ({ authority }) => authority,
  'an address where nothing is': ({ chain }) => chain.address('nothing'),
  'the market itself': ({ market }) => market,
  'the market’s program': ({ marketProgram }) => marketProgram,
  'the pool': ({ market }) => poolOf(market),
  'the pool’s vault': ({ market }) => vaultOf(poolOf(market)),
  'the pool’s share mint': ({ market }) => shareMintOf(poolOf(market), 0),
  'its claims': ({ market }) => marketClaimsOf(market),
  'its next record': ({ market, nextSequence }) => insolvencyRecordOf(market, nextSequence),
  'its PremiumState': ({ market }) => premiumStateOf(market),
  'the handler’s authority': () => handlerAuthority,
  'the insurance pool’s program': () => programs.insurance_pool.id,
  'the insolvency handler’s program': () => programs.insolvency_handler.id,
  'the premium manager’s program': () => programs.premium_manager.id,
  'the token program': () => TOKEN_PROGRAM,
  'the system program': () => SystemProgram.programId,
  'the clock': () => SYSVAR_CLOCK_PUBKEY,
  'the list of the transaction’s instructions': () => SYSVAR_INSTRUCTIONS_PUBKEY,
  'the runtime’s own loader': () => new PublicKey('NativeLoader1111111111111111111111111111111'),
};

/** The market names a cover vault that can't receive. */
export function spoilCoverVault(world: World, what: string): void {
  const spoil = USELESS_COVER_VAULTS[what];
  if (spoil === undefined) throw new Error(`no cover vault is called ${what}`);
  world.setMarket({ coverVault: spoil(world) });
}
