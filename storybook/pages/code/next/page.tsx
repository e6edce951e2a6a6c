import '@percosec/widgets/styles.css';
import { createPercosecClient } from '@percosec/sdk';
import { riskQueryOptions, serializeData } from '@percosec/sdk/query';
import { RiskBadge } from '@percosec/widgets';
import { dehydrate, QueryClient } from '@tanstack/react-query';
import { connection } from 'next/server.js';
import { Suspense } from 'react';
import { Providers } from './providers.tsx';

interface PageProps {
  readonly params: Promise<{ readonly market: string }>;
}

export default function Page(props: PageProps) {
  return (
    <Suspense fallback={<p>Loading</p>}>
      <Insurance {...props} />
    </Suspense>
  );
}

/** A server component: it comes with the grade, and the browser takes over without reading it again. */
async function Insurance({ params }: PageProps) {
  // Once a visit, and not when the site is built.
  await connection();
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
