// What goes wrong with a market, on purpose: only on a chain of one's own that has a life to disturb.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { controlIfThere, isLocal, RPC_URL } from '../cluster.ts';
import type { Market } from '../markets/market.ts';
import type { Life } from './acts.ts';

/** Nobody else loads it. */
const Panel = lazy(() => import('./Panel.tsx'));

export function StressPanel({ market }: { readonly market: Market }) {
  const { data: life } = useQuery({
    queryKey: ['life', RPC_URL],
    enabled: isLocal,
    queryFn: () => controlIfThere<Life>('percosec_life'),
    // A chain has a life or has none; whether it rests can change in another window.
    refetchInterval: ({ state }) => (state.data ? 2_000 : state.status === 'error' ? 3_000 : false),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!life) return null;
  return (
    <Suspense fallback={null}>
      <Panel key={market.market} market={market} life={life} />
    </Suspense>
  );
}
