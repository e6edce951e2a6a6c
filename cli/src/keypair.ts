// A key from a file, as Solana's CLI keeps it: 64 numbers, of which the last 32 are the address.
import type { Keypair } from '@solana/web3.js';
import { Failure } from './failure.ts';
import { defaultKeypairFile } from './solana-config.ts';
import type { Terminal } from './terminal.ts';

const HOW = 'Give --keypair FILE, or make a key with "solana-keygen new".';

export async function readKeypair(terminal: Terminal, given: string | undefined): Promise<Keypair> {
  const file = given ?? defaultKeypairFile(terminal);
  const { Keypair } = await import('@solana/web3.js');
  const text = readText(terminal, file);
  try {
    const bytes: unknown = JSON.parse(text);
    if (!Array.isArray(bytes) || bytes.length !== 64 || !bytes.every(isByte)) throw new Error('not 64 bytes');
    return Keypair.fromSecretKey(Uint8Array.from(bytes));
  } catch {
    // The cause is left out: a parser's message quotes what it read, and that is a secret.
    throw new Failure(`${file} is not a key: a key is a JSON list of 64 bytes whose halves belong together.`, HOW);
  }
}

const isByte = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255;

function readText(terminal: Terminal, file: string): string {
  let text: string | null;
  try {
    text = terminal.read(file);
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, HOW);
  }
  if (text === null) throw new Failure(`There is no key file ${file}.`, HOW);
  return text;
}
