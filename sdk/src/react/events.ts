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
    }
  /** Somebody has read what a deposit into this market's pool can lose. */
  | { readonly type: 'acknowledged'; readonly market: string }
  /** A widget could not be rendered; it says so in its place. */
  | { readonly type: 'error'; readonly widget: string; readonly market: string | null; readonly error: unknown };

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
