// @percosec/widgets: what is public, nothing else.
export { ClaimHistory } from '../ClaimHistory/ClaimHistory.tsx';
export type { ClaimColumn, ClaimColumnName } from '../ClaimHistory/columns.tsx';
export {
  type ClaimHistoryOwnProps,
  type ClaimHistoryReading,
  type ClaimHistoryState,
  type ClaimHistoryView,
  useClaimHistory,
} from '../ClaimHistory/context.ts';
export type { ClaimFilter, ClaimOrder } from '../ClaimHistory/order.ts';
export type { Explorer, ExplorerTarget } from '../core/explorer.ts';
export { solanaExplorer } from '../core/explorer.ts';
export type { Part, PartProps } from '../core/part.tsx';
export { WidgetSettings, type WidgetSettingsProps } from '../core/settings.tsx';
export type { WidgetProps, WidgetRoot, WidgetSource } from '../core/widget.tsx';
export { type Panel, usePanel } from '../DepositPanel/context.tsx';
export { DepositPanel } from '../DepositPanel/DepositPanel.tsx';
export type { PanelProps, PanelTab } from '../DepositPanel/shell.ts';
export type { DepositForm } from '../DepositPanel/useDepositForm.ts';
export { LossSimulator, type LossSimulatorProps } from '../LossSimulator/LossSimulator.tsx';
export { PoolHealthGauge, type PoolHealthGaugeOwnProps } from '../PoolHealthGauge/PoolHealthGauge.tsx';
export { RiskBadge, type RiskBadgeProps } from '../RiskBadge/RiskBadge.tsx';
export { RiskDetails } from '../RiskBadge/RiskDetails.tsx';
export type { Catalogue, Locale, Words } from '../theme/catalogue.ts';
export {
  type Colour,
  createTheme,
  type Theme,
  type ThemeColours,
  type ThemeMeasures,
  type ThemeName,
  type ThemeOptions,
  themeCss,
} from '../theme/theme.ts';
export {
  type UnlockAction,
  type UnlockState,
  type UnlockTimer,
  useUnlockTimer,
  type WithdrawUnlockTimerOwnProps,
} from '../WithdrawUnlockTimer/context.ts';
export { WithdrawUnlockTimer } from '../WithdrawUnlockTimer/WithdrawUnlockTimer.tsx';
