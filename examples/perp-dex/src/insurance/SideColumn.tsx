import { LossSimulator, PoolHealthGauge } from '@percosec/widgets';
import type { Market } from '../markets/market.ts';

export const SideColumn = ({ market: { market, symbol } }: { readonly market: Market }) => (
  <>
    <PoolHealthGauge className="pool-health" market={market} name={symbol} />
    <LossSimulator className="loss" market={market} name={symbol} />
  </>
);
