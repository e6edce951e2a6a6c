import type { Address } from '../address.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { Instruction } from '../instructions/instruction.ts';
import type { CreatedAccount } from './state.ts';

/** An account that a step creates, as far as it is missing, at the owner's expense. */
export interface Creation {
  readonly what: CreatedAccount['what'];
  readonly address: Address;
  readonly bytes: number;
  /** Closed again by the same step, which gives its rent back. */
  readonly passing?: boolean;
}

export interface Step {
  readonly instructions: readonly Instruction[];
  readonly creates: readonly Creation[];
  /** What the owner must have besides fees and rent. */
  readonly lamports?: bigint;
}

/** In the words of a refusal of the network. */
export interface Refused {
  readonly refusal: Refusal;
}

/** One thing that somebody wants done. */
export interface Plan {
  /** The same for the same action, market, owner and arguments: while one is under way, another joins it. */
  readonly intent: string;
  /** Who signs and pays. */
  readonly owner: Address;
  /** Reads what it needs; what is plain from that to be refused, it refuses itself. */
  build(): Promise<Step | Refused>;
  /** Another way to the same end, after the simulation refused the last one; null where there is none. */
  instead?(refusal: Refusal, tried: number): Promise<Step | Refused | null>;
}
