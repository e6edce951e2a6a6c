// Where the scenario's dollars come from.
import { type Address, createAssociatedTokenInstruction } from '@percosec/sdk';
import type { Chain } from '../chain/chain.ts';
import type { Cast } from './cast.ts';
import { mintToInstruction } from './collateral.ts';
import { send } from './send.ts';

/** Opens the owner's account where it is missing, and mints into it. */
export async function pour(
  chain: Chain,
  { mint, faucet }: Cast,
  owner: { readonly address: Address; readonly tokenAccount: Address },
  amount: bigint,
): Promise<string> {
  const payer = faucet.wallet;
  const minted = { mint: mint.address, to: owner.tokenAccount, authority: payer.address, amount };
  return send(
    chain,
    [payer],
    [
      await createAssociatedTokenInstruction({ payer: payer.address, owner: owner.address, mint: mint.address }),
      ...(amount === 0n ? [] : [mintToInstruction(minted)]),
    ],
  );
}
