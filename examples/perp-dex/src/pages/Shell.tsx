// What is around every page.
import { useEffect } from 'react';
import { NavLink, Outlet, useLocation, useParams } from 'react-router';
import { MarketPicker } from '../markets/MarketPicker.tsx';
import { useMarkets } from '../markets/useMarkets.ts';
import { usePreferences } from '../preferences.tsx';
import { StressPanel } from '../stress/StressPanel.tsx';
import { WalletButton } from '../wallet/WalletButton.tsx';
import { useWords } from '../words/useWords.ts';
import { FailureBoundary } from './FailureBoundary.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { words } from './words.ts';

export function Shell() {
  const { symbol } = useParams();
  const { pathname } = useLocation();
  const { markets, status } = useMarkets();
  const { language, scheme, setLanguage, setScheme } = usePreferences();
  const w = useWords(words);
  // Whichever page it is, there is a market to go on with.
  const market = markets.find((one) => one.symbol === symbol) ?? markets[0];
  // While they are still being read, the address tells it.
  const current = market?.symbol ?? symbol;
  const page = pathname.startsWith('/earn') ? 'earn' : 'trade';

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <>
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <header className="site-header">
        <span className="brand" translate="no">
          <img src="/meridian.svg" alt="" width={28} height={28} />
          <span>Meridian</span>
        </span>
        <nav className="site-nav" aria-label={w.main}>
          <NavLink to={current ? `/trade/${current}` : '/'}>{w.trade}</NavLink>
          <NavLink to={current ? `/earn/${current}` : '/earn'}>{w.earn}</NavLink>
        </nav>
        <div className="site-tools">
          <button
            type="button"
            className="quiet"
            lang={language === 'en' ? 'ar' : 'en'}
            onClick={() => setLanguage(language === 'en' ? 'ar' : 'en')}
          >
            {w.otherLanguage}
          </button>
          <button type="button" className="quiet" onClick={() => setScheme(scheme === 'dark' ? 'light' : 'dark')}>
            {scheme === 'dark' ? w.light : w.dark}
          </button>
          <WalletButton />
        </div>
      </header>
      <MarketPicker page={page} />
      {/* Without markets the page says so itself. */}
      {status === 'ready' && <OfflineBanner />}
      <main id="content" tabIndex={-1}>
        <FailureBoundary key={pathname}>
          <Outlet />
        </FailureBoundary>
      </main>
      <footer className="site-footer">{w.madeUp}</footer>
      {market && <StressPanel key={market.market} market={market} />}
    </>
  );
}
