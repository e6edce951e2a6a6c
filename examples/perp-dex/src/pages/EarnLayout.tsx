import { EarnPage, MarketBadge } from '../insurance/index.tsx';
import type { Market } from '../markets/market.ts';
import { useWords } from '../words/useWords.ts';
import { useTitle } from './useTitle.ts';
import { words } from './words.ts';

/** Insuring a market, for its premiums. */
export function EarnLayout({ market }: { readonly market: Market }) {
  const w = useWords(words);
  useTitle(market.symbol, w.earn);
  return (
    <>
      <header className="earn-header">
        <h1>{w.pool(market.symbol)}</h1>
        <MarketBadge market={market} />
      </header>
      <p className="earn-how">{w.poolHow}</p>
      <EarnPage market={market} />
    </>
  );
}
