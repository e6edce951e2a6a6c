// Which markets there are.
import { useQuery } from '@tanstack/react-query';
import { control, RPC_URL } from '../cluster.ts';
import type { Market } from './market.ts';

interface Scenario {
  readonly mint: { readonly address: string; readonly decimals: number; readonly symbol: string };
  readonly markets: readonly { symbol: string; market: string; oracle: string; epochSlots: number }[];
}

export interface Markets {
  readonly markets: readonly Market[];
  readonly status: 'loading' | 'ready' | 'none' | 'unreachable';
}

async function readMarkets(): Promise<readonly Market[]> {
  const scenario = await control<Scenario | null>('percosec_scenario');
  if (scenario === null) return [];
  const { address, decimals, symbol } = scenario.mint;
  return scenario.markets.map((market) => ({ ...market, token: address, decimals, tokenSymbol: symbol }));
}

const NOTHING: readonly Market[] = [];

export function useMarkets(): Markets {
  const { data, isError } = useQuery({
    queryKey: ['markets', RPC_URL],
    queryFn: readMarkets,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.status === 'error' ? 3_000 : false),
  });
  if (data === undefined) return { markets: NOTHING, status: isError ? 'unreachable' : 'loading' };
  return { markets: data, status: data.length === 0 ? 'none' : 'ready' };
}
