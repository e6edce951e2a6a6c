import { LossSimulator, PoolHealthGauge } from '@percosec/widgets';
import type { Market } from '../markets/market.ts';

export const SideColumn = ({ market: { market, symbol } }: { readonly market: Market }) => (
  <>
    <PoolHealthGauge market={market} name={symbol} />
    <LossSimulator market={market} name={symbol} />
  </>
);
