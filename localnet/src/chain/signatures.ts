// Ed25519 by Node's own OpenSSL: signatures of transactions are checked here, once, before anything is executed.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Address, addressBytes, addressFromBytes } from './address.ts';
import type { WireTransaction } from './wire.ts';

function publicKey(address: Address): KeyObject {
  const x = Buffer.from(addressBytes(address)).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

export function isSigned({ signatures, message }: WireTransaction): boolean {
  return signatures.every((signature, index) => {
    const signer = message.keys[index];
    return signer !== undefined && verify(null, message.bytes, publicKey(signer), signature);
  });
}

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
