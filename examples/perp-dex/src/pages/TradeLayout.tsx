import { MarketBadge, SideColumn } from '../insurance/index.tsx';
import type { Market } from '../markets/market.ts';
import { TradePage } from '../trade/TradePage.tsx';

export const TradeLayout = ({ market }: { readonly market: Market }) => (
  <>
    <header className="market-header">
      <h1>{market.symbol}</h1>
      <MarketBadge market={market} />
    </header>
    <div className="trade-layout">
      <TradePage market={market} />
      <aside>
        <SideColumn market={market} />
      </aside>
    </div>
  </>
);
