// Signed legacy transactions from the SDK's instructions. web3.js makes them too, but a history of some thousand
// transactions would take it longer than the chain itself.
import { type Address, addressBytes, address as checked, type Instruction } from '@percosec/sdk';
import type { Wallet } from './wallet.ts';

interface Key {
  readonly address: Address;
  signer: boolean;
  writable: boolean;
}

const rank = ({ signer, writable }: Key) => (signer ? 0 : 2) + (writable ? 0 : 1);

function compactU16(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

/** The first signer pays. Bytes are the same for the same arguments: Ed25519 has no randomness. */
export function signedTransaction(
  signers: readonly [Wallet, ...Wallet[]],
  instructions: readonly Instruction[],
  blockhash: string,
): Uint8Array {
  const keys = new Map<Address, Key>();
  const note = (address: Address, signer: boolean, writable: boolean): void => {
    const key = keys.get(address);
    if (key === undefined) keys.set(address, { address, signer, writable });
    else {
      key.signer ||= signer;
      key.writable ||= writable;
    }
  };
  note(signers[0].address, true, true);
  for (const instruction of instructions) {
    for (const { address, signer, writable } of instruction.accounts) note(address, signer, writable);
    note(instruction.programId, false, false);
  }

  const ordered = [...keys.values()].sort((left, right) => rank(left) - rank(right));
  const index = new Map(ordered.map(({ address }, position) => [address, position]));
  const at = (address: Address) => index.get(address) as number;
  const count = (wanted: number) => ordered.filter((key) => rank(key) === wanted).length;
  const required = count(0) + count(1);

  const message = Buffer.concat([
    Uint8Array.from([required, count(1), count(3), ...compactU16(ordered.length)]),
    ...ordered.map(({ address }) => addressBytes(address)),
    addressBytes(checked(blockhash)),
    Uint8Array.from(compactU16(instructions.length)),
    ...instructions.flatMap(({ programId, accounts, data }) => [
      Uint8Array.from([
        at(programId),
        ...compactU16(accounts.length),
        ...accounts.map(({ address }) => at(address)),
        ...compactU16(data.length),
      ]),
      data,
    ]),
  ]);

  const signatures = ordered.slice(0, required).map(({ address }) => {
    const signer = signers.find((wallet) => wallet.address === address);
    if (signer === undefined) throw new Error(`a transaction needs the signature of ${address}, which was not given`);
    return signer.sign(message);
  });
  return Buffer.concat([Uint8Array.from(compactU16(required)), ...signatures, message]);
}
