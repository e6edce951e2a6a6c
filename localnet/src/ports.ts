// Two ports on 127.0.0.1: JSON-RPC, and the socket on the next one, where clients look for it.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = '127.0.0.1';
const MOST_TRIES = 50;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

async function listenOrExplain(server: Server, port: number, flag: string): Promise<number> {
  try {
    return await listen(server, port);
  } catch (error) {
    if (isTaken(error))
      throw new Error(
        `Port ${port} is taken, perhaps by another validator or localnet: stop it, or choose another port with ${flag}.`,
      );
    throw error;
  }
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export interface Servers {
  readonly rpc: Server;
  readonly ws: Server;
  readonly rpcPort: number;
  readonly wsPort: number;
}

/** Port 0 takes any free pair; `wsPort` is the port after `rpcPort` unless it is given. */
export async function openPorts(
  rpcPort: number,
  wsPort: number | undefined,
  onRequest: RequestListener,
): Promise<Servers> {
  const rpc = createServer(onRequest);
  const ws = createServer((_, response) => response.writeHead(426).end('This port speaks WebSocket.\n'));
  for (let tries = 1; ; tries++) {
    const chosen = await listenOrExplain(rpc, rpcPort, '--rpc-port');
    try {
      // Whoever lets the machine choose the first port can't mean one number for the second.
      if (rpcPort !== 0 || wsPort !== undefined)
        return { rpc, ws, rpcPort: chosen, wsPort: await listenOrExplain(ws, wsPort ?? chosen + 1, '--ws-port') };
      return { rpc, ws, rpcPort: chosen, wsPort: await listen(ws, chosen + 1) };
    } catch (error) {
      await closeServer(rpc);
      const mayRetry = rpcPort === 0 && wsPort === undefined && tries < MOST_TRIES;
      if (!mayRetry) throw error;
    }
  }
}
