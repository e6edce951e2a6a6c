import type { PercosecClient } from '../client.ts';
import { clusterOf } from '../transactions/cluster.ts';
import { percosecQueryOptions } from './source.ts';

/** Which cluster the client reads, by its first block: asked once. */
export const clusterQueryOptions = (client: PercosecClient) =>
  percosecQueryOptions(['percosec', client.key, 'cluster'], true, () => clusterOf(client.rpc));
