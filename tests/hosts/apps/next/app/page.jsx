// Rendered on the server, once a request: the badge with what the chain said there, the rest as it waits for the browser.
import { createPercosecClient } from '@percosec/sdk';
import { riskQueryOptions, serializeData } from '@percosec/sdk/query';
import { DepositPanel, PoolHealthGauge, RiskBadge, WithdrawUnlockTimer } from '@percosec/widgets';
import { dehydrate, QueryClient } from '@tanstack/react-query';
import { connection } from 'next/server';
import { Suspense } from 'react';
import { Providers } from './providers.jsx';

export default function Page() {
  return (
    <Suspense>
      <Insurance />
    </Suspense>
  );
}

async function Insurance() {
  await connection();
  const { MARKET: market, RPC_URL: rpcUrl, WS_URL: wsUrl } = process.env;
  const client = createPercosecClient({ rpcUrl, wsUrl });
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(riskQueryOptions(client, { market }));
  client.close();
  return (
    <Providers state={dehydrate(queryClient, { serializeData })} rpcUrl={rpcUrl} wsUrl={wsUrl}>
      <RiskBadge market={market} name="SOL-PERP" />
      <PoolHealthGauge market={market} name="SOL-PERP" />
      <WithdrawUnlockTimer market={market} name="SOL-PERP" />
      <DepositPanel market={market} name="SOL-PERP" />
    </Providers>
  );
}
