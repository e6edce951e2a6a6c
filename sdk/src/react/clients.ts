// One client an endpoint and one live line a client and query client, however many providers, renders and StrictMode's
// second mounts there are. A client holds no resource of its own: its socket opens with the first watcher and closes
// with the last. So it may be made while rendering, may be kept for a provider that comes back, and a transaction whose
// component is gone is still watched to its end.
import type { QueryClient } from '@tanstack/react-query';
import { createPercosecClient, type PercosecClient } from '../client.ts';
import { connectLive } from '../live/queries.ts';
import type { ConnectionLike } from '../rpc.ts';

export interface ClientSource {
  readonly connection?: ConnectionLike | undefined;
  readonly rpcUrl?: string | undefined;
  readonly wsUrl?: string | undefined;
  readonly apiUrl?: string | undefined;
}

/** A client lives as long as the host's connection; one of a URL, which is no object, as long as the query client. */
const clients = /* @__PURE__ */ new WeakMap<object, Map<string, PercosecClient>>();

/** undefined where the source names no endpoint. */
export function clientOf(source: ClientSource, queryClient: QueryClient): PercosecClient | undefined {
  const { connection, rpcUrl, wsUrl, apiUrl } = source;
  if (connection === undefined && rpcUrl === undefined) return undefined;
  const keeper = connection ?? queryClient;
  const kept = clients.get(keeper) ?? new Map<string, PercosecClient>();
  clients.set(keeper, kept);
  const name = JSON.stringify(connection === undefined ? [rpcUrl, wsUrl, apiUrl] : [apiUrl]);
  const client = kept.get(name) ?? createPercosecClient(options(source));
  kept.set(name, client);
  return client;
}

function options({ connection, rpcUrl, wsUrl, apiUrl }: ClientSource): Parameters<typeof createPercosecClient>[0] {
  const api = apiUrl === undefined ? {} : { apiUrl };
  if (connection !== undefined) return { connection, ...api };
  return { rpcUrl: rpcUrl as string, ...(wsUrl === undefined ? {} : { wsUrl }), ...api };
}

interface Line {
  users: number;
  readonly disconnect: () => void;
}

const lines = /* @__PURE__ */ new WeakMap<QueryClient, WeakMap<PercosecClient, Line>>();

/** Keeps observed queries live until every caller has called what it returns. */
export function goLive(client: PercosecClient, queryClient: QueryClient): () => void {
  const ofClients = lines.get(queryClient) ?? new WeakMap<PercosecClient, Line>();
  lines.set(queryClient, ofClients);
  const line = ofClients.get(client) ?? { users: 0, disconnect: connectLive(client, queryClient) };
  ofClients.set(client, line);
  line.users += 1;
  return () => {
    line.users -= 1;
    if (line.users > 0) return;
    ofClients.delete(client);
    line.disconnect();
  };
}
