// What came to nothing, as errors.
import { PercosecError } from '../error.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { DoneState, TerminalState } from './state.ts';

export const asError = (thrown: unknown): PercosecError =>
  thrown instanceof PercosecError
    ? thrown
    : new PercosecError(
        'TransactionFailed',
        `The SDK itself failed: ${thrown}. Nothing more was sent; look for the transaction before trying again.`,
        {},
        thrown,
      );

export const refusedError = (refusal: Refusal): PercosecError =>
  new PercosecError('TransactionRefused', `${refusal.message} ${refusal.remedy}`, { refusal });

/** What did not come to pass, as an error; the state itself is in its context. */
export function errorOf(state: Exclude<TerminalState, DoneState>): PercosecError {
  const failed = (message: string) => new PercosecError('TransactionFailed', message, { state });
  switch (state.status) {
    case 'error':
      return state.error;
    case 'refused':
      return refusedError(state.refusal);
    case 'wrong-cluster':
      return new PercosecError(
        'WrongCluster',
        `The wallet is on ${state.wallet.join(', ')}, and the pool on ${state.expected}. Switch the wallet’s network, then try again.`,
        { state },
      );
    case 'rejected':
      return failed('You said no in the wallet, so nothing was sent.');
    case 'failed':
      return failed(`${state.refusal.message} ${state.refusal.remedy}`);
    case 'expired':
      return failed(
        'The network did not take the transaction in time, and now it never will. Nothing was changed: try again.',
      );
    case 'unknown':
      return failed(state.reason.message);
  }
}
