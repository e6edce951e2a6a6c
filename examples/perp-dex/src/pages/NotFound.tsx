import { Link } from 'react-router';
import { useMarkets } from '../markets/useMarkets.ts';
import { useWords } from '../words/useWords.ts';
import { useTitle } from './useTitle.ts';
import { words } from './words.ts';

export function NotFound({ symbol }: { readonly symbol?: string }) {
  const w = useWords(words);
  const { markets } = useMarkets();
  const title = symbol === undefined ? w.noSuchPage : w.noSuchMarket;
  useTitle(title);
  return (
    <section className="notice-page">
      <h1>{title}</h1>
      <p>{symbol === undefined ? w.noSuchPageWhy : w.noSuchMarketWhy(symbol)}</p>
      {markets.length > 0 && (
        <>
          <p>{w.listed}</p>
          <ul>
            {markets.map((market) => (
              <li key={market.market}>
                <Link to={`/trade/${market.symbol}`}>{market.symbol}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
