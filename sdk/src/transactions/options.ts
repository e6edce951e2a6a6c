import type { Timer } from './patience.ts';
import type { TransactionState } from './state.ts';

export interface TransactOptions {
  /** Told each state once, in order, the last one too. */
  readonly onState?: ((state: TransactionState) => void) | undefined;
  /** Stops the watching, not the transaction: what is signed goes on, and asking for it again joins it. */
  readonly signal?: AbortSignal | undefined;
  /** The most that the priority fee may come to, in lamports. */
  readonly priorityFeeCeiling?: bigint | undefined;
  /** `finalized` waits some fifteen seconds longer, after having told `confirmed`. */
  readonly until?: 'confirmed' | 'finalized' | undefined;
  /** Time, for tests. */
  readonly clockwork?: Timer | undefined;
}
