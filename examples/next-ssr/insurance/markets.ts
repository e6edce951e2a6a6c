// What both sides agree on: what the chain is called, and which markets there are, which is a query of the page's own beside
// PercoSec's.
import { type Address, address, type PercosecClient } from '@percosec/sdk';

/** Both read one chain by different URLs: in the keys of their queries it has one name. */
export const CHAIN = 'chain';

/** As many of a market's claims as are read ahead, and asked for. */
export const CLAIMS = 50;

export interface Markets {
  readonly markets: readonly { readonly market: Address; readonly name: string }[];
  /** What tokens are called, by mint. */
  readonly symbols: Readonly<Record<string, string>>;
}

/** What a localnet with the scenario says of itself. */
interface Scenario {
  readonly mint: { readonly address: string; readonly symbol: string };
  readonly markets: readonly { readonly symbol: string; readonly market: string }[];
}

export const marketsQuery = (client: PercosecClient) => ({
  queryKey: ['markets', client.key] as const,
  queryFn: async (): Promise<Markets> => {
    const scenario = await client.rpc.request<Scenario | null>('percosec_scenario', []);
    if (scenario === null) return { markets: [], symbols: {} };
    const { mint, markets } = scenario;
    return {
      markets: markets.map(({ symbol, market }) => ({ market: address(market), name: symbol })),
      symbols: { [mint.address]: mint.symbol },
    };
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export const shortened = (market: string): string => `${market.slice(0, 4)}…${market.slice(-4)}`;

/** Of a list of addresses, each with a name or without one. */
export function marketsOf(list: string): Markets {
  const markets = list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [market = '', name = shortened(market)] = entry.split('=').reverse();
      return { market: address(market.trim()), name: name.trim() };
    });
  return { markets, symbols: {} };
}
