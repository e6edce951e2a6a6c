// What a write would cost, for showing before anybody clicks. Loaded when somebody asks, as the writing itself is.
import { type AddressLike, address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import { estimate } from '../transactions/estimate.ts';
import { type Later, nameOf, percosecQueryOptions } from './source.ts';

export interface DepositCostParameters {
  readonly market: Later;
  readonly owner: Later;
  /** Atoms of the collateral. */
  readonly amount: Later<bigint>;
}

export interface WithdrawCostParameters {
  readonly market: Later;
  readonly owner: Later;
  readonly shares: Later<bigint>;
}

/** Fees change from block to block, but not so that a person would mind. */
const STALE_MS = 30_000;

export const depositCostQueryOptions = (client: PercosecClient, { market, owner, amount }: DepositCostParameters) =>
  percosecQueryOptions(
    costKey(client, 'deposit', market, owner, amount),
    market != null && owner != null && amount != null,
    async () => {
      const { depositPlan } = await import('../transactions/plans/deposit.ts');
      return estimate(client, depositPlan(client, { ...known(market, owner), amount: amount as bigint }));
    },
    STALE_MS,
  );

export const withdrawCostQueryOptions = (client: PercosecClient, { market, owner, shares }: WithdrawCostParameters) =>
  percosecQueryOptions(
    costKey(client, 'withdraw', market, owner, shares),
    market != null && owner != null && shares != null,
    async () => {
      const { withdrawPlan } = await import('../transactions/plans/withdraw.ts');
      return estimate(client, withdrawPlan(client, { ...known(market, owner), shares: shares as bigint }));
    },
    STALE_MS,
  );

/** Keys are JSON, which has no bigint. */
const costKey = (client: PercosecClient, action: string, market: Later, owner: Later, figure: Later<bigint>) =>
  [
    'percosec',
    client.key,
    'cost',
    { market: nameOf(market), owner: nameOf(owner), action, figure: figure == null ? null : String(figure) },
  ] as const;

const known = (market: Later, owner: Later) => ({
  market: address(market as AddressLike),
  owner: address(owner as AddressLike),
});
