// A whole Solana chain in one process, behind Solana's JSON-RPC and WebSocket on this machine.
import { Chain, type ChainOptions } from './chain/chain.ts';
import { readState, StateFileRefused, writeState } from './chain/state-file.ts';
import { lockState } from './chain/state-lock.ts';
import { Clockwork, realTimers, type Timers } from './clockwork.ts';
import { closeServer, openPorts } from './ports.ts';
import { guardedAll } from './rpc/control.ts';
import { httpListener } from './rpc/http.ts';
import { call, type Methods, type Node } from './rpc/method.ts';
import { methods } from './rpc/methods.ts';
import { SocketServer } from './socket/server.ts';

/** What lives on a chain: made once, and described to whoever asks with `percosec_scenario`. */
export interface Inhabitants {
  readonly description: unknown;
  /** The 64 bytes of the wallet that front-ends on this machine may sign with. */
  readonly demoKeypair?: Uint8Array;
  /** What they can be asked, by everybody; and what they do for programs and this machine's own pages alone. */
  readonly calls?: { readonly reading: Methods; readonly driving: Methods };
  /** Resolves once they have done what there was to do in this slot. */
  caughtUp?(): Promise<void>;
  /** The chain stops: they finish what they are at, and do nothing more. */
  leave?(): void | Promise<void>;
}

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
  /** Where the chain is kept: read now if it is there, written every half minute and at the end. */
  readonly stateFile?: string;
  /** Settles on the chain before anybody can reach it; `isNew` is false where a state file brought everything back. */
  readonly settle?: (chain: Chain, isNew: boolean) => Promise<Inhabitants> | Inhabitants;
}

/** What was asked of the server so far, and who listens now. */
export interface Traffic {
  readonly requests: number;
  readonly calls: Readonly<Record<string, number>>;
  readonly sockets: number;
  readonly subscriptions: number;
}

export interface Localnet {
  readonly rpcUrl: string;
  readonly wsUrl: string;
  readonly chain: Chain;
  readonly clockwork: Clockwork;
  traffic(): Traffic;
  close(): Promise<void>;
}

const RPC_PORT = 8899;
const SLOT_MILLISECONDS = 400;
const SAVE_EVERY = 30_000;

function openChain(options: LocalnetOptions): { readonly chain: Chain; readonly isNew: boolean } {
  const { stateFile, seed } = options;
  const kept = stateFile === undefined ? null : readState(stateFile);
  if (stateFile === undefined || kept === null) return { chain: new Chain(options), isNew: true };
  if (seed !== undefined && seed !== kept.options.seed)
    throw new StateFileRefused(stateFile, `holds a chain of the seed "${kept.options.seed}", not of "${seed}"`);
  return { chain: kept, isNew: false };
}

/** Writes the chain every half minute; `stop` writes it once more. */
function keepState(file: string, chain: Chain, timers: Timers): { save(): void; stop(): void } {
  const save = () => writeState(file, chain);
  let cancel: () => void;
  const wait = () => {
    cancel = timers.after(SAVE_EVERY, () => {
      try {
        save();
      } catch (error) {
        // A full disk may have room again in half a minute; the chain goes on meanwhile.
        console.error((error as Error).message);
      }
      wait();
    });
  };
  // At once, so that a file that can't be written is told at the start, not lost at the end.
  save();
  wait();
  return {
    save,
    stop() {
      cancel();
      save();
    },
  };
}

async function start(options: LocalnetOptions): Promise<Localnet> {
  const { rpcPort = RPC_PORT, wsPort, slotMilliseconds = SLOT_MILLISECONDS, paused = false } = options;
  const timers = options.timers ?? realTimers;
  const { chain, isNew } = openChain(options);
  const clockwork = new Clockwork(chain, slotMilliseconds, timers);
  // Ports before the first state: a taken one is told at once, and whoever comes early waits for an answer.
  let answer: (node: Node) => void = () => {};
  const ready = new Promise<Node>((resolve) => {
    answer = resolve;
  });
  const calls: Record<string, number> = {};
  let requests = 0;
  let known = methods;
  const listener = httpListener(ready, (node, method, params, caller) => {
    if (Object.hasOwn(known, method)) calls[method] = (calls[method] ?? 0) + 1;
    return call(known, node, method, params, caller);
  });
  const servers = await openPorts(rpcPort, wsPort, listener);
  servers.rpc.on('request', () => {
    requests++;
  });
  const closePorts = () => Promise.all([closeServer(servers.rpc), closeServer(servers.ws)]);
  let inhabitants: Inhabitants | undefined;
  try {
    inhabitants = await options.settle?.(chain, isNew);
    const { reading = {}, driving = {} } = inhabitants?.calls ?? {};
    known = { ...methods, ...reading, ...guardedAll(driving) };
    const kept = options.stateFile === undefined ? undefined : keepState(options.stateFile, chain, timers);
    const sockets = new SocketServer(chain, servers.ws);
    answer({
      chain,
      clockwork,
      scenario: inhabitants?.description ?? null,
      demoKeypair: inhabitants?.demoKeypair ?? null,
      saveState: kept?.save ?? null,
      caughtUp: async () => inhabitants?.caughtUp?.(),
    });
    if (!paused) clockwork.resume();
    return {
      rpcUrl: `http://127.0.0.1:${servers.rpcPort}`,
      wsUrl: `ws://127.0.0.1:${servers.wsPort}`,
      chain,
      clockwork,
      traffic: () => ({
        requests,
        calls: { ...calls },
        sockets: sockets.clients,
        subscriptions: sockets.subscriptions,
      }),
      async close() {
        clockwork.pause();
        await inhabitants?.leave?.();
        sockets.close();
        await closePorts();
        kept?.stop();
      },
    };
  } catch (error) {
    await inhabitants?.leave?.();
    await closePorts();
    throw error;
  }
}

export async function startLocalnet(options: LocalnetOptions = {}): Promise<Localnet> {
  const { stateFile } = options;
  if (stateFile === undefined) return start(options);
  const unlock = lockState(stateFile);
  try {
    const localnet = await start(options);
    return { ...localnet, close: () => localnet.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
