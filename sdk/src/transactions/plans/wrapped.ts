// Wrapped SOL: a pool's collateral may be the network's own coin, which people hold outside of token accounts.
import type { Address } from '../../address.ts';
import { SYSTEM_PROGRAM, TOKEN_PROGRAM } from '../../addresses.ts';
import type { Instruction } from '../../instructions/instruction.ts';

export const NATIVE_MINT = 'So11111111111111111111111111111111111111112' as Address;

const SYNC_NATIVE = 17;
const CLOSE_ACCOUNT = 9;

/** Moves lamports into a wrapping account, and has it count them. */
export function wrap(owner: Address, account: Address, lamports: bigint): Instruction[] {
  const data = new Uint8Array(12);
  const view = new DataView(data.buffer);
  view.setUint32(0, 2, true); // transfer
  view.setBigUint64(4, lamports, true);
  return [
    {
      programId: SYSTEM_PROGRAM,
      accounts: [
        { address: owner, signer: true, writable: true },
        { address: account, signer: false, writable: true },
      ],
      data,
    },
    {
      programId: TOKEN_PROGRAM,
      accounts: [{ address: account, signer: false, writable: true }],
      data: Uint8Array.of(SYNC_NATIVE),
    },
  ];
}

/** Gives all that is wrapped, and the account's rent, back to its owner. */
export const unwrap = (owner: Address, account: Address): Instruction => ({
  programId: TOKEN_PROGRAM,
  accounts: [
    { address: account, signer: false, writable: true },
    { address: owner, signer: false, writable: true },
    { address: owner, signer: true, writable: false },
  ],
  data: Uint8Array.of(CLOSE_ACCOUNT),
});
