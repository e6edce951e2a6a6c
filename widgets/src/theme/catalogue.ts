// What a translation has to say: the keys of every widget's English.
import type { PercosecErrorCode } from '@percosec/sdk';
import type { claimHistoryMessages } from '../ClaimHistory/messages.ts';
import type { commonMessages } from '../core/common-messages.ts';
import type { Translation } from '../core/messages.ts';
import type { factMessages } from '../DepositPanel/fact-messages.ts';
import type { depositPanelMessages } from '../DepositPanel/messages.ts';
import type { panelMessages } from '../DepositPanel/panel-messages.ts';
import type { reviewMessages } from '../DepositPanel/review-messages.ts';
import type { transactionMessages } from '../DepositPanel/transaction-messages.ts';
import type { withdrawMessages } from '../DepositPanel/withdraw/messages.ts';
import type { withdrawReviewMessages } from '../DepositPanel/withdraw/review-messages.ts';
import type { lossSimulatorMessages } from '../LossSimulator/messages.ts';
import type { poolContentMessages } from '../PoolHealthGauge/content-messages.ts';
import type { poolHistoryMessages } from '../PoolHealthGauge/history-messages.ts';
import type { poolHealthGaugeMessages } from '../PoolHealthGauge/messages.ts';
import type { riskDetailsMessages } from '../RiskBadge/details-messages.ts';
import type { riskBadgeMessages } from '../RiskBadge/messages.ts';
import type { unlockContentMessages } from '../WithdrawUnlockTimer/content-messages.ts';
import type { withdrawUnlockTimerMessages } from '../WithdrawUnlockTimer/messages.ts';
import type { reminderMessages } from '../WithdrawUnlockTimer/reminder-messages.ts';

export interface Catalogue {
  readonly common: Translation<typeof commonMessages>;
  readonly riskBadge: Translation<typeof riskBadgeMessages>;
  readonly riskDetails: Translation<typeof riskDetailsMessages>;
  readonly poolHealthGauge: Translation<
    typeof poolHealthGaugeMessages & typeof poolContentMessages & typeof poolHistoryMessages
  >;
  readonly claimHistory: Translation<typeof claimHistoryMessages>;
  readonly withdrawUnlockTimer: Translation<
    typeof withdrawUnlockTimerMessages & typeof unlockContentMessages & typeof reminderMessages
  >;
  readonly lossSimulator: Translation<typeof lossSimulatorMessages>;
  /** In one namespace, whenever they are loaded. */
  readonly depositPanel: Translation<
    typeof depositPanelMessages &
      typeof panelMessages &
      typeof factMessages &
      typeof reviewMessages &
      typeof transactionMessages &
      typeof withdrawMessages &
      typeof withdrawReviewMessages
  >;
  /**
   * Errors by the SDK's codes, refusals by their names: what happened and why, and under `….remedy` what to do. A name that
   * several programs have is, where one means another thing by it, `token.InsufficientFunds`. English is the SDK's own.
   */
  readonly errors: Readonly<Record<PercosecErrorCode | `${PercosecErrorCode}.remedy`, string>> &
    Readonly<Record<string, string>>;
}

/** Some of them. */
export type Words = { readonly [Namespace in keyof Catalogue]?: Partial<Catalogue[Namespace]> };

export interface Locale {
  /** A BCP 47 tag: for figures, dates, plurals and the direction of writing. */
  readonly tag: string;
  /** English where there are none. */
  readonly messages?: Words | undefined;
}
