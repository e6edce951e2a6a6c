import { type AddressLike, address } from '../address.ts';
import { ASSOCIATED_TOKEN_PROGRAM, associatedTokenAddress, SYSTEM_PROGRAM, TOKEN_PROGRAM } from '../addresses.ts';
import type { Instruction } from './instruction.ts';

const CREATE_IDEMPOTENT = 1;

/** Creates the owner's token account where it is missing, and does nothing where it is there. */
export async function createAssociatedTokenInstruction(named: {
  readonly payer: AddressLike;
  readonly owner: AddressLike;
  readonly mint: AddressLike;
}): Promise<Instruction> {
  const reads = (of: AddressLike) => ({ address: address(of), signer: false, writable: false });
  return {
    programId: ASSOCIATED_TOKEN_PROGRAM,
    accounts: [
      { address: address(named.payer), signer: true, writable: true },
      { address: await associatedTokenAddress(named.owner, named.mint), signer: false, writable: true },
      reads(named.owner),
      reads(named.mint),
      reads(SYSTEM_PROGRAM),
      reads(TOKEN_PROGRAM),
    ],
    data: Uint8Array.of(CREATE_IDEMPOTENT),
  };
}
