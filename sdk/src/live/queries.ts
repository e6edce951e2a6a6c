import type { Query, QueryClient } from '@tanstack/react-query';
import type { Address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import type { LiveSource, PercosecQueryFunction } from '../query/source.ts';
import type { AccountSnapshot } from './accounts.ts';

interface Following {
  /** The query was read: what was told meanwhile is looked at. */
  fetched(): void;
  stop(): void;
}

/** Keeps the observed queries of this client as the chain is. Queries that nobody observes are left alone. */
export function connectLive(client: PercosecClient, queryClient: QueryClient): () => void {
  const cache = queryClient.getQueryCache();
  const followed = new Map<Query, Following>();

  function consider(query: Query): void {
    const source = query.isActive() ? sourceOf(query, client) : undefined;
    if (source && !followed.has(query)) followed.set(query, follow(client, queryClient, query, source));
    if (!source) leave(query);
  }

  function leave(query: Query): void {
    followed.get(query)?.stop();
    followed.delete(query);
  }

  for (const query of cache.getAll()) consider(query);
  const unsubscribe = cache.subscribe((event) => {
    if (event.type.startsWith('observer')) consider(event.query);
    else if (event.type === 'removed') leave(event.query);
    else if (event.type === 'updated' && /^(success|error)$/.test(event.action.type))
      followed.get(event.query)?.fetched();
  });
  return () => {
    unsubscribe();
    for (const query of [...followed.keys()]) leave(query);
  };
}

/** On the observers' functions: a query that came from a server has data before it has a function. */
function sourceOf(query: Query, client: PercosecClient): LiveSource<unknown> | undefined {
  for (const { options } of [...query.observers, query]) {
    const source = (options.queryFn as PercosecQueryFunction<unknown> | undefined)?.live;
    if (source?.client === client) return source;
  }
  return undefined;
}

function follow(
  client: PercosecClient,
  queryClient: QueryClient,
  query: Query,
  source: LiveSource<unknown>,
): Following {
  const known = new Map<Address, AccountSnapshot>();
  let addresses: readonly Address[] = [];
  let unwatch: (() => void) | undefined;
  let stopped = false;
  /** Told that it has to be read anew, while it was being read. */
  let missed = false;

  function update(): void {
    const accounts = addresses.flatMap((address) => known.get(address) ?? []);
    if (accounts.length === 0 || accounts.length < addresses.length) return;
    const previous = query.state.data;
    try {
      const data = source.update(accounts, previous);
      if (data === undefined) {
        missed = query.state.fetchStatus !== 'idle';
        if (!missed) void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
      } else {
        queryClient.setQueryData(query.queryKey, data);
      }
    } catch (error) {
      // The last value stays where it is: it is old, not wrong.
      query.setState({ status: 'error', error: error as Error, errorUpdatedAt: Date.now() });
    }
  }

  async function start(): Promise<void> {
    addresses = await Promise.all(source.addresses());
    if (stopped) return;
    unwatch = client.watchAccounts(addresses, (changed) => {
      for (const account of changed) known.set(account.address, account);
      update();
    });
  }
  // An address that can't be derived is the error of the read.
  start().catch(() => {});

  return {
    fetched() {
      if (!missed) return;
      missed = false;
      update();
    },
    stop() {
      stopped = true;
      unwatch?.();
    },
  };
}
