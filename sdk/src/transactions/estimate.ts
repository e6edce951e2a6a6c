import { systemClockwork } from '../live/clockwork.ts';
import { refusedError } from './failed.ts';
import type { Timer } from './patience.ts';
import type { Plan } from './plan.ts';
import type { TransactionClient } from './prepare.ts';
import type { TransactionCost } from './state.ts';

export interface EstimateOptions {
  /** The most that the priority fee may come to, in lamports. */
  readonly priorityFeeCeiling?: bigint | undefined;
  /** Time, for tests. */
  readonly clockwork?: Timer | undefined;
}

/** What a plan will cost, for showing before anybody is asked to sign; throws what the network would refuse. */
export async function estimate(
  client: TransactionClient,
  plan: Plan,
  { priorityFeeCeiling, clockwork = systemClockwork }: EstimateOptions = {},
): Promise<TransactionCost> {
  const { prepare } = await import('./prepare.ts');
  const prepared = await prepare(client, plan, clockwork, priorityFeeCeiling);
  if ('refusal' in prepared) throw refusedError(prepared.refusal);
  return prepared.cost;
}
