// The markets side by side, each with its price: the same page for another market.
import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { LastPrice } from '../market-data/LastPrice.tsx';
import { useWords } from '../words/useWords.ts';
import { useMarkets } from './useMarkets.ts';
import { words } from './words.ts';

export function MarketPicker({ page }: { readonly page: string }) {
  const { markets } = useMarkets();
  const { pathname } = useLocation();
  const w = useWords(words);
  const nav = useRef<HTMLElement>(null);
  // On a phone they don't all fit side by side.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address, another current market
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname, markets]);
  return (
    <nav className="market-picker" aria-label={w.markets} ref={nav}>
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
