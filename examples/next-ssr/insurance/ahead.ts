// What the server reads before it writes a page.
import { createPercosecClient, type PercosecClient } from '@percosec/sdk';
import { serializeData } from '@percosec/sdk/query';
import { type DehydratedState, dehydrate, type FetchQueryOptions, QueryClient } from '@tanstack/react-query';
import { listedMarkets, patience, serverUrl } from './chain.ts';
import { CHAIN, type Markets, marketsOf, marketsQuery } from './markets.ts';

export interface Ahead {
  /** What was read, for the browser. */
  readonly state: DehydratedState;
  /** Nothing failed. */
  readonly complete: boolean;
}

/** Markets are undefined where they could not be read. */
type Queries = (client: PercosecClient, markets: Markets | undefined) => readonly object[];

export async function readAhead(queries: Queries): Promise<Ahead> {
  const client = createPercosecClient({ rpcUrl: serverUrl(), key: CHAIN, timeout: patience() });
  const queryClient = new QueryClient();
  // Once: the browser tries again, and it has more time.
  const read = (options: object) => queryClient.prefetchQuery({ ...options, retry: false } as FetchQueryOptions);
  const ofMarkets = marketsQuery(client);
  const list = listedMarkets();
  if (list === undefined) await read(ofMarkets);
  else queryClient.setQueryData(ofMarkets.queryKey, marketsOf(list));
  const markets = queryClient.getQueryData<Markets>(ofMarkets.queryKey);
  // All of them in one request.
  await Promise.all(queries(client, markets).map(read));
  client.close();
  const complete = queryClient
    .getQueryCache()
    .getAll()
    .every(({ state }) => state.status === 'success');
  return { state: dehydrate(queryClient, { serializeData }), complete };
}
