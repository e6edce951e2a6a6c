// The made-up book as a table.
import { type CSSProperties, useMemo } from 'react';
import { usePrice } from '../../market-data/usePrice.ts';
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { useMarketAccount } from '../market/useMarketAccount.ts';
import { Unknown } from '../Unknown.tsx';
import { useTradeWords } from '../useTradeWords.ts';
import { type Book, bookAround, digitsOf, type Level } from './levels.ts';
import './book.css';

const LEVELS = 9;

interface Props {
  readonly market: Market;
}

export function OrderBook({ market }: Props) {
  const w = useTradeWords();
  return (
    <section className="panel book" aria-labelledby="book-name">
      <header className="panel-head">
        <h2 id="book-name">{w.book}</h2>
        <span className="tag">{w.simulated}</span>
      </header>
      <table>
        <caption className="visually-hidden">{w.bookExplained}</caption>
        <thead>
          <tr>
            <th scope="col">{w.bookPrice}</th>
            <th scope="col">{w.sizeIn(market.tokenSymbol)}</th>
            <th scope="col">{w.bookTotal(market.tokenSymbol)}</th>
          </tr>
        </thead>
        <Levels market={market} />
      </table>
      <p className="panel-note">{w.bookExplained}</p>
    </section>
  );
}

/** What changes with the price: all of it, and nothing around it. */
function Levels({ market }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const { price, publishTime } = usePrice(market);
  const liquidity = useMarketAccount(market, (account) => account.liquidity);
  const book = useMemo(
    () =>
      price === undefined || publishTime === undefined || liquidity === undefined || price <= 0n
        ? null
        : bookAround({ price, moment: publishTime, liquidity, levels: LEVELS }),
    [price, publishTime, liquidity],
  );
  const deepest = deepestOf(book);
  const digits = book === null ? 0 : digitsOf(book.spread);
  const side = (levels: readonly Level[] | undefined) => ({ market, levels, digits, deepest });
  return (
    <>
      <Side name={w.ask} kind="asks" {...side(book?.asks.toReversed())} />
      <tbody className="book-middle">
        <tr>
          <th scope="row">{w.spread}</th>
          <td>{book === null ? <Unknown /> : figures.price(book.spread, digits)}</td>
          <td />
        </tr>
      </tbody>
      <Side name={w.bid} kind="bids" {...side(book?.bids)} />
    </>
  );
}

interface SideProps extends Props {
  readonly name: string;
  readonly kind: 'asks' | 'bids';
  readonly levels: readonly Level[] | undefined;
  readonly digits: number;
  readonly deepest: bigint;
}

/** As many rows while nothing is known as later. */
function Side({ name, kind, levels, digits, deepest, market: { decimals } }: SideProps) {
  const figures = useFigures();
  return (
    <tbody className={kind}>
      {Array.from({ length: LEVELS }, (_, row) => {
        const level = levels?.[row];
        // A row is a place in the book, whichever price stands there.
        const place = `${kind} ${row}`;
        if (level === undefined)
          return (
            <tr key={place}>
              <td colSpan={3}>{row === 0 ? <Unknown /> : ' '}</td>
            </tr>
          );
        const { price, size, total } = level;
        return (
          <tr key={place} style={{ '--depth': depth(total, deepest) } as CSSProperties}>
            <th scope="row">
              <span className="visually-hidden">{name}</span> {figures.price(price, digits)}
            </th>
            <td>{figures.whole(size, decimals)}</td>
            <td>{figures.whole(total, decimals)}</td>
          </tr>
        );
      })}
    </tbody>
  );
}

const deepestOf = (book: Book | null): bigint =>
  [book?.asks.at(-1), book?.bids.at(-1)].reduce(
    (most, level) => (level && level.total > most ? level.total : most),
    0n,
  );

/** For drawing only. */
const depth = (total: bigint, deepest: bigint): number =>
  deepest === 0n ? 0 : Number((total * 1_000n) / deepest) / 1_000;
