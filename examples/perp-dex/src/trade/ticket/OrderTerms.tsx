// What an order would cost, and where it would be liquidated, before it is one.
import { usePrice } from '../../market-data/usePrice.ts';
import type { Market } from '../../markets/market.ts';
import { useFigures } from '../figures.ts';
import { costs, FEE_BPS, liquidationPriceOf, type Side, type Terms } from '../paper/positions.ts';
import { useTradeWords } from '../useTradeWords.ts';
import type { Sized } from './order.ts';

interface Props {
  readonly market: Market;
  readonly order: Sized | null;
  readonly terms: Terms;
}

export function OrderTerms({ market, order, terms }: Props) {
  const w = useTradeWords();
  const figures = useFigures();
  const cost = order && costs(order, terms);
  const money = (atoms: bigint | undefined) =>
    atoms === undefined ? (
      '—'
    ) : (
      <span title={figures.exact(atoms, market.decimals)}>
        {figures.money(atoms, market.decimals)} <small>{market.tokenSymbol}</small>
      </span>
    );
  return (
    <dl className="terms">
      <div>
        <dt>{w.margin}</dt>
        <dd>{money(cost?.margin)}</dd>
      </div>
      <div>
        <dt>{w.fee(figures.percent(FEE_BPS))}</dt>
        <dd>{money(cost?.fee)}</dd>
      </div>
      {(['long', 'short'] as const).map((side) => (
        <div key={side}>
          <dt>{w.liquidationOf[side]}</dt>
          <dd>
            <Liquidation market={market} side={side} order={order} terms={terms} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Liquidation({ market, side, order, terms }: Props & { readonly side: Side }) {
  const w = useTradeWords();
  const figures = useFigures();
  const { price } = usePrice(market);
  if (order === null || order.size === 0n || price === undefined || price <= 0n) return '—';
  const at = liquidationPriceOf({ ...order, side }, terms, price);
  return at === null ? <span title={w.neverExplained}>{w.never}</span> : figures.nearPrice(at);
}
