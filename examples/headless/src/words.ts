// What a transaction and an amount are called on this page. A switch that forgets a state is an error of its types.
import type { AmountRefusal, DepositPreview, TransactionState } from '@percosec/sdk';
import { formatAmount } from '@percosec/sdk/math';

export const sol = (lamports: bigint): string => `${formatAmount(lamports, 9)} SOL`;

export interface Said {
  readonly tone: 'busy' | 'good' | 'bad' | 'unsure';
  readonly words: string;
}

const busy = (words: string): Said => ({ tone: 'busy', words });
const bad = (words: string): Said => ({ tone: 'bad', words });

/** Null: nothing was asked for. */
export function said(state: TransactionState): Said | null {
  switch (state.status) {
    case 'idle':
      return null;
    case 'preparing':
      return busy('Trying it out on the network, before anybody signs …');
    case 'refused':
      return bad(`The network would refuse this. ${state.refusal.message} ${state.refusal.remedy}`);
    case 'wrong-cluster':
      return bad(`Your wallet is on ${state.wallet.join(', ')}. This market is on ${state.expected}: switch it there.`);
    case 'awaiting-signature':
      return busy(`Your wallet has it now. The network takes ${sol(state.cost.total)}.`);
    case 'rejected':
      return bad('You said no in your wallet. Nothing was sent, nothing was paid.');
    case 'sending':
      return busy('Signed, and on its way …');
    case 'watching':
      return busy(
        state.reason?.message ?? (state.slow ? 'Slower than usual; still watched …' : 'Sent. The network is voting …'),
      );
    case 'confirmed':
      return { tone: 'good', words: 'Your deposit stands behind this market.' };
    case 'finalized':
      return { tone: 'good', words: 'Your deposit stands behind this market, for good.' };
    case 'failed':
      return bad(`It failed on the network; only the fee is gone. ${state.refusal.message} ${state.refusal.remedy}`);
    case 'expired':
      return bad('It came too late and can’t happen any more. Nothing was paid: try again.');
    case 'unknown':
      return { tone: 'unsure', words: `Nobody can tell yet whether it happened. ${state.reason.message}` };
    case 'error':
      return bad(state.error.message);
  }
}

export const AMOUNT: Readonly<Record<AmountRefusal, string>> = {
  empty: 'How much?',
  'not-a-number': 'That is no number.',
  negative: 'More than nothing, please.',
  exponent: 'Written out, please: no “e”.',
  separators: 'Its commas and points are not where they belong.',
  currency: 'That is another currency.',
  'too-many-decimals': 'That is finer than the token can be divided.',
  'too-large': 'That is more than the chain can count.',
};

export const BARRIER: Readonly<Record<NonNullable<DepositPreview['refused']>, string>> = {
  PoolInactive: 'The pool is closed to deposits.',
  PoolExhausted: 'The pool has been used up and has to begin anew.',
  InvalidMarket: 'The market is gone.',
  ClaimPending: 'A loss is waiting to be paid: deposits wait behind it.',
  SettleFirst: 'Earned premium has to be settled first.',
  DepositTooSmall: 'That buys no share.',
  MathOverflow: 'That is more than the pool can count.',
};
