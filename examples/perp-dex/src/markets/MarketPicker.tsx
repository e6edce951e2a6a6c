// The markets side by side, each with its price: the same page for another market.
import { NavLink } from 'react-router';
import { LastPrice } from '../market-data/LastPrice.tsx';
import { useWords } from '../words/useWords.ts';
import { useMarkets } from './useMarkets.ts';
import { words } from './words.ts';

export function MarketPicker({ page }: { readonly page: string }) {
  const { markets } = useMarkets();
  const w = useWords(words);
  return (
    <nav className="market-picker" aria-label={w.markets}>
      <ul>
        {markets.map((market) => (
          <li key={market.market}>
            <NavLink to={`/${page}/${market.symbol}`}>{market.symbol}</NavLink>
            <LastPrice market={market} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
