// Where one market is traded, on paper.
import { SideColumn } from '../insurance/index.tsx';
import type { Market } from '../markets/market.ts';
import { OrderBook } from './book/OrderBook.tsx';
import { ChartPanel } from './chart/ChartPanel.tsx';
import { MarketHeader } from './market/MarketHeader.tsx';
import { PaperProvider } from './paper/PaperProvider.tsx';
import { PositionsPanel } from './positions/PositionsPanel.tsx';
import { Ticket } from './ticket/Ticket.tsx';
import { useTradeWords } from './useTradeWords.ts';
import './trade.css';

export function TradePage({ market }: { readonly market: Market }) {
  const w = useTradeWords();
  return (
    <PaperProvider market={market}>
      <div className="trade">
        <MarketHeader market={market} />
        <ChartPanel market={market} />
        <OrderBook market={market} />
        <Ticket market={market} />
        <PositionsPanel market={market} />
        <aside className="trade-insurance" aria-label={w.insurance}>
          <SideColumn market={market} />
        </aside>
      </div>
    </PaperProvider>
  );
}
