// Trading on paper: chart, book, ticket, positions, funding.
import type { Market } from '../markets/market.ts';

export const TradePage = ({ market }: { readonly market: Market }) => <section>{market.symbol}</section>;
