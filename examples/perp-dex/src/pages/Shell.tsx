import { NavLink, Outlet, useParams } from 'react-router';
import { useMarkets } from '../markets/useMarkets.ts';
import { usePreferences } from '../preferences.tsx';
import { useWords } from '../words/useWords.ts';
import { words } from '../words/words.ts';

export function Shell() {
  const { symbol = 'SOL-PERP' } = useParams();
  const { markets } = useMarkets();
  const { language, scheme, setLanguage, setScheme } = usePreferences();
  const w = useWords(words);
  return (
    <>
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <header className="site-header">
        <nav aria-label={w.main}>
          <NavLink to={`/trade/${symbol}`}>{w.trade}</NavLink>
          <NavLink to={`/earn/${symbol}`}>{w.earn}</NavLink>
        </nav>
        <button type="button" onClick={() => setLanguage(language === 'en' ? 'ar' : 'en')}>
          {w.otherLanguage}
        </button>
        <button type="button" onClick={() => setScheme(scheme === 'dark' ? 'light' : 'dark')}>
          {scheme === 'dark' ? w.light : w.dark}
        </button>
      </header>
      <nav aria-label={w.markets}>
        {markets.map((market) => (
          <NavLink key={market.market} to={`/trade/${market.symbol}`}>
            {market.symbol}
          </NavLink>
        ))}
      </nav>
      <main id="content">
        <Outlet />
      </main>
    </>
  );
}
