import type { Market } from '../markets/market.ts';
import { usePreferences } from '../preferences.tsx';
import { useWords } from '../words/useWords.ts';
import { priceText } from './price-text.ts';
import { usePrice } from './usePrice.ts';
import { words } from './words.ts';

/** The oracle's price as it moves; a dash, with the reason, while it is unknown. */
export function LastPrice({ market }: { readonly market: Market }) {
  const { language } = usePreferences();
  const { price, stale } = usePrice(market);
  const w = useWords(words);
  if (price === undefined)
    return (
      <span className="price" title={w.unknownPrice}>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{w.unknownPrice}</span>
      </span>
    );
  return (
    <span className="price" data-stale={stale || undefined} title={stale ? w.stalePrice : undefined}>
      {priceText(price, language)}
      {stale && <span className="visually-hidden"> {w.stalePrice}</span>}
    </span>
  );
}
