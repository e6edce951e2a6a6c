import { checked } from '../accounts/checked.ts';
import {
  type InsurancePool,
  insurancePoolLayout,
  type MarketClaims,
  marketClaimsLayout,
  type PremiumState,
  premiumStateLayout,
} from '../accounts/generated.ts';
import { type InsuredMarket, insuredMarketReader } from '../accounts/insured-market.ts';
import { mintLayout } from '../accounts/token.ts';
import { type Address, type AddressLike, address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import { PercosecError } from '../error.ts';
import type { AccountSnapshot } from '../live/accounts.ts';
import type { Snapshot } from '../rpc.ts';
import { headerFor } from '../views/header.ts';
import { accountsQueryOptions, type Later, nameOf } from './source.ts';

export interface InsuranceParameters {
  readonly market: Later;
}

/** All of a market's insurance, for the views of `/math`: `marketStateOf` makes their state of it. */
export interface Insurance {
  /** Of the pool. */
  readonly address: Address;
  readonly pool: InsurancePool;
  /** Null where the market has no premium manager. */
  readonly premium: PremiumState | null;
  /** Null where the pool believes the market's account nothing: gone, another program's than at first, or no header any more. */
  readonly market: { readonly program: Address; readonly header: InsuredMarket } | null;
  /** Null where the market's claims were never set up. */
  readonly claims: MarketClaims | null;
  /** Of the collateral, as the pool's first share mint has them, which is never closed; null where that is not there, or has too many to write. */
  readonly decimals: number | null;
}

/** Null where the market has no pool. */
export type InsuranceData = Snapshot<Insurance | null>;

export const insuranceQueryKey = (client: Pick<PercosecClient, 'key'>, { market }: InsuranceParameters) =>
  ['percosec', client.key, 'insurance', { market: nameOf(market) }] as const;

/** A market's pool and all that its figures are made of, followed as one. */
export const insuranceQueryOptions = (client: PercosecClient, { market }: InsuranceParameters) =>
  accountsQueryOptions(
    client,
    insuranceQueryKey(client, { market }),
    market != null,
    ({ poolAddress, premiumStateAddress, marketClaimsAddress, shareMintAddress }) => {
      const of = address(market as AddressLike);
      const pool = poolAddress(of);
      const shareMint = pool.then((at) => shareMintAddress(at, 0));
      return [pool, premiumStateAddress(of), of, marketClaimsAddress(of), shareMint];
    },
    ([poolAccount, premium, marketAccount, claims, shareMint]): Insurance | null => {
      const asked = { market: nameOf(market) };
      const pool = checked(client.decode(insurancePoolLayout, poolAccount), asked);
      if (!poolAccount || !pool) return null;
      if (pool.epochDuration === 0n || pool.pendingClaims > pool.totalDeposits)
        throw new PercosecError('RpcMalformed', 'The RPC tells of a pool that no program can have made: use another.');
      return {
        address: poolAccount.address,
        pool,
        premium: checked(client.decode(premiumStateLayout, premium), asked),
        market: believed(client, pool, marketAccount),
        claims: checked(client.decode(marketClaimsLayout, claims), asked),
        decimals: writable(client.decode(mintLayout, shareMint)?.decimals),
      };
    },
  );

/** A mint may have 255; a figure of so many is none. */
const writable = (decimals: number | undefined) => (decimals !== undefined && decimals <= 100 ? decimals : null);

/** The account is the perp program's own: one that can't be read is none to the pool, and no fault of the RPC. */
function believed(client: PercosecClient, pool: InsurancePool, account: AccountSnapshot | undefined) {
  try {
    const header = client.decode(insuredMarketReader, account);
    if (!account?.value || !header) return null;
    const market = { program: account.value.owner, header };
    return headerFor(pool, market) && market;
  } catch (error) {
    if (error instanceof PercosecError) return null;
    throw error;
  }
}
