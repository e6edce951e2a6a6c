// What may be asked of `npm start`: the chain's own options, and those of the page and of another cluster.
import {
  CHAIN_HELP,
  chainFlags,
  type Flags,
  portNumber,
  readFlags,
  UnknownOption,
} from '../../localnet/src/options.ts';
import { type Cluster, clusterFlags } from './cluster.ts';

export const HELP = `A Solana chain of your own with insured markets that live, and a perp DEX in front of them. All of it on this machine.

  --page-port PORT     where the perp DEX is (5173, or the next free one; 0 takes any free one)
  --chain-only         without the perp DEX
  --rpc URL            no chain of your own: the perp DEX on another cluster
  --ws URL             its WebSocket, where it isn't where clients look for it

The chain:

${CHAIN_HELP}
  --help               this page`;

export interface CommandLine {
  readonly help: boolean;
  /** Another cluster; null for a chain of our own. */
  readonly elsewhere: Cluster | null;
  readonly chain: {
    /** Handed on as they are. */
    readonly args: readonly string[];
    readonly rpcPort: number;
    readonly wsPort: number | undefined;
    readonly stateFile: string | undefined;
  };
  /** Null without a page; undefined where no port was asked for. */
  readonly pagePort: number | undefined | null;
}

const RPC_PORT = 8899;

/** The same flags, which also write down that they were asked for. */
function noted({ alone, valued }: Flags, note: (words: readonly string[]) => void): Flags {
  return {
    alone: Object.fromEntries(
      Object.entries(alone).map(([flag, take]) => [
        flag,
        () => {
          take();
          note([flag]);
        },
      ]),
    ),
    valued: Object.fromEntries(
      Object.entries(valued).map(([flag, take]) => [
        flag,
        (value: string) => {
          take(value);
          note([flag, value]);
        },
      ]),
    ),
  };
}

export function readCommandLine(args: readonly string[]): CommandLine {
  const chain = chainFlags();
  const chainArgs: string[] = [];
  let pagePort: number | undefined;
  let chainOnly = false;
  const other = clusterFlags();
  const flags = noted(chain.flags, (words) => chainArgs.push(...words));
  const help = readFlags(args, {
    alone: {
      ...flags.alone,
      '--chain-only': () => {
        chainOnly = true;
      },
    },
    valued: {
      ...flags.valued,
      '--page-port': (text) => {
        pagePort = portNumber('--page-port', text);
      },
      ...other.valued,
    },
  });
  const elsewhere = help ? null : other.said();
  if (elsewhere !== null && chainOnly)
    throw new UnknownOption('--chain-only leaves out the page, --rpc the chain: nothing would be left.');
  if (elsewhere !== null && chainArgs[0] !== undefined)
    throw new UnknownOption(`${chainArgs[0]} is about a chain of your own, and --rpc names another cluster.`);
  if (chainOnly && pagePort !== undefined)
    throw new UnknownOption('--page-port is about the page, and --chain-only leaves it out.');
  const { rpcPort = RPC_PORT, wsPort, stateFile } = chain.said.localnet;
  return {
    help,
    elsewhere,
    chain: { args: chainArgs, rpcPort, wsPort, stateFile },
    pagePort: chainOnly ? null : pagePort,
  };
}
