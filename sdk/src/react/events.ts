// What a host can listen to through PercosecProvider's `onEvent`. Nothing is sent anywhere else.
import type { LiveStatus } from '../live/status.ts';
import type { TransactionState } from '../transactions/state.ts';

export type HostEvent =
  | { readonly type: 'live'; readonly status: LiveStatus }
  | {
      readonly type: 'transaction';
      readonly intent: Intent;
      readonly market: string;
      readonly state: TransactionState;
    };

/** What a wallet was asked to sign. */
export type Intent =
  | 'deposit'
  | 'withdraw'
  | 'requestWithdraw'
  | 'cancelWithdraw'
  | 'reportDeficit'
  | 'payQueued'
  | 'settleEpoch'
  | 'reopen';
