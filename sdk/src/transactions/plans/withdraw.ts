import { tokenAccountCodec } from '../../accounts/token.ts';
import { type AddressLike, address } from '../../address.ts';

import { createAssociatedTokenInstruction } from '../../instructions/associated-token.ts';
import { payQueuedInstruction, withdrawInstruction } from '../../instructions/insurance-pool.ts';
import { settleEpochInstruction } from '../../instructions/premium-manager.ts';
import type { Plan, Refused, Step } from '../plan.ts';
import { intentOf, type Reader, readPool, readTokens } from './read.ts';
import { NATIVE_MINT, unwrap } from './wrapped.ts';

export interface WithdrawArguments {
  readonly market: AddressLike;
  readonly owner: AddressLike;
  readonly shares: bigint;
  /** The owner's associated account of the collateral, made where it is missing, unless another is named. */
  readonly tokenAccount?: AddressLike;
}

interface Before {
  /** Gives back what was queued for a market that is gone: part of it is the owner's. */
  readonly release: boolean;
  readonly settle: boolean;
}

/** Takes collateral out of a market's pool, into the owner's token account; SOL comes out as SOL. */
export function withdrawPlan(client: Reader, args: WithdrawArguments): Plan {
  const [market, owner] = [address(args.market), address(args.owner)];
  const named = args.tokenAccount === undefined ? undefined : address(args.tokenAccount);
  const { shares } = args;

  async function build({ release, settle }: Before = { release: true, settle: false }): Promise<Step | Refused> {
    const read = await readPool(client, market);
    if ('refusal' in read) return read;
    const { pool, market: header } = read;
    const { collateralMint, generation } = pool;
    const tokens = await readTokens(client, owner, collateralMint, named);
    const missing = tokens.account === null && named === undefined;
    const passing = missing && collateralMint === NATIVE_MINT;
    const released = release && header === null && pool.pendingClaims > 0n;
    const withdrawal = {
      market,
      depositor: owner,
      depositorTokenAccount: tokens.address,
      collateralMint,
      generation,
      shares,
    };
    return {
      instructions: [
        ...(missing ? [await createAssociatedTokenInstruction({ payer: owner, owner, mint: collateralMint })] : []),
        // No header names a cover vault any more, and nothing goes to one.
        ...(released ? [await payQueuedInstruction({ market, coverVault: owner })] : []),
        ...(settle ? [await settleEpochInstruction({ market })] : []),
        await withdrawInstruction(withdrawal),
        ...(passing ? [unwrap(owner, tokens.address)] : []),
      ],
      creates: missing
        ? [{ what: 'token account', address: tokens.address, bytes: tokenAccountCodec.size, passing }]
        : [],
    };
  }

  return {
    intent: intentOf('withdraw', market, owner, shares, named),
    owner,
    build,
    // What stands in the way anyone may clear: no keeper has to be waited for. Where another was faster, the withdrawal
    // alone is enough again.
    async instead({ name }, tried) {
      if (tried > 3) return null;
      if (name === 'SettleFirst') return build({ release: true, settle: true });
      if (name === 'EpochNotElapsed') return build();
      if (name === 'NothingQueued') return build({ release: false, settle: false });
      return null;
    },
  };
}
