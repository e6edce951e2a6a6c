// Where airdrops come from: an account with a fixed balance, whose key follows from the seed.
import { type Address, addressBytes, COMPUTE_BUDGET_PROGRAM, derivedBytes, SYSTEM_PROGRAM } from './address.ts';
import { decodeBase58 } from './base58.ts';
import { type Signer, signerFromSeed } from './signatures.ts';

export const FAUCET_LAMPORTS = 500_000_000n * 1_000_000_000n;

const UNITS = 1000;
const TRANSFER = 2;
const SET_UNIT_LIMIT = 2;

export class Faucet {
  readonly #signer: Signer;

  constructor(seed: string) {
    this.#signer = signerFromSeed(derivedBytes('faucet', seed));
  }

  get address(): Address {
    return this.#signer.address;
  }

  /**
   * A signed transfer. `number` must differ between airdrops, and goes into the limit of compute units: two equal ones
   * in one slot would otherwise be the same transaction.
   */
  transfer(to: Address, lamports: bigint, blockhash: string, number: number): Uint8Array {
    const limit = Buffer.alloc(5);
    limit.writeUInt8(SET_UNIT_LIMIT);
    limit.writeUInt32LE(UNITS + (number % 1_000_000), 1);
    const transfer = Buffer.alloc(12);
    transfer.writeUInt32LE(TRANSFER);
    transfer.writeBigUInt64LE(lamports, 4);
    const message = Buffer.concat([
      // One signature; of the four accounts the two programs are read only.
      Uint8Array.of(1, 0, 2, 4),
      addressBytes(this.address),
      addressBytes(to),
      addressBytes(SYSTEM_PROGRAM),
      addressBytes(COMPUTE_BUDGET_PROGRAM),
      decodeBase58(blockhash) as Uint8Array,
      Uint8Array.of(2, 3, 0, limit.length),
      limit,
      Uint8Array.of(2, 2, 0, 1, transfer.length),
      transfer,
    ]);
    return Buffer.concat([Uint8Array.of(1), this.#signer.sign(message), message]);
  }
}
