// Says aloud that a position has just been liquidated. What happened before the page was opened is only in the list.
import { useState } from 'react';
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { usePaperAccount } from '../paper/PaperProvider.tsx';
import { useTradeWords } from '../useTradeWords.ts';

export function LiquidationNotice({ market: { decimals, tokenSymbol } }: { readonly market: Market }) {
  const w = useTradeWords();
  const figures = useFigures();
  const past = usePaperAccount((account) => account.past);
  const [before] = useState(past);
  const known = new Set(before.map(({ id }) => id));
  const last = past.find(({ id, end }) => end === 'liquidated' && !known.has(id));
  return (
    <p className="visually-hidden" role="alert">
      {last &&
        `${w.sideOf[last.side]} ${figures.money(last.size, decimals)} ${tokenSymbol}: ${w.liquidatedAt(figures.price(last.exit))}`}
    </p>
  );
}
