// The parts that there are.
import path from 'node:path';
import type { Ready } from '../../localnet/src/starter.ts';
import type { Cluster } from './cluster.ts';
import type { CommandLine } from './command-line.ts';
import { type Part, row } from './part.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const portOf = (url: string) => new URL(url).port;

export const clusterOf = (ready: Ready): Cluster => ({
  rpcUrl: row(ready, 'RPC'),
  wsUrl: row(ready, 'WebSocket'),
});

export function chainPart({ args, stateFile }: CommandLine['chain']): Part {
  return {
    name: 'The chain',
    command: (before) => [
      path.join(ROOT, 'localnet/src/main.ts'),
      ...args,
      // The page knows it by its ports.
      ...(before === null
        ? []
        : ['--rpc-port', portOf(row(before, 'RPC')), '--ws-port', portOf(row(before, 'WebSocket'))]),
    ],
    afterDeath:
      stateFile === undefined
        ? 'Its past is told anew: what was deposited or traded since it began is lost.'
        : `It goes on from ${stateFile}, which is half a minute old at most.`,
    remedy: 'The page goes on without it: end all with Ctrl-C, then npm start again, which begins a new one.',
  };
}

/** `port`: undefined where any near the usual one will do. */
export function pagePart({ rpcUrl, wsUrl }: Cluster, port: number | undefined): Part {
  return {
    name: 'The perp DEX',
    command: (before) => {
      const known = before === null ? port : portOf(row(before, 'Perp DEX'));
      return [path.join(import.meta.dirname, 'page.ts'), ...(known === undefined ? [] : [`${known}`])];
    },
    env: { VITE_RPC_URL: rpcUrl, VITE_WS_URL: wsUrl },
    afterDeath: 'The chain goes on, and the page’s address stays the same.',
    remedy: 'The chain goes on without it: end all with Ctrl-C, then npm start again.',
  };
}
