// Keys that follow from a seed: the faucet's, and those of whoever lives on the chain.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { type Address, addressFromBytes } from './address.ts';

// The fixed start of an Ed25519 private key in PKCS #8; the 32 bytes of the seed follow.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface Signer {
  readonly address: Address;
  sign(message: Uint8Array): Uint8Array;
}

export function signerFromSeed(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return {
    address: addressFromBytes(Buffer.from(x as string, 'base64url')),
    sign: (message) => sign(null, message, key),
  };
}
