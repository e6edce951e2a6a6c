// A whole Solana chain in one process, behind Solana's JSON-RPC and WebSocket on this machine.
import { Chain, type ChainOptions } from './chain/chain.ts';
import { Clockwork, realTimers, type Timers } from './clockwork.ts';
import { closeServer, openPorts } from './ports.ts';
import { httpListener } from './rpc/http.ts';
import { call } from './rpc/method.ts';
import { methods } from './rpc/methods.ts';
import { SocketServer } from './socket/server.ts';

export interface LocalnetOptions extends ChainOptions {
  /** 0 takes a free pair of ports. */
  readonly rpcPort?: number;
  /** The one after `rpcPort`, where clients look for it, unless given. */
  readonly wsPort?: number;
  /** How long a slot lasts outside; the chain's own clock counts 400 ms for each. */
  readonly slotMilliseconds?: number;
  /** Slots pass only when a control call moves them. */
  readonly paused?: boolean;
  readonly timers?: Timers;
  /** Makes the chain's first state, before anybody can reach it. */
  readonly prepare?: (chain: Chain) => Promise<void> | void;
}

export interface Localnet {
  readonly rpcUrl: string;
  readonly wsUrl: string;
  readonly chain: Chain;
  readonly clockwork: Clockwork;
  close(): Promise<void>;
}

const RPC_PORT = 8899;
const SLOT_MILLISECONDS = 400;

export async function startLocalnet(options: LocalnetOptions = {}): Promise<Localnet> {
  const { rpcPort = RPC_PORT, wsPort, slotMilliseconds = SLOT_MILLISECONDS, paused = false, prepare } = options;
  const chain = new Chain(options);
  const clockwork = new Clockwork(chain, slotMilliseconds, options.timers ?? realTimers);
  const node = { chain, clockwork };
  // Ports before the first state: a taken one is told at once, and whoever comes early waits for an answer.
  const { promise: prepared, resolve: answer } = Promise.withResolvers<void>();
  const servers = await openPorts(
    rpcPort,
    wsPort,
    httpListener(prepared, (method, params, caller) => call(methods, node, method, params, caller)),
  );
  const closePorts = () => Promise.all([closeServer(servers.rpc), closeServer(servers.ws)]);
  try {
    await prepare?.(chain);
  } catch (error) {
    await closePorts();
    throw error;
  }
  const sockets = new SocketServer(chain, servers.ws);
  answer();
  if (!paused) clockwork.resume();
  return {
    rpcUrl: `http://127.0.0.1:${servers.rpcPort}`,
    wsUrl: `ws://127.0.0.1:${servers.wsPort}`,
    chain,
    clockwork,
    async close() {
      clockwork.pause();
      sockets.close();
      await closePorts();
    },
  };
}
