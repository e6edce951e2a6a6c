// The market's own account, live, and what it allows: as the host's program would know them, read from the chain.
import { type InsuredMarket, insuredMarketCodec, marketConfigAddress, marketConfigCodec } from '@percosec/sdk';
import { useConnection } from '@solana/wallet-adapter-react';
import { PublicKey } from '@solana/web3.js';
import { useQuery } from '@tanstack/react-query';
import { retryAfterError } from '../../cluster.ts';
import { useLiveAccount } from '../../market-data/useLiveAccount.ts';
import type { Market } from '../../markets/market.ts';

const decode = (data: Uint8Array): InsuredMarket => insuredMarketCodec.decode(data);

/** Whoever selects a part renders when that changes. undefined while it is unknown. */
export function useMarketAccount<Part>({ market }: Market, select: (account: InsuredMarket) => Part): Part | undefined {
  return useQuery({ ...useLiveAccount(market, decode), select }).data;
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
