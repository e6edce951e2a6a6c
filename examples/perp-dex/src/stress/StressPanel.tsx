// What goes wrong with a market, on purpose.
import type { Market } from '../markets/market.ts';

export const StressPanel = ({ market }: { readonly market: Market }) => <section hidden>{market.symbol}</section>;
