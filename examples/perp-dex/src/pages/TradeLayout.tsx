import type { Market } from '../markets/market.ts';
import { TradePage } from '../trade/TradePage.tsx';
import { useWords } from '../words/useWords.ts';
import { useTitle } from './useTitle.ts';
import { words } from './words.ts';

/** Trading, with the market's insurance in it. */
export function TradeLayout({ market }: { readonly market: Market }) {
  const w = useWords(words);
  useTitle(market.symbol, w.trade);
  return <TradePage market={market} />;
}
