import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import type { Market } from '../markets/market.ts';
import { useMarkets } from '../markets/useMarkets.ts';
import { StressPanel } from '../stress/StressPanel.tsx';
import { useWords } from '../words/useWords.ts';
import { words } from '../words/words.ts';
import { NotFound } from './NotFound.tsx';

/** The page of the market that the address names. */
export function MarketRoute({ page: Page }: { readonly page: ComponentType<{ readonly market: Market }> }) {
  const { symbol } = useParams();
  const { markets, status } = useMarkets();
  const { loading } = useWords(words);
  if (status === 'loading') return <p>{loading}</p>;
  const market = markets.find((one) => one.symbol === symbol);
  if (market === undefined) return <NotFound />;
  // Another market is another page: no figure of the one before may stay.
  return (
    <>
      <Page key={market.market} market={market} />
      <StressPanel market={market} />
    </>
  );
}
