// @percosec/sdk/react/core: the hooks without wallet-adapter, for hosts that have not installed it.
// provider
export { type Percosec, usePercosec, usePercosecWallet, useTell } from '../react/context.ts';
export type { HostEvent, Intent } from '../react/events.ts';
export { PercosecClientProvider, type PercosecProviderProps } from '../react/PercosecClientProvider.tsx';
// what the chain says
export { type UseApyHistoryParameters, useApyHistory } from '../react/useApyHistory.ts';
export { type UseBalanceParameters, useBalance } from '../react/useBalance.ts';
// what a wallet signs
export { type CancelWithdrawVariables, useCancelWithdraw } from '../react/useCancelWithdraw.ts';
export { useChainClock } from '../react/useChainClock.ts';
export { type UseClaimsParameters, useClaims } from '../react/useClaims.ts';
export { type UseClusterParameters, useCluster } from '../react/useCluster.ts';
export { type DepositVariables, useDeposit } from '../react/useDeposit.ts';
export { type UseDepositCostParameters, useDepositCost } from '../react/useDepositCost.ts';
export { useEpochSlot } from '../react/useEpochSlot.ts';
export { type UseInsuranceParameters, useInsurance } from '../react/useInsurance.ts';
export { useLiveStatus } from '../react/useLiveStatus.ts';
export { type UseMarketParameters, useMarket } from '../react/useMarket.ts';
export { type PayQueuedVariables, usePayQueued } from '../react/usePayQueued.ts';
export type { QueryParameters } from '../react/usePercosecQuery.ts';
export { type UsePoolParameters, usePool } from '../react/usePool.ts';
export { type UsePositionParameters, usePosition } from '../react/usePosition.ts';
export { type UseProgramAuthorityParameters, useProgramAuthority } from '../react/useProgramAuthority.ts';
export { type ReopenVariables, useReopen } from '../react/useReopen.ts';
export { type ReportDeficitVariables, useReportDeficit } from '../react/useReportDeficit.ts';
export { type RequestWithdrawVariables, useRequestWithdraw } from '../react/useRequestWithdraw.ts';
export { type UseRiskParameters, useRisk } from '../react/useRisk.ts';
export { type RiskScore, type RiskScoreState, useRiskScore } from '../react/useRiskScore.ts';
export { type SettleEpochVariables, useSettleEpoch } from '../react/useSettleEpoch.ts';
export { useStaleSince } from '../react/useStaleSince.ts';
export type { UseTransactionParameters, UseTransactionResult } from '../react/useTransaction.ts';
export { useWithdraw, type WithdrawVariables } from '../react/useWithdraw.ts';
export { type UseWithdrawCostParameters, useWithdrawCost } from '../react/useWithdrawCost.ts';
