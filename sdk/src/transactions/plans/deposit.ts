import { providerPositionCodec } from '../../accounts/generated.ts';
import { tokenAccountCodec } from '../../accounts/token.ts';
import { type AddressLike, address } from '../../address.ts';
import { positionAddress, shareAccountAddress } from '../../addresses.ts';

import { createAssociatedTokenInstruction } from '../../instructions/associated-token.ts';
import { depositInstruction } from '../../instructions/insurance-pool.ts';
import { settleEpochInstruction } from '../../instructions/premium-manager.ts';
import { decimalText } from '../../views/money.ts';
import type { Plan, Refused, Step } from '../plan.ts';
import { intentOf, type Reader, readPool, readTokens } from './read.ts';
import { NATIVE_MINT, unwrap, wrap } from './wrapped.ts';

export interface DepositArguments {
  readonly market: AddressLike;
  readonly owner: AddressLike;
  /** Atoms of the collateral. */
  readonly amount: bigint;
  /** The owner's associated account of the collateral, unless another is named. */
  readonly tokenAccount?: AddressLike;
}

/** Pays collateral into a market's pool, out of the owner's token account; SOL is wrapped on the way. */
export function depositPlan(client: Reader, args: DepositArguments): Plan {
  const [market, owner] = [address(args.market), address(args.owner)];
  const named = args.tokenAccount === undefined ? undefined : address(args.tokenAccount);
  const { amount } = args;

  async function build(settleFirst = false): Promise<Step | Refused> {
    const read = await readPool(client, market);
    if ('refusal' in read) return read;
    const { pool, poolAddress } = read;
    const { collateralMint, generation } = pool;
    const tokens = await readTokens(client, owner, collateralMint, named);
    const held = tokens.account?.amount ?? 0n;
    const wrapped = collateralMint === NATIVE_MINT && named === undefined;
    const missing = wrapped && held < amount ? amount - held : 0n;
    if (held + missing < amount) return tooLittle(tokens.account && held, amount, pool.collateralDecimals);
    // An account that is only passed through is closed again: its rent, and what was not taken, come back.
    const passing = wrapped && tokens.account === null;

    const position = await positionAddress(poolAddress, owner);
    const shares = await shareAccountAddress(poolAddress, owner, generation);
    const deposit = {
      market,
      depositor: owner,
      depositorTokenAccount: tokens.address,
      collateralMint,
      generation,
      amount,
    };
    return {
      instructions: [
        ...(passing ? [await createAssociatedTokenInstruction({ payer: owner, owner, mint: collateralMint })] : []),
        ...(missing > 0n ? wrap(owner, tokens.address, missing) : []),
        ...(settleFirst ? [await settleEpochInstruction({ market })] : []),
        await depositInstruction(deposit),
        ...(passing ? [unwrap(owner, tokens.address)] : []),
      ],
      creates: [
        { what: 'position', address: position, bytes: providerPositionCodec.size },
        { what: 'share account', address: shares, bytes: tokenAccountCodec.size },
        ...(passing
          ? [{ what: 'token account', address: tokens.address, bytes: tokenAccountCodec.size, passing } as const]
          : []),
      ],
      lamports: missing,
    };
  }

  return {
    intent: intentOf('deposit', market, owner, amount, named),
    owner,
    build,
    // Whoever stands in a depositor's way is a settlement that anyone may call: no keeper has to be waited for.
    instead: async ({ name }, tried) => (name === 'SettleFirst' && tried === 1 ? build(true) : null),
  };
}

function tooLittle(held: bigint | null, amount: bigint, decimals: number): Refused {
  const holds = held === null ? 'does not exist yet' : `holds ${decimalText(held, decimals)}`;
  return {
    refusal: {
      program: 'wallet',
      code: null,
      name: 'NotEnoughCollateral',
      message: `The deposit takes ${decimalText(amount, decimals)} of the pool’s collateral, and the wallet’s account of it ${holds}.`,
      remedy: 'Enter a smaller amount, or add collateral to the wallet first.',
    },
  };
}
