// What became of positions, the latest first.
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { Leverage } from '../Leverage.tsx';
import { usePaperAccount } from '../paper/PaperProvider.tsx';
import { leverageOf } from '../paper/positions.ts';
import { Trend } from '../Trend.tsx';
import { useTradeWords } from '../useTradeWords.ts';

export function PastPositions({ market: { decimals, tokenSymbol } }: { readonly market: Market }) {
  const w = useTradeWords();
  const figures = useFigures();
  const past = usePaperAccount((account) => account.past);
  if (past.length === 0) return null;
  return (
    <div className="past">
      <table>
        <caption>{w.past}</caption>
        <thead>
          <tr>
            <th scope="col">{w.side}</th>
            <th scope="col">{w.sizeIn(tokenSymbol)}</th>
            <th scope="col">{w.entry}</th>
            <th scope="col">{w.ending}</th>
            <th scope="col" title={w.resultExplained}>
              {w.result}
            </th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ id, side, size, margin, entry, end, exit, endedAt, result, beyondMargin }) => (
            <tr key={id}>
              <th scope="row">
                {w.sideOf[side]}{' '}
                <small>
                  <Leverage bps={leverageOf({ size, margin })} />
                </small>
              </th>
              <td data-name={w.sizeIn(tokenSymbol)}>{figures.money(size, decimals)}</td>
              <td data-name={w.entry}>{figures.price(entry)}</td>
              <td data-name={w.ending}>
                <span data-end={end} title={figures.time(endedAt)}>
                  {end === 'closed' ? w.closedAt(figures.price(exit)) : w.liquidatedAt(figures.price(exit))}
                </span>
                {beyondMargin > 0n && (
                  <small className="beyond">
                    {w.beyondMargin(`${figures.money(beyondMargin, decimals)} ${tokenSymbol}`)}
                  </small>
                )}
              </td>
              <td data-name={w.result}>
                <Trend atoms={result} decimals={decimals} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
