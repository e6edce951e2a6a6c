// A page with five hooks for each market, as the five widgets would use them; it counts its renders.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import {
  PercosecClientProvider,
  useClaims,
  useMarket,
  usePool,
  usePosition,
  useRisk,
} from '../../sdk/src/exports/react-core.ts';

export interface PageOptions {
  readonly rpcUrl: string;
  readonly wsUrl: string;
  readonly markets: readonly string[];
  readonly owner: string;
}

export interface MountedPage {
  /** How often each market's part was rendered. */
  readonly renders: ReadonlyMap<string, number>;
  /** Whether every hook has its value; throws where one has an error instead. */
  complete(): boolean;
  unmount(): void;
}

interface MarketProps {
  readonly market: string;
  readonly owner: string;
  readonly onRender: (market: string) => void;
  readonly onComplete: (market: string) => void;
}

function Market({ market, owner, onRender, onComplete }: MarketProps) {
  onRender(market);
  const answers = [
    usePool({ market }),
    useRisk({ market }),
    usePosition({ market, owner }),
    useMarket({ market }),
    useClaims({ market }),
  ];
  const error = answers.find((answer) => answer.error)?.error;
  if (error) throw error;
  if (answers.every((answer) => answer.data !== undefined)) onComplete(market);
  return <p>{market}</p>;
}

export function mount(container: HTMLElement, { rpcUrl, wsUrl, markets, owner }: PageOptions): MountedPage {
  const renders = new Map<string, number>();
  const done = new Set<string>();
  const count = (market: string) => renders.set(market, (renders.get(market) ?? 0) + 1);
  const root = createRoot(container);
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <PercosecClientProvider rpcUrl={rpcUrl} wsUrl={wsUrl}>
        {markets.map((market) => (
          <Market key={market} market={market} owner={owner} onRender={count} onComplete={(one) => done.add(one)} />
        ))}
      </PercosecClientProvider>
    </QueryClientProvider>,
  );
  return { renders, complete: () => done.size === markets.length, unmount: () => root.unmount() };
}
