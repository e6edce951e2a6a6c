// An account of the chain as it changes, read once and followed once, however many parts of the page look at it.
import { useConnection } from '@solana/wallet-adapter-react';
import { type Connection, PublicKey } from '@solana/web3.js';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { retryAfterError } from '../cluster.ts';

/** What `useQuery` reads; undefined: which account it is isn't known. */
export function useLiveAccount<Account>(address: string | undefined, decode: (data: Uint8Array) => Account) {
  const { connection } = useConnection();
  const queryClient = useQueryClient();
  const { rpcEndpoint } = connection;

  useEffect(() => {
    if (address === undefined) return;
    return follow(connection, address, (data) =>
      queryClient.setQueryData(['account', rpcEndpoint, address], decode(data)),
    );
  }, [connection, rpcEndpoint, address, queryClient, decode]);

  return queryOptions({
    queryKey: ['account', rpcEndpoint, address],
    enabled: address !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: retryAfterError,
    async queryFn(): Promise<Account> {
      const account = await connection.getAccountInfo(new PublicKey(address as string), 'confirmed');
      if (account === null) throw new Error(`There is no account at ${address}.`);
      return decode(account.data);
    },
  });
}

interface Followed {
  followers: number;
  readonly subscription: number;
}

const followed = new WeakMap<Connection, Map<string, Followed>>();

/** The first one subscribes, for all of them: a message is decoded once. The last one ends it. */
function follow(connection: Connection, address: string, heard: (data: Uint8Array) => void): () => void {
  const accounts = followed.get(connection) ?? new Map<string, Followed>();
  followed.set(connection, accounts);
  const account = accounts.get(address) ?? {
    followers: 0,
    subscription: connection.onAccountChange(new PublicKey(address), ({ data }) => heard(data), {
      commitment: 'confirmed',
    }),
  };
  accounts.set(address, account);
  account.followers += 1;
  return () => {
    account.followers -= 1;
    if (account.followers > 0) return;
    accounts.delete(address);
    connection.removeAccountChangeListener(account.subscription);
  };
}
