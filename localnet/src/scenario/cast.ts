// Who and what the scenario consists of: every address follows from the seed, so they are known before there is a chain.
import { createHash } from 'node:crypto';
import {
  type Address,
  associatedTokenAddress,
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  PREMIUM_MANAGER_PROGRAM,
  poolAddress,
  RISK_ENGINE_PROGRAM,
} from '@percosec/sdk';
import { COLLATERAL_DECIMALS, COLLATERAL_SYMBOL } from './collateral.ts';
import type { Actor, Site } from './market.ts';
import { MARKETS, type MarketPlan, PROVIDERS, type Provider } from './plan.ts';
import { deriveAddress, deriveWallet, type Wallet } from './wallet.ts';

export interface CastMarket {
  readonly plan: MarketPlan;
  readonly site: Site;
  readonly authority: Actor;
  /** Pays the market's fees. */
  readonly treasurer: Actor;
}

export interface Cast {
  readonly seed: string;
  readonly mint: Wallet;
  readonly faucet: Actor;
  readonly keeper: Actor;
  readonly providers: Readonly<Record<Provider, Actor>>;
  readonly markets: readonly CastMarket[];
}

export async function castOf(seed: string): Promise<Cast> {
  const mint = deriveWallet(seed, 'mint');
  const program = deriveAddress(seed, 'perp program');
  const actor = async (name: string): Promise<Actor> => {
    const wallet = deriveWallet(seed, name);
    return { wallet, tokenAccount: await associatedTokenAddress(wallet.address, mint.address) };
  };
  const market = async (plan: MarketPlan): Promise<CastMarket> => {
    const authority = await actor(`${plan.symbol} authority`);
    const site = {
      market: deriveAddress(seed, `${plan.symbol} market`),
      program,
      oracle: deriveAddress(seed, `${plan.symbol} price`),
      feed: Uint8Array.from(createHash('sha256').update(`${seed}/${plan.symbol} feed`).digest()),
      coverVault: authority.tokenAccount,
      mint: mint.address,
    };
    return { plan, site, authority, treasurer: await actor(`${plan.symbol} treasurer`) };
  };
  const providers = await Promise.all(PROVIDERS.map(async (name) => [name, await actor(name)] as const));
  return {
    seed,
    mint,
    faucet: await actor('faucet'),
    keeper: await actor('keeper'),
    providers: Object.fromEntries(providers) as Record<Provider, Actor>,
    markets: await Promise.all(MARKETS.map(market)),
  };
}

/** The scenario as a front-end needs it: plain JSON, no secrets. */
export interface Scenario {
  readonly seed: string;
  readonly mint: { readonly address: Address; readonly decimals: number; readonly symbol: string };
  readonly programs: Readonly<
    Record<'insurancePool' | 'riskEngine' | 'premiumManager' | 'insolvencyHandler' | 'perp', Address>
  >;
  readonly markets: readonly {
    readonly symbol: string;
    readonly market: Address;
    readonly pool: Address;
    readonly oracle: Address;
    readonly coverVault: Address;
    readonly epochSlots: number;
  }[];
  readonly wallets: Readonly<Record<'keeper' | 'faucet' | Provider, Address>>;
}

export async function scenarioOf({ seed, mint, faucet, keeper, providers, markets }: Cast): Promise<Scenario> {
  const lenders = Object.entries(providers).map(([name, { wallet }]) => [name, wallet.address]);
  return {
    seed,
    mint: { address: mint.address, decimals: COLLATERAL_DECIMALS, symbol: COLLATERAL_SYMBOL },
    programs: {
      insurancePool: INSURANCE_POOL_PROGRAM,
      riskEngine: RISK_ENGINE_PROGRAM,
      premiumManager: PREMIUM_MANAGER_PROGRAM,
      insolvencyHandler: INSOLVENCY_HANDLER_PROGRAM,
      perp: markets[0]?.site.program as Address,
    },
    markets: await Promise.all(
      markets.map(async ({ plan, site }) => ({
        symbol: plan.symbol,
        market: site.market,
        pool: await poolAddress(site.market),
        oracle: site.oracle,
        coverVault: site.coverVault,
        epochSlots: Number(plan.epochSlots),
      })),
    ),
    wallets: {
      keeper: keeper.wallet.address,
      faucet: faucet.wallet.address,
      ...(Object.fromEntries(lenders) as Record<Provider, Address>),
    },
  };
}
