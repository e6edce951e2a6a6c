import { RiskBadge } from '@percosec/widgets';
import type { Market } from '../markets/market.ts';

export const MarketBadge = ({ market }: { readonly market: Market }) => <RiskBadge market={market.market} />;
