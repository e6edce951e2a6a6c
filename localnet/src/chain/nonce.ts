// Durable nonces: a transaction that begins with AdvanceNonceAccount may carry the nonce instead of a recent blockhash.
import { createHash } from 'node:crypto';
import type { Account } from './account.ts';
import { type Address, addressBytes, addressFromBytes, SYSTEM_PROGRAM } from './address.ts';
import { isSigner, isWritable, type WireMessage } from './wire.ts';

const ADVANCE_NONCE = 4;
const NONCE_BYTES = 80;
const INITIALIZED = 1;
/** Where the nonce itself stands. */
const VALUE = 40;

/** The nonce account whose present nonce is the message's blockhash, and which its first instruction advances. */
export function nonceOf(message: WireMessage, account: (address: Address) => Account | null): Address | null {
  const [first] = message.instructions;
  if (first === undefined || message.keys[first.programIdIndex] !== SYSTEM_PROGRAM || first.data.length < 4)
    return null;
  const [nonceIndex] = first.accounts;
  if (nonceIndex === undefined || !isWritable(message, nonceIndex)) return null;
  const address = message.keys[nonceIndex] ?? '';
  const code = new DataView(first.data.buffer, first.data.byteOffset).getUint32(0, true);
  const nonce = account(address);
  if (code !== ADVANCE_NONCE || nonce?.owner !== SYSTEM_PROGRAM || nonce.data.length !== NONCE_BYTES) return null;
  if (new DataView(nonce.data.buffer, nonce.data.byteOffset).getUint32(4, true) !== INITIALIZED) return null;
  const authority = addressFromBytes(nonce.data.subarray(8, 40));
  const usable =
    addressFromBytes(nonce.data.subarray(VALUE, VALUE + 32)) === message.blockhash &&
    first.accounts.some((index) => isSigner(message, index) && message.keys[index] === authority);
  return usable ? address : null;
}

/** With the value that follows from a blockhash, as the system program would write it. */
export function advanceNonce(nonce: Account, blockhash: string): Account {
  const data = Uint8Array.from(nonce.data);
  data.set(createHash('sha256').update('DURABLE_NONCE').update(addressBytes(blockhash)).digest(), VALUE);
  return { ...nonce, data };
}
