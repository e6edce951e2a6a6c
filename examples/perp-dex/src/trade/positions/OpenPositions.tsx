// Open positions at the present price. A row's figures render with the price, the table only with its rows.
import { usePrice } from '../../market-data/usePrice.ts';
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { Leverage } from '../Leverage.tsx';
import { useMoment } from '../market/useMoment.ts';
import { usePaper, usePaperAccount } from '../paper/PaperProvider.tsx';
import { close, fundingPaid, leverageOf, liquidationPrice, type Position, pnl, returnBps } from '../paper/positions.ts';
import { Trend } from '../Trend.tsx';
import { Unknown } from '../Unknown.tsx';
import { useTradeWords } from '../useTradeWords.ts';

interface Props {
  readonly market: Market;
}

export function OpenPositions({ market }: Props) {
  const w = useTradeWords();
  const positions = usePaperAccount((account) => account.positions);
  if (positions.length === 0) return <p className="positions-none">{w.noPositions}</p>;
  return (
    <div className="table-scroll">
      <table>
        <caption className="visually-hidden">{w.positions}</caption>
        <thead>
          <tr>
            <th scope="col">{w.side}</th>
            <th scope="col">{w.sizeIn(market.tokenSymbol)}</th>
            <th scope="col">{w.entry}</th>
            <th scope="col">{w.mark}</th>
            <th scope="col">{w.pnl}</th>
            <th scope="col">{w.liquidation}</th>
            <th scope="col">{w.marginHeld}</th>
            <th scope="col" title={w.fundingExplained}>
              {w.fundingPaid}
            </th>
            <th scope="col">
              <span className="visually-hidden">{w.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {positions.map((position) => (
            <Row key={position.id} market={market} position={position} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Props {
  readonly position: Position;
}

function Row({ market, position }: RowProps) {
  const w = useTradeWords();
  const figures = useFigures();
  const { side, size, entry, margin } = position;
  const { price } = usePrice(market);
  const now = usePaperAccount(({ fundingIndex }) => fundingIndex);
  const { decimals } = market;
  const index = { fundingIndex: now };
  const liquidation = liquidationPrice(position, index);
  return (
    <tr>
      <th scope="row">
        <span data-trend={side === 'long' ? 'up' : 'down'}>{w.sideOf[side]}</span>{' '}
        <small>
          <Leverage bps={leverageOf({ size, margin })} />
        </small>
      </th>
      <td data-name={w.sizeIn(market.tokenSymbol)}>{figures.money(size, decimals)}</td>
      <td data-name={w.entry}>{figures.price(entry)}</td>
      <td data-name={w.mark}>{price === undefined ? <Unknown /> : figures.price(price)}</td>
      <td data-name={w.pnl}>
        {price === undefined ? <Unknown /> : <Profit position={position} price={price} decimals={decimals} />}
      </td>
      <td data-name={w.liquidation}>
        {liquidation === null ? <span title={w.neverExplained}>{w.never}</span> : figures.nearPrice(liquidation)}
      </td>
      <td data-name={w.marginHeld}>{figures.money(margin, decimals)}</td>
      <td data-name={w.fundingPaid}>
        <Trend atoms={-fundingPaid(position, index)} decimals={decimals} small />
      </td>
      <td>
        <CloseButton market={market} position={position} />
      </td>
    </tr>
  );
}

function Profit({ position, price, decimals }: { position: Position; price: bigint; decimals: number }) {
  const figures = useFigures();
  const profit = pnl(position, price);
  return (
    <>
      <Trend atoms={profit} decimals={decimals} /> <small>{figures.percentChange(returnBps(position, profit))}</small>
    </>
  );
}

function CloseButton({ market, position }: RowProps) {
  const w = useTradeWords();
  const figures = useFigures();
  const paper = usePaper();
  const moment = useMoment(market);
  return (
    <button
      type="button"
      className="quiet"
      aria-label={w.closeNamed(w.sideOf[position.side], figures.money(position.size, market.decimals))}
      disabled={moment === null}
      onClick={() => {
        // What the moment itself liquidates can't be closed any more; it will be among the past ones.
        if (moment !== null) paper.update((account) => close(account, position.id, moment) ?? account);
      }}
    >
      {w.closePosition}
    </button>
  );
}
