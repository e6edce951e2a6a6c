// The market's own account, live, and what it allows: as the host's program would know them, read from the chain.
import { type InsuredMarket, insuredMarketCodec, marketConfigAddress, marketConfigCodec } from '@percosec/sdk';
import { useConnection } from '@solana/wallet-adapter-react';
import { PublicKey } from '@solana/web3.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Market } from '../../markets/market.ts';

const retryAfterError = ({ state }: { state: { status: string } }) => (state.status === 'error' ? 3_000 : false);

/** Whoever selects a part renders when that changes. undefined while it is unknown. */
export function useMarketAccount<Part>({ market }: Market, select: (account: InsuredMarket) => Part): Part | undefined {
  const { connection } = useConnection();
  const { data } = useQuery({
    queryKey: ['market-account', connection.rpcEndpoint, market],
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: retryAfterError,
    select,
    async queryFn(): Promise<InsuredMarket> {
      const account = await connection.getAccountInfo(new PublicKey(market), 'confirmed');
      if (account === null) throw new Error(`There is no market account at ${market}.`);
      return insuredMarketCodec.decode(account.data);
    },
  });
  return data;
}

/** Keeps what the hook above reads up to date. Once a page. */
export function useFollowedMarket({ market }: Market): void {
  const { connection } = useConnection();
  const queryClient = useQueryClient();
  useEffect(() => {
    const subscription = connection.onAccountChange(
      new PublicKey(market),
      ({ data }) =>
        queryClient.setQueryData(['market-account', connection.rpcEndpoint, market], insuredMarketCodec.decode(data)),
      { commitment: 'confirmed' },
    );
    return () => {
      connection.removeAccountChangeListener(subscription);
    };
  }, [connection, market, queryClient]);
}

/** 10,000 = 1×; undefined while unknown, null where nobody has set it. */
export function useMaxLeverageBps({ market }: Market): bigint | null | undefined {
  const { connection } = useConnection();
  const { data } = useQuery({
    queryKey: ['market-config', connection.rpcEndpoint, market],
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: retryAfterError,
    async queryFn() {
      const address = new PublicKey(await marketConfigAddress(market));
      const account = await connection.getAccountInfo(address, 'confirmed');
      return account === null ? null : marketConfigCodec.decode(account.data).maxLeverageBps;
    },
  });
  return data;
}
