// Durable nonces: a transaction that begins with AdvanceNonceAccount may carry the nonce instead of a recent blockhash.
import type { Account } from './account.ts';
import { type Address, addressFromBytes, SYSTEM_PROGRAM } from './address.ts';
import { isSigner, isWritable, type WireMessage } from './wire.ts';

const ADVANCE_NONCE = 4;
const NONCE_BYTES = 80;
const INITIALIZED = 1;

/** Is its blockhash the present nonce of the account that its first instruction advances? */
export function usesNonce(message: WireMessage, account: (address: Address) => Account | null): boolean {
  const [first] = message.instructions;
  if (first === undefined || message.keys[first.programIdIndex] !== SYSTEM_PROGRAM || first.data.length < 4)
    return false;
  const [nonceIndex] = first.accounts;
  if (nonceIndex === undefined || !isWritable(message, nonceIndex)) return false;
  const code = new DataView(first.data.buffer, first.data.byteOffset).getUint32(0, true);
  const nonce = account(message.keys[nonceIndex] ?? '');
  if (code !== ADVANCE_NONCE || nonce?.owner !== SYSTEM_PROGRAM || nonce.data.length !== NONCE_BYTES) return false;
  if (new DataView(nonce.data.buffer, nonce.data.byteOffset).getUint32(4, true) !== INITIALIZED) return false;
  const authority = addressFromBytes(nonce.data.subarray(8, 40));
  return (
    addressFromBytes(nonce.data.subarray(40, 72)) === message.blockhash &&
    first.accounts.some((index) => isSigner(message, index) && message.keys[index] === authority)
  );
}
