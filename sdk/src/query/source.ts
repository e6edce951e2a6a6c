// What a live query reads, and what it means: its options carry it on their query function, where `connectLive` finds it.
import type { DataTag, QueryClient } from '@tanstack/react-query';
import type { Address, AddressLike } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import type { PercosecError } from '../error.ts';
import type { AccountSnapshot } from '../live/accounts.ts';
import type { Snapshot } from '../rpc.ts';

export interface LiveSource<T> {
  readonly client: PercosecClient;
  addresses(): readonly (Address | Promise<Address>)[];
  /** The data as the accounts are now; undefined where they tell that it has to be read anew. */
  update(accounts: readonly AccountSnapshot[], previous: T | undefined): T | undefined;
}

export interface PercosecQueryContext {
  readonly signal: AbortSignal;
  /** Where what was read before is found. */
  readonly client?: Pick<QueryClient, 'getQueryData'>;
}

export interface PercosecQueryFunction<T> {
  (context: PercosecQueryContext): Promise<T>;
  readonly live?: LiveSource<T>;
}

/** Options for `useQuery`, `fetchQuery`, `prefetchQuery` and the like. */
export interface PercosecQueryOptions<T, Key extends readonly unknown[]> {
  readonly queryKey: DataTag<Key, T, PercosecError>;
  readonly queryFn: PercosecQueryFunction<T>;
  readonly enabled: boolean;
  readonly staleTime: number;
  readonly retry: (failureCount: number, error: PercosecError) => boolean;
  readonly retryDelay: (failureCount: number, error: PercosecError) => number;
}

/** A market or an owner that may not be known yet: the query waits for it. */
export type Later<T = AddressLike> = T | null | undefined;

/** As it stands in a query key. A wrong address is an error of the query, not of the render that made its key. */
export function nameOf(value: Later): string | null {
  return value == null ? null : typeof value === 'string' ? value : value.toBase58();
}

export function percosecQueryOptions<T, const Key extends readonly unknown[]>(
  queryKey: Key,
  enabled: boolean,
  queryFn: PercosecQueryFunction<T>,
  // What is followed doesn't age: what changes is told by the chain.
  staleTime = Number.POSITIVE_INFINITY,
): PercosecQueryOptions<T, Key> {
  return {
    queryKey: queryKey as DataTag<Key, T, PercosecError>,
    queryFn,
    enabled,
    staleTime,
    // The same bytes would be wrong again; a line that was down may be up again.
    retry: (failureCount, { code }) =>
      failureCount < 3 && /^Rpc(Unreachable|Timeout|RateLimited|Malformed)$/.test(code),
    retryDelay: (failureCount, { context }) => Math.max(Number(context?.retryAfterMs ?? 0), 1_000 * 2 ** failureCount),
  };
}

/** A query whose data is what some accounts hold. */
export function accountsQueryOptions<T, const Key extends readonly unknown[]>(
  client: PercosecClient,
  queryKey: Key,
  enabled: boolean,
  addressesOf: (addresses: PercosecClient['addresses']) => readonly (Address | Promise<Address>)[],
  decode: (accounts: readonly AccountSnapshot[]) => T,
): PercosecQueryOptions<Snapshot<T>, Key> {
  const addresses = () => addressesOf(client.addresses);
  const update = (accounts: readonly AccountSnapshot[]) => snapshotOf(accounts, decode(accounts));
  return percosecQueryOptions(
    queryKey,
    enabled,
    Object.assign(
      async ({ signal }: { readonly signal: AbortSignal }) =>
        update(await client.readAccounts(addresses(), { signal })),
      { live: { client, addresses, update } },
    ),
  );
}

/** As new as the newest of its accounts: the others are followed too, so they are what they were. */
export function snapshotOf<T>(accounts: readonly AccountSnapshot[], value: T): Snapshot<T> {
  const { slot, receivedAt, source } = accounts.reduce((newest, account) =>
    account.slot >= newest.slot ? account : newest,
  );
  return { value, slot, receivedAt, source };
}
