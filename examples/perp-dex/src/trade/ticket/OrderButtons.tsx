// Buy and sell, by the price of the moment; what became of it is said beneath.
import { useState } from 'react';
import { usePrice } from '../../market-data/usePrice.ts';
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { useMarketAccount } from '../market/useMarketAccount.ts';
import { useMoment } from '../market/useMoment.ts';
import { usePaper } from '../paper/PaperProvider.tsx';
import { open, type Side, type Terms } from '../paper/positions.ts';
import { useTradeWords } from '../useTradeWords.ts';
import type { Entry } from './order.ts';

interface Props {
  readonly market: Market;
  readonly entry: Entry;
  readonly terms: Terms;
  onRefused(): void;
  onOpened(): void;
}

export function OrderButtons({ market, entry, terms, onRefused, onOpened }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const paper = usePaper();
  const moment = useMoment(market);
  const barrier = useBarrier(market);
  const [told, setTold] = useState('');

  const order = (side: Side) => {
    setTold('');
    if (!entry.ok || moment === null) return onRefused();
    paper.update((account) => {
      const result = open(account, { ...entry.order, side }, terms, moment);
      if (!result.ok) {
        setTold(w.refused[result.reason]);
        return account;
      }
      const size = `${figures.money(entry.order.size, market.decimals)} ${market.tokenSymbol}`;
      setTold(w.opened(side, size, figures.price(moment.price)));
      onOpened();
      return result.account;
    });
  };

  return (
    <>
      <div className="order-buttons">
        <button type="button" className="buy" disabled={barrier !== null} onClick={() => order('long')}>
          {w.long}
        </button>
        <button type="button" className="sell" disabled={barrier !== null} onClick={() => order('short')}>
          {w.short}
        </button>
      </div>
      <p className="order-told" role="status" data-barrier={barrier !== null || undefined}>
        {barrier ?? told}
      </p>
    </>
  );
}

/** Why nobody can order now; null where everybody can. */
function useBarrier(market: Market): string | null {
  const w = useTradeWords();
  const figures = useFigures();
  const { price, publishTime, stale } = usePrice(market);
  const isOpen = useMarketAccount(market, ({ flags }) => (flags & 1) === 1);
  if (market.oracle === undefined) return w.noOracle;
  if (price === undefined || publishTime === undefined) return w.noPrice;
  if (stale) return w.stalePrice(figures.time(BigInt(publishTime)));
  if (isOpen === undefined) return w.notRead;
  return isOpen ? null : w.closed;
}
