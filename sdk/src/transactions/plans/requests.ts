// Exits with a cooldown: asked for now, claimed later.
import { type AddressLike, address } from '../../address.ts';
import { cancelWithdrawInstruction, requestWithdrawInstruction } from '../../instructions/insurance-pool.ts';
import type { Plan } from '../plan.ts';
import { intentOf } from './read.ts';

export interface RequestArguments {
  readonly market: AddressLike;
  readonly owner: AddressLike;
  readonly shares: bigint;
}

export function requestWithdrawPlan(args: RequestArguments): Plan {
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

export function cancelWithdrawPlan(args: Omit<RequestArguments, 'shares'>): Plan {
  const [market, owner] = [address(args.market), address(args.owner)];
  return {
    intent: intentOf('cancel_withdraw', market, owner),
    owner,
    build: async () => ({ instructions: [await cancelWithdrawInstruction({ market, depositor: owner })], creates: [] }),
  };
}
