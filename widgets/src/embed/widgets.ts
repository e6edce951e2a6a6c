// Every widget by the name that pages without React call it.
import { ClaimHistory } from '../ClaimHistory/ClaimHistory.tsx';
import { DepositPanel } from '../DepositPanel/DepositPanel.tsx';
import { LossSimulator } from '../LossSimulator/LossSimulator.tsx';
import { PoolHealthGauge } from '../PoolHealthGauge/PoolHealthGauge.tsx';
import { RiskBadge } from '../RiskBadge/RiskBadge.tsx';
import { WithdrawUnlockTimer } from '../WithdrawUnlockTimer/WithdrawUnlockTimer.tsx';

/** A function, so that a bundler sees that nothing happens before it is called. */
export const widgets = () =>
  ({
    'risk-badge': RiskBadge,
    'deposit-panel': DepositPanel,
    'pool-health-gauge': PoolHealthGauge,
    'claim-history': ClaimHistory,
    'withdraw-unlock-timer': WithdrawUnlockTimer,
    'loss-simulator': LossSimulator,
  }) as const;

export type WidgetName = keyof ReturnType<typeof widgets>;
