// Whoever is called by a name has the same address in every run, and a key that is nowhere but in that run's memory.
import { type Address, address, addressFromBytes } from '@percosec/sdk';
import { Keypair } from '@solana/web3.js';

/** So many bytes that follow from a name alone: FNV's hash of it, then a generator of Marsaglia's. */
export function bytesFrom(name: string, length: number): Uint8Array {
  let state = 2_166_136_261;
  for (let at = 0; at < name.length; at++) state = Math.imul(state ^ name.charCodeAt(at), 16_777_619);
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 11;
  });
}

/** An address stays what it is; anything else is a name. */
export function addressOf(name: string): Address {
  return known(name) ?? addressFromBytes(bytesFrom(name, 32));
}

function known(name: string): Address | null {
  try {
    return address(name);
  } catch {
    return null;
  }
}

const keypairs = new Map<string, Keypair>();

export function keypairOf(name: string): Keypair {
  const keypair = keypairs.get(name) ?? Keypair.fromSeed(bytesFrom(`wallet ${name}`, 32));
  keypairs.set(name, keypair);
  return keypair;
}

/** Of a person, by name or by address. */
export const ownerOf = (name: string): Address => known(name) ?? address(keypairOf(name).publicKey);
