// What the chain says now.
import type { Market } from '../markets/market.ts';
import { useWords } from '../words/useWords.ts';
import type { Figures } from './figures.ts';
import type { Standing } from './standing.ts';
import { words } from './words.ts';

interface Props {
  readonly market: Market;
  /** undefined while unread, null where there is no pool. */
  readonly standing: Standing | null | undefined;
  readonly figures: Figures;
}

export function Facts({ market, standing, figures }: Props) {
  const w = useWords(words);
  const { view, price, slot } = standing ?? {};
  const facts = [
    [w.price, price !== undefined && figures.price(price)],
    [w.openDeficit, view && figures.money(view.openDeficit)],
    [
      w.epoch,
      view &&
        slot !== undefined &&
        w.epochEnds(figures.count(view.epoch), figures.duration(view.epochEndsAtSlot - slot)),
    ],
  ] as const;
  return (
    <dl className="stress-facts" aria-label={market.symbol}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || <span title={w.unknown}>—</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
