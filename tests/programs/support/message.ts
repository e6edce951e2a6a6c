// A legacy transaction message. web3.js compiles one too, six times slower: too slow for suites of half a million.
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';

interface Key {
  readonly bytes: Uint8Array;
  signer: boolean;
  writable: boolean;
}

function compactU16(value: number): number[] {
  const out: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest < 0x80) return [...out, rest];
    out.push((rest & 0x7f) | 0x80);
  }
}

const NO_BLOCKHASH = new Uint8Array(32);

export function compileMessage(payer: PublicKey, instructions: readonly TransactionInstruction[]) {
  const keys = new Map<string, Key>();
  const note = (address: PublicKey, signer: boolean, writable: boolean): string => {
    const bytes = address.toBytes();
    const id = Buffer.from(bytes.buffer, bytes.byteOffset, 32).toString('latin1');
    const key = keys.get(id);
    if (key === undefined) keys.set(id, { bytes, signer, writable });
    else {
      key.signer ||= signer;
      key.writable ||= writable;
    }
    return id;
  };

  note(payer, true, true);
  const named = instructions.map((instruction) => ({
    data: instruction.data,
    accounts: instruction.keys.map((meta) => note(meta.pubkey, meta.isSigner, meta.isWritable)),
    program: note(instruction.programId, false, false),
  }));

  const rank = (key: Key) => (key.signer ? 0 : 2) + (key.writable ? 0 : 1);
  const ordered = [...keys].sort(([, left], [, right]) => rank(left) - rank(right));
  const index = new Map(ordered.map(([id], position) => [id, position]));
  const at = (id: string) => index.get(id) as number;
  const count = (wanted: number) => ordered.filter(([, key]) => rank(key) === wanted).length;
  const signatures = count(0) + count(1);

  const bytes = Buffer.concat([
    Uint8Array.from([signatures, count(1), count(3), ...compactU16(ordered.length)]),
    ...ordered.map(([, key]) => key.bytes),
    NO_BLOCKHASH,
    Uint8Array.from(compactU16(named.length)),
    ...named.flatMap(({ program, accounts, data }) => [
      Uint8Array.from([at(program), ...compactU16(accounts.length), ...accounts.map(at), ...compactU16(data.length)]),
      data,
    ]),
  ]);
  return { bytes, signatures };
}
