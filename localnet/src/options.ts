// The command line: what may be asked, and a sentence for everything else.
import { MOST_SLOT_MILLISECONDS } from './clockwork.ts';
import type { LocalnetOptions } from './server.ts';

export const CHAIN_HELP = `\
  --rpc-port PORT      JSON-RPC over HTTP (8899; 0 takes a free pair)
  --ws-port PORT       WebSocket (the port after --rpc-port)
  --slot-ms MS         how long a slot lasts (400); the chain's own clock counts 400 ms for each
  --seed WORDS         same seed, same addresses; with the same --genesis-time the same bytes (percosec)
  --genesis-time TIME  the chain's first second: unix seconds, or "now" (usually so that its past ends now)
  --state FILE         keep the chain in this file: it goes on where it stopped
  --empty              without the scenario: programs and a faucet, nothing else
  --still              with the scenario, but nothing happens by itself: no prices move, no fees flow, no keeper`;

export const HELP = `A whole Solana chain in one process, with PercoSec's programs deployed.

${CHAIN_HELP}
  --help               this page`;

/** A command line that can't be meant; the message says what is wrong with it. */
export class UnknownOption extends Error {}

export interface CommandLine {
  readonly help: boolean;
  readonly empty: boolean;
  readonly still: boolean;
  readonly localnet: LocalnetOptions;
}

/** What a command line may hold: flags that stand alone, and flags with a value. */
export interface Flags {
  readonly alone: Readonly<Record<string, () => void>>;
  readonly valued: Readonly<Record<string, (value: string) => void>>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UnknownOption(`${flag} takes a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

export const portNumber = (flag: string, text: string) => wholeNumber(flag, text, 0, 65_535);

const LAST_SECOND = 253_402_300_799;

/** The chain's own flags, and what they have said so far. */
export function chainFlags(now: () => number = Date.now): { readonly flags: Flags; readonly said: CommandLine } {
  const localnet: Writable<LocalnetOptions> = {};
  const said: Writable<CommandLine> = { help: false, empty: false, still: false, localnet };
  const flags: Flags = {
    alone: {
      '--empty': () => {
        said.empty = true;
      },
      '--still': () => {
        said.still = true;
      },
    },
    valued: {
      '--rpc-port': (text) => {
        localnet.rpcPort = portNumber('--rpc-port', text);
      },
      '--ws-port': (text) => {
        localnet.wsPort = portNumber('--ws-port', text);
      },
      '--slot-ms': (text) => {
        localnet.slotMilliseconds = wholeNumber('--slot-ms', text, 1, MOST_SLOT_MILLISECONDS);
      },
      '--seed': (text) => {
        localnet.seed = text;
      },
      '--genesis-time': (text) => {
        const seconds = text === 'now' ? Math.floor(now() / 1000) : wholeNumber('--genesis-time', text, 0, LAST_SECOND);
        localnet.genesisTime = BigInt(seconds);
      },
      '--state': (text) => {
        localnet.stateFile = text;
      },
    },
  };
  return { flags, said };
}

/** Tells each flag that stands there, in order; true where help is asked for, and then nothing after it counts. */
export function readFlags(args: readonly string[], { alone, valued }: Flags): boolean {
  const rest = args.flatMap((arg) => {
    const [, flag, value] = /^(--[a-z-]+)=(.*)$/s.exec(arg) ?? [];
    return flag === undefined || value === undefined ? [arg] : [flag, value];
  });
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === '--help' || flag === '-h') return true;
    if (Object.hasOwn(alone, flag)) {
      alone[flag]?.();
      continue;
    }
    const take = Object.hasOwn(valued, flag) ? valued[flag] : undefined;
    if (take === undefined) throw new UnknownOption(`"${flag}" is not an option: --help lists them.`);
    const value = rest.shift();
    if (value === undefined || value === '' || value.startsWith('--'))
      throw new UnknownOption(`${flag} needs a value: --help says which.`);
    take(value);
  }
  return false;
}

export function readCommandLine(args: readonly string[], now: () => number = Date.now): CommandLine {
  const { flags, said } = chainFlags(now);
  return { help: readFlags(args, flags), empty: said.empty, still: said.still, localnet: said.localnet };
}
