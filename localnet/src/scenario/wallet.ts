// Throwaway keys, derived from the seed at run time: nothing secret is ever stored, and nobody's money is behind them.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { type Address, addressFromBytes } from '@percosec/sdk';

export interface Wallet {
  readonly name: string;
  readonly address: Address;
  /** 64 bytes, as Solana's tools keep a keypair: the secret, then the public key. */
  readonly secretKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** What stands before an Ed25519 secret in PKCS #8 (RFC 8410), the only form Node takes one in. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function deriveWallet(seed: string, name: string): Wallet {
  const secret = createHash('sha256').update(`${seed}/wallet/${name}`).digest();
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return {
    name,
    address: addressFromBytes(publicKey),
    secretKey: Uint8Array.from([...secret, ...publicKey]),
    sign: (message) => sign(null, message, key),
  };
}

/** An address nobody has a key to: a program or an account that is only ever written by the chain's host. */
export function deriveAddress(seed: string, name: string): Address {
  return addressFromBytes(createHash('sha256').update(`${seed}/address/${name}`).digest());
}
