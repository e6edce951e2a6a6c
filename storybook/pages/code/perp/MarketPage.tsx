import { ClaimHistory, DepositPanel, PoolHealthGauge, RiskBadge, WithdrawUnlockTimer } from '@percosec/widgets';
import type { ReactNode } from 'react';
import './market-page.css';

export interface MarketPageProps {
  /** The address of the perp market's own account. */
  readonly market: string;
  readonly name: string;
  /** Your chart, your order book, your order form. */
  readonly children?: ReactNode;
}

export const MarketPage = ({ market, name, children }: MarketPageProps) => (
  <div className="market-page">
    <header>
      <h1>{name}</h1>
      <RiskBadge market={market} />
    </header>
    <main>{children}</main>
    <aside aria-label="Insurance">
      <DepositPanel market={market} name={name} />
      <WithdrawUnlockTimer market={market} name={name} />
      <PoolHealthGauge market={market} name={name} />
      <ClaimHistory market={market} name={name} />
    </aside>
  </div>
);
