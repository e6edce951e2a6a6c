import { MarketBadge, SideColumn } from '../insurance/index.tsx';
import { LastPrice } from '../market-data/LastPrice.tsx';
import type { Market } from '../markets/market.ts';
import { TradePage } from '../trade/TradePage.tsx';
import { useWords } from '../words/useWords.ts';
import { useTitle } from './useTitle.ts';
import { words } from './words.ts';

/** Trading, with the market's insurance at its side. */
export function TradeLayout({ market }: { readonly market: Market }) {
  const w = useWords(words);
  useTitle(market.symbol, w.trade);
  return (
    <>
      <header className="market-header">
        <h1>{market.symbol}</h1>
        <LastPrice market={market} />
        <MarketBadge market={market} />
      </header>
      <div className="trade-layout">
        <div className="trade-main">
          <TradePage market={market} />
        </div>
        <aside aria-label={w.insurance}>
          <SideColumn market={market} />
        </aside>
      </div>
    </>
  );
}
