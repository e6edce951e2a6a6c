// A bad line between a page and its chain: cuts, stalls, loses and turns away what passes.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server as TcpServer } from 'node:net';

/**
 * What happens to a call.
 * - `pass`: nothing.
 * - `cut`: its connection ends without an answer, and the chain never hears of it.
 * - `stall`: it waits until the line is mended.
 * - `busy`: it is turned away with a 429.
 * - `lose`: the chain does what it is asked, and the answer is lost.
 */
export type Fate = 'pass' | 'cut' | 'stall' | 'busy' | 'lose';

export interface Call {
  readonly method: string;
  readonly params: readonly unknown[];
}

export interface RpcProxy {
  readonly rpcUrl: string;
  readonly wsUrl: string;
  /** What happens to calls from now on; a function is asked about each. */
  calls(fate: Fate | ((call: Call) => Fate)): void;
  /** `cut` ends all sockets and every one that comes; `stall` keeps what is said on them, so that they look quiet. */
  sockets(fate: 'pass' | 'cut' | 'stall'): void;
  /** All passes again, with what was held back. */
  mend(): void;
  /** Every call that came, in order. */
  readonly asked: readonly Call[];
  /** How many sockets are open now. */
  open(): number;
  close(): Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, GET, OPTIONS',
  'access-control-allow-headers': '*',
  // The browser asks once: what is cut or turned away is the call itself.
  'access-control-max-age': '86400',
};

export async function startProxy(chain: { readonly rpcUrl: string; readonly wsUrl: string }): Promise<RpcProxy> {
  const asked: Call[] = [];
  let fateOf: (call: Call) => Fate = () => 'pass';
  let held: (() => void)[] = [];
  const release = () => {
    const waiting = held;
    held = [];
    for (const pass of waiting) pass();
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    const body = await bodyOf(request);
    const calls = callsOf(body);
    asked.push(...calls);
    const fate = () => calls.map((call) => fateOf(call)).find((one) => one !== 'pass') ?? 'pass';
    let now = fate();
    while (now === 'stall') {
      await new Promise<void>((resolve) => held.push(resolve));
      now = fate();
    }
    if (now === 'cut') request.socket.destroy();
    else if (now === 'busy')
      response
        .writeHead(429, { ...CORS, 'content-type': 'text/plain' })
        .end('Too many requests for this proxy of a test.');
    else {
      const { origin } = request.headers;
      const answer = await fetch(chain.rpcUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(origin && { origin }) },
        body,
      });
      const text = await answer.text();
      if (now === 'lose') request.socket.destroy();
      else response.writeHead(answer.status, { ...CORS, 'content-type': 'application/json' }).end(text);
    }
  }
  const rpc = createServer((request, response) => {
    // The page has gone, or the chain is down.
    take(request, response).catch(() => request.socket.destroy());
  });

  let fateOfSockets: 'pass' | 'cut' | 'stall' = 'pass';
  const lines = new Set<{ cut(): void; pause(): void; resume(): void }>();
  const { hostname, port } = new URL(chain.wsUrl);
  const ws = createTcpServer((near) => {
    if (fateOfSockets === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    const sockets = [near, far];
    const line = {
      cut: () => {
        for (const socket of sockets) socket.destroy();
      },
      pause: () => {
        near.unpipe();
        far.unpipe();
        for (const socket of sockets) socket.pause();
      },
      resume: () => {
        near.pipe(far);
        far.pipe(near);
      },
    };
    lines.add(line);
    for (const socket of sockets) {
      socket.on('error', line.cut);
      socket.on('close', () => {
        lines.delete(line);
        line.cut();
      });
    }
    if (fateOfSockets === 'stall') line.pause();
    else line.resume();
  });

  const setCalls = (fate: Fate | ((call: Call) => Fate)) => {
    fateOf = typeof fate === 'function' ? fate : () => fate;
    // What waits meets what happens now.
    release();
  };
  const setSockets = (fate: typeof fateOfSockets) => {
    fateOfSockets = fate;
    const what = ({ pass: 'resume', stall: 'pause', cut: 'cut' } as const)[fate];
    for (const line of [...lines]) line[what]();
  };
  return {
    rpcUrl: await listen(rpc, 'http'),
    wsUrl: await listen(ws, 'ws'),
    calls: setCalls,
    sockets: setSockets,
    mend() {
      setCalls('pass');
      setSockets('pass');
    },
    asked,
    open: () => lines.size,
    async close() {
      setCalls('cut');
      setSockets('cut');
      rpc.closeAllConnections();
      await Promise.all([shut(rpc), shut(ws)]);
    },
  };
}

async function listen(server: Server | TcpServer, protocol: string): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function shut(server: Server | TcpServer): Promise<void> {
  server.close();
  await once(server, 'close');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function callsOf(body: string): Call[] {
  const asked = JSON.parse(body) as Call | Call[];
  return [asked].flat().map(({ method, params = [] }) => ({ method, params }));
}
