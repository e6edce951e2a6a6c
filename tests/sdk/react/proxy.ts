// Stands between a page and its chain: counts requests by method and sockets, and cuts the line when told to.
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer, type Server, type Socket } from 'node:net';

export type CountingProxy = Awaited<ReturnType<typeof startProxy>>;

const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

export async function startProxy(target: { readonly rpcUrl: string; readonly wsUrl: string }) {
  const calls: string[] = [];
  const sockets = new Set<Socket>();
  let opened = 0;
  let down = false;
  let lie: { readonly status: number; readonly body: string } | undefined;

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (down) return void response.destroy();
    if (lie !== undefined && request.method === 'POST') {
      response.writeHead(lie.status, { 'access-control-allow-origin': '*' }).end(lie.body);
      return;
    }
    const body = Buffer.concat(parts).toString();
    if (request.method === 'POST')
      for (const { method } of [JSON.parse(body)].flat() as { method: string }[]) calls.push(method);
    const headers = { ...request.headers, host: new URL(target.rpcUrl).host };
    const asking = ask(target.rpcUrl, { method: request.method ?? 'POST', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asking.on('error', () => response.destroy());
    asking.end(body);
  }

  const http = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy());
  });
  const tunnel = createSocketServer((incoming) => {
    if (down) return void incoming.destroy();
    opened += 1;
    const outgoing = connect(Number(new URL(target.wsUrl).port), '127.0.0.1');
    sockets.add(incoming);
    const end = () => {
      sockets.delete(incoming);
      incoming.destroy();
      outgoing.destroy();
    };
    for (const socket of [incoming, outgoing]) socket.on('close', end).on('error', end);
    incoming.pipe(outgoing);
    outgoing.pipe(incoming);
  });
  const [rpcPort, wsPort] = await Promise.all([listening(http), listening(tunnel)]);

  return {
    rpcUrl: `http://127.0.0.1:${rpcPort}`,
    wsUrl: `ws://127.0.0.1:${wsPort}`,
    /** By method, since the last `forget`. */
    count: (method: string) => calls.filter((call) => call === method).length,
    calls: calls as readonly string[],
    /** Sockets opened since the last `forget`. */
    opened: () => opened,
    /** Sockets that are open. */
    open: () => sockets.size,
    forget(): void {
      calls.length = 0;
      opened = 0;
    },
    cut(): void {
      down = true;
      for (const socket of sockets) socket.destroy();
    },
    /** From now on every call is answered so. */
    lie(status: number, body = ''): void {
      lie = { status, body };
    },
    mend(): void {
      down = false;
      lie = undefined;
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await Promise.all([http, tunnel].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
