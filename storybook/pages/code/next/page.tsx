import '@percosec/widgets/styles.css';
import { createPercosecClient } from '@percosec/sdk';
import { riskQueryOptions, serializeData } from '@percosec/sdk/query';
import { RiskBadge } from '@percosec/widgets';
import { dehydrate, QueryClient } from '@tanstack/react-query';
import { Providers } from './providers.tsx';

/** A server component: the first paint shows the grade already, and the browser takes over without reading it again. */
export default async function Page({ params }: { readonly params: Promise<{ readonly market: string }> }) {
  const { market } = await params;
  const client = createPercosecClient({ rpcUrl: 'https://your-rpc.example' });
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(riskQueryOptions(client, { market }));
  return (
    <Providers state={dehydrate(queryClient, { serializeData })}>
      <RiskBadge market={market} />
    </Providers>
  );
}
