// The page of the market that the address names; else the reason why there is none.
import type { ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Market } from '../markets/market.ts';
import { useMarkets } from '../markets/useMarkets.ts';
import { useWords } from '../words/useWords.ts';
import { ClusterProblem } from './ClusterProblem.tsx';
import { NotFound } from './NotFound.tsx';
import { words } from './words.ts';

export function MarketRoute({ page: Page }: { readonly page: ComponentType<{ readonly market: Market }> }) {
  const { symbol } = useParams();
  const { markets, status, retry } = useMarkets();
  const { loading } = useWords(words);
  // As high as what is coming: nothing below it jumps.
  if (status === 'loading')
    return (
      <div className="page-skeleton" role="status">
        <p>{loading}</p>
      </div>
    );
  if (status !== 'ready') return <ClusterProblem status={status} retry={retry} />;
  const market = markets.find((one) => one.symbol === symbol);
  if (market === undefined) return symbol === undefined ? <ToFirst markets={markets} /> : <NotFound symbol={symbol} />;
  // Another market is another page: nothing of the one before stays.
  return <Page key={market.market} market={market} />;
}

const ToFirst = ({ markets: [first] }: { readonly markets: readonly Market[] }) => (
  <Navigate to={`/trade/${first?.symbol}`} replace />
);
