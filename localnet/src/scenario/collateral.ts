// The collateral's life as SPL Token tells it: a mint is made, accounts are opened, dollars are minted by the faucet.
import { type Address, addressBytes, type Instruction, SYSTEM_PROGRAM, TOKEN_PROGRAM } from '@percosec/sdk';

export const COLLATERAL_DECIMALS = 6;
export const COLLATERAL_SYMBOL = 'USDC';
export const MINT_BYTES = 82;

const INITIALIZE_MINT_2 = 20;
const MINT_TO = 7;

function bytes(...fields: readonly (Uint8Array | readonly [size: 1 | 4 | 8, value: number | bigint])[]): Uint8Array {
  return Buffer.concat(
    fields.map((field) => {
      if (field instanceof Uint8Array) return field;
      const [size, value] = field;
      const out = Buffer.alloc(8);
      out.writeBigUInt64LE(BigInt(value));
      return out.subarray(0, size);
    }),
  );
}

/** Nobody can freeze the dollars of the scenario; its faucet can make more. */
export function createMintInstructions(named: {
  readonly payer: Address;
  readonly mint: Address;
  readonly authority: Address;
  readonly rent: bigint;
}): Instruction[] {
  return [
    {
      programId: SYSTEM_PROGRAM,
      accounts: [
        { address: named.payer, signer: true, writable: true },
        { address: named.mint, signer: true, writable: true },
      ],
      data: bytes([4, 0], [8, named.rent], [8, MINT_BYTES], addressBytes(TOKEN_PROGRAM)),
    },
    {
      programId: TOKEN_PROGRAM,
      accounts: [{ address: named.mint, signer: false, writable: true }],
      data: bytes([1, INITIALIZE_MINT_2], [1, COLLATERAL_DECIMALS], addressBytes(named.authority), [1, 0]),
    },
  ];
}

export function mintToInstruction(named: {
  readonly mint: Address;
  readonly to: Address;
  readonly authority: Address;
  readonly amount: bigint;
}): Instruction {
  return {
    programId: TOKEN_PROGRAM,
    accounts: [
      { address: named.mint, signer: false, writable: true },
      { address: named.to, signer: false, writable: true },
      { address: named.authority, signer: true, writable: false },
    ],
    data: bytes([1, MINT_TO], [8, named.amount]),
  };
}
