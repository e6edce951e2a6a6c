// Completes `.accounts(…)`: from the accounts that are given it finds the market, reads what the cluster knows of its
// insurance, and derives the rest. So the published guides' short lists suffice.
import type { CustomAccountResolver, Idl } from '@coral-xyz/anchor';
import { type Connection, PublicKey } from '@solana/web3.js';
import { type AccountCodec, decodeAccount } from '../accounts/account.ts';
import {
  insurancePoolCodec,
  marketClaimsCodec,
  marketConfigCodec,
  premiumStateCodec,
  riskMetricsCodec,
} from '../accounts/generated.ts';
import { insuredMarketCodec } from '../accounts/insured-market.ts';
import { tokenAccountCodec } from '../accounts/token.ts';
import { type Address, type AddressLike, address } from '../address.ts';
import { associatedTokenAddress, marketClaimsAddress, poolAddress } from '../addresses.ts';
import { PercosecError } from '../error.ts';
import { DERIVED, type Known } from '../instructions/build.ts';
import { type Commitment, createRpc, readAccounts } from '../rpc.ts';

/** Accounts that say which market they belong to. */
const BELONGINGS: Readonly<Record<string, AccountCodec<{ market: Address }>>> = {
  pool: insurancePoolCodec,
  premiumState: premiumStateCodec,
  riskMetrics: riskMetricsCodec,
  marketConfig: marketConfigCodec,
  marketClaims: marketClaimsCodec,
};

/** Accounts that no market and no seed tell, but its accounts do. */
const TOLD = ['market', 'collateralMint', 'coverVault', 'payerTokenAccount', 'keeperTokenAccount'];

/** For Anchor's Program. What it can't know, Anchor asks for. */
export const resolveAccounts: CustomAccountResolver<Idl> = async ({ accounts, idlIx, provider }) => {
  const given = accounts as Readonly<Record<string, PublicKey>>;
  const names = idlIx.accounts.map(({ name }) => name);
  const missing = names.filter((name) => !(name in given) && (name in DERIVED || TOLD.includes(name)));
  if (missing.length === 0) return { accounts, resolved: 0 };

  const reader = readerOf(provider.connection);
  const market = given.market ?? (await marketOf(reader, given, idlIx.name, names));
  const pool = await reader.find(insurancePoolCodec, await poolAddress(market));
  const coverVault = async () => (await reader.get(insuredMarketCodec, market)).coverVault;
  const needs = (...some: string[]) => some.some((name) => missing.includes(name));
  const collateralMint =
    given.collateralMint ??
    pool?.collateralMint ??
    // Before there is a pool: what the market wants its claims paid in.
    (needs('collateralMint') ? (await reader.get(tokenAccountCodec, await coverVault())).mint : undefined);
  const claims = needs('insolvencyRecord') && (await reader.find(marketClaimsCodec, await marketClaimsAddress(market)));
  const wallet = (owner: AddressLike | null | undefined) =>
    owner && collateralMint ? associatedTokenAddress(owner, collateralMint) : undefined;

  const known = {
    ...given,
    market,
    collateralMint,
    coverVault: given.coverVault ?? (needs('coverVault') ? await coverVault() : undefined),
    // A pool that begins anew has the shares of its next generation.
    generation: (pool?.generation ?? 0) + (idlIx.name === 'reopen' ? 1 : 0),
    sequence: claims ? claims.sequence : 0n,
    payerTokenAccount: await wallet(given.payer),
    // Where there is no such account the work is done all the same, and nobody is paid for it.
    keeperTokenAccount: await wallet(provider.publicKey),
  } as unknown as Known & Readonly<Record<string, AddressLike | undefined>>;
  const found = await Promise.all(
    missing.map(async (name) => [name, (await DERIVED[name]?.(known)) ?? known[name]] as const),
  );
  const resolved = found.flatMap(([name, at]) =>
    at === undefined ? [] : [[name, new PublicKey(address(at))] as const],
  );
  // In place: Anchor's builder keeps the object that it gave, whatever is returned.
  Object.assign(accounts, Object.fromEntries(resolved));
  return { accounts, resolved: resolved.length };
};

async function marketOf(
  reader: Reader,
  given: Readonly<Record<string, AddressLike>>,
  instruction: string,
  names: readonly string[],
): Promise<Address> {
  for (const [name, codec] of Object.entries(BELONGINGS)) {
    if (given[name] !== undefined) return (await reader.get(codec, given[name])).market;
  }
  const telling = names.filter((name) => name === 'market' || name in BELONGINGS);
  throw new PercosecError(
    'InvalidArgument',
    `${instruction} was not told which market it is about. Pass one of these to .accounts(): ${telling.join(', ')}.`,
    { instruction, expected: telling },
  );
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(connection: Connection) {
  const rpc = createRpc({ connection });
  // As sure as the host wants to be of everything else.
  const commitment = connection.commitment as Commitment | undefined;
  const find = async <T>(codec: AccountCodec<T>, at: AddressLike): Promise<T | null> => {
    const [read] = await readAccounts(rpc, [address(at)], { commitment });
    return read?.account ? decodeAccount(codec, { address: read.address, ...read.account }) : null;
  };
  return {
    find,
    async get<T>(codec: AccountCodec<T>, at: AddressLike): Promise<T> {
      const value = await find(codec, at);
      if (value !== null) return value;
      throw new PercosecError(
        'AccountMissing',
        `There is no ${codec.name} at ${address(at)}. Check the address and the cluster.`,
        { account: codec.name, address: address(at) },
      );
    },
  };
}
