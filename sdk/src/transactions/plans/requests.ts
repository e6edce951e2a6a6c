// Exits with a cooldown: asked for now, claimed later.
import { type AddressLike, address } from '../../address.ts';
import { cancelWithdrawInstruction, requestWithdrawInstruction } from '../../instructions/insurance-pool.ts';
import type { Plan } from '../plan.ts';
import { intentOf, type Reader } from './read.ts';

export interface CancelArguments {
  readonly market: AddressLike;
  readonly owner: AddressLike;
}

export interface RequestArguments extends CancelArguments {
  readonly shares: bigint;
}

/** `_` is a client, so that all plans are made alike: this one reads nothing. */
export function requestWithdrawPlan(_: Reader, args: RequestArguments): Plan {
  const [market, owner, { shares }] = [address(args.market), address(args.owner), args];
  return {
    intent: intentOf('request_withdraw', market, owner, shares),
    owner,
    build: async () => ({
      instructions: [await requestWithdrawInstruction({ market, depositor: owner, shares })],
      creates: [],
    }),
  };
}

export function cancelWithdrawPlan(_: Reader, args: CancelArguments): Plan {
  const [market, owner] = [address(args.market), address(args.owner)];
  return {
    intent: intentOf('cancel_withdraw', market, owner),
    owner,
    build: async () => ({ instructions: [await cancelWithdrawInstruction({ market, depositor: owner })], creates: [] }),
  };
}
