// The command line: what may be asked, and a sentence for everything else.
import { MOST_SLOT_MILLISECONDS } from './clockwork.ts';
import type { LocalnetOptions } from './server.ts';

export const HELP = `A whole Solana chain in one process, with PercoSec's programs deployed.

  --rpc-port PORT      JSON-RPC over HTTP (8899; 0 takes a free pair)
  --ws-port PORT       WebSocket (the port after --rpc-port)
  --slot-ms MS         how long a slot lasts (400); the chain's own clock counts 400 ms for each
  --seed WORDS         same seed, same addresses; with the same --genesis-time the same bytes (percosec)
  --genesis-time TIME  the chain's first second: unix seconds, or "now" (usually so that its past ends now)
  --state FILE         keep the chain in this file: it goes on where it stopped
  --empty              without the scenario: programs and a faucet, nothing else
  --help               this page`;

/** A command line that can't be meant; the message says what is wrong with it. */
export class UnknownOption extends Error {}

export interface CommandLine {
  readonly help: boolean;
  readonly empty: boolean;
  readonly localnet: LocalnetOptions;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function number(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UnknownOption(`${flag} takes a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

const LAST_SECOND = 253_402_300_799;

export function readCommandLine(args: readonly string[], now: () => number = Date.now): CommandLine {
  const localnet: Writable<LocalnetOptions> = {};
  let empty = false;
  const values: Readonly<Record<string, (text: string) => void>> = {
    '--rpc-port': (text) => {
      localnet.rpcPort = number('--rpc-port', text, 0, 65_535);
    },
    '--ws-port': (text) => {
      localnet.wsPort = number('--ws-port', text, 0, 65_535);
    },
    '--slot-ms': (text) => {
      localnet.slotMilliseconds = number('--slot-ms', text, 1, MOST_SLOT_MILLISECONDS);
    },
    '--seed': (text) => {
      localnet.seed = text;
    },
    '--genesis-time': (text) => {
      const seconds = text === 'now' ? Math.floor(now() / 1000) : number('--genesis-time', text, 0, LAST_SECOND);
      localnet.genesisTime = BigInt(seconds);
    },
    '--state': (text) => {
      localnet.stateFile = text;
    },
  };
  const rest = args.flatMap((arg) => {
    const [, flag, value] = /^(--[a-z-]+)=(.*)$/s.exec(arg) ?? [];
    return flag === undefined || value === undefined ? [arg] : [flag, value];
  });
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === '--help' || flag === '-h') return { help: true, empty, localnet };
    if (flag === '--empty') {
      empty = true;
      continue;
    }
    const take = Object.hasOwn(values, flag) ? values[flag] : undefined;
    if (take === undefined) throw new UnknownOption(`"${flag}" is not an option: --help lists them.`);
    const value = rest.shift();
    if (value === undefined || value === '' || value.startsWith('--'))
      throw new UnknownOption(`${flag} needs a value: --help says which.`);
    take(value);
  }
  return { help: false, empty, localnet };
}
