// Which markets there are, and why there are none.
import { useQuery } from '@tanstack/react-query';
import { controlIfThere, RPC_URL, retryAfterError } from '../cluster.ts';
import { recall, remember } from '../stored.ts';
import type { Market } from './market.ts';
import { marketsOf, NoScenario } from './scenario.ts';

export interface Markets {
  readonly markets: readonly Market[];
  /**
   * `foreign`: the cluster has no insurance programs; `none`: it has, and no market has been found; `unreadable`: it lists
   * something else than markets.
   */
  readonly status: 'loading' | 'ready' | 'none' | 'foreign' | 'unreadable' | 'unreachable';
  readonly retry: () => void;
}

async function readMarkets(): Promise<Pick<Markets, 'markets' | 'status'>> {
  const scenario = await controlIfThere<unknown>('percosec_scenario');
  if (scenario !== null) {
    const markets = marketsOf(scenario);
    return { markets, status: markets.length === 0 ? 'none' : 'ready' };
  }
  const { findMarkets, isInsuredCluster, readMarket } = await import('./pools.ts');
  if (!(await isInsuredCluster())) return { markets: [], status: 'foreign' };
  const found = await findMarkets().catch(() => []);
  const named = await Promise.all(rememberedMarkets().map((market) => readMarket(market).catch(() => null)));
  const all = new Map([...found, ...named].flatMap((market) => (market ? [[market.market, market]] : [])));
  return { markets: [...all.values()], status: all.size === 0 ? 'none' : 'ready' };
}

const rememberedMarkets = (): readonly string[] => recall('markets')?.split(' ').filter(Boolean) ?? [];

/** One that the cluster doesn't list. */
export function rememberMarket(market: string): void {
  remember('markets', [...new Set([...rememberedMarkets(), market])].join(' '));
}

const NOTHING: readonly Market[] = [];

export function useMarkets(): Markets {
  const { data, error, refetch } = useQuery({
    queryKey: ['markets', RPC_URL],
    queryFn: readMarkets,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: retryAfterError,
  });
  const retry = () => void refetch();
  if (data === undefined) {
    const status = error === null ? 'loading' : error instanceof NoScenario ? 'unreadable' : 'unreachable';
    return { markets: NOTHING, status, retry };
  }
  return { ...data, retry };
}
