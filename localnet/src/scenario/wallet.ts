// Throwaway keys, derived from the seed at run time: nothing secret is ever stored, and nobody's money is behind them.
import { createHash } from 'node:crypto';
import { type Address, address, addressBytes, addressFromBytes } from '@percosec/sdk';
import { signerFromSeed } from '../chain/signatures.ts';

export interface Wallet {
  readonly address: Address;
  /** 64 bytes, as Solana's tools keep a keypair: the secret, then the public key. */
  readonly secretKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

const derive = (...words: readonly string[]) => createHash('sha256').update(JSON.stringify(words)).digest();

export function deriveWallet(seed: string, name: string): Wallet {
  const secret = derive('wallet', seed, name);
  const signer = signerFromSeed(secret);
  const own = address(signer.address);
  return {
    address: own,
    secretKey: Uint8Array.from([...secret, ...addressBytes(own)]),
    sign: signer.sign,
  };
}

/** An address that nobody has a key to: of a program, or of an account that only the chain's host writes. */
export function deriveAddress(seed: string, name: string): Address {
  return addressFromBytes(derive('address', seed, name));
}
