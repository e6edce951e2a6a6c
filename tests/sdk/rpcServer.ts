// A Solana RPC that says what a test tells it to say, over real HTTP and real WebSockets, and counts what it is asked.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface ServedAccount {
  readonly owner: string;
  readonly data: Uint8Array;
  readonly lamports?: number;
}

export interface Asked {
  readonly id: unknown;
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: JSON
  readonly params: any[];
}

/** What answers an HTTP request instead of the server's own answer; undefined: its own after all. */
export type Misbehaviour = (asked: Asked, response: ServerResponse) => unknown;

export interface RpcServer {
  readonly url: string;
  readonly wsUrl: string;
  slot: number;
  readonly accounts: Map<string, ServedAccount>;
  /** HTTP requests so far. */
  readonly asked: Asked[];
  /** Sockets ever opened. */
  opened: number;
  readonly sockets: Set<WebSocket>;
  readonly subscriptions: Map<number, { readonly socket: WebSocket; readonly method: string; readonly key: string }>;
  misbehave: Misbehaviour | undefined;
  /** Answers of the methods that are not built in. */
  readonly answers: Map<string, (params: unknown[]) => unknown>;
  /** New connections are cut off. */
  refuseSockets: boolean;
  count(method: string): number;
  /** The next slot: the account is changed, and who subscribed is told. */
  set(address: string, account: ServedAccount | null): void;
  /** Tells the subscribers of `key`, whatever it may be. */
  notify(key: string, result: unknown): void;
  cutSockets(): void;
  stop(): Promise<void>;
}

const body = async (request: IncomingMessage) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
};

export async function startRpcServer(): Promise<RpcServer> {
  let lastSubscription = 0;
  const http = createServer(async (request, response) => {
    const { id, method, params } = await body(request);
    const asked: Asked = { id, method, params };
    server.asked.push(asked);
    if (server.misbehave && server.misbehave(asked, response) !== undefined) return;
    const answer = server.answers.get(method) ?? builtIn[method];
    const reply = answer
      ? { jsonrpc: '2.0', id, result: answer(params) }
      : { jsonrpc: '2.0', id, error: { code: -32601, message: `Method not found: ${method}` } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(reply));
  });
  const http2ws = createServer();
  const webSockets = new WebSocketServer({ server: http2ws });

  const encoded = (address: string) => {
    const account = server.accounts.get(address);
    if (!account) return null;
    const data = [Buffer.from(account.data).toString('base64'), 'base64'];
    const { owner, lamports = 1_000_000 } = account;
    return {
      owner,
      lamports,
      data,
      executable: false,
      rentEpoch: 18_446_744_073_709_552_000,
      space: account.data.length,
    };
  };

  const builtIn: Record<string, (params: never[]) => unknown> = {
    getMultipleAccounts: ([addresses]: string[][]) => ({
      context: { slot: server.slot },
      value: addresses?.map(encoded),
    }),
  };

  webSockets.on('connection', (socket) => {
    if (server.refuseSockets) {
      socket.terminate();
      return;
    }
    server.opened += 1;
    server.sockets.add(socket);
    socket.on('close', () => {
      server.sockets.delete(socket);
      for (const [id, subscription] of server.subscriptions)
        if (subscription.socket === socket) server.subscriptions.delete(id);
    });
    socket.on('message', (text) => {
      const { id, method, params } = JSON.parse(String(text));
      let result: unknown;
      if (/Unsubscribe$/.test(method)) {
        if (!server.subscriptions.delete(params[0])) {
          socket.send(
            JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32602, message: 'Invalid subscription id.' } }),
          );
          return;
        }
        result = true;
      } else {
        lastSubscription += 1;
        server.subscriptions.set(lastSubscription, { socket, method, key: params[0] });
        result = lastSubscription;
      }
      socket.send(JSON.stringify({ jsonrpc: '2.0', id, result }));
    });
  });

  http.listen(0, '127.0.0.1');
  http2ws.listen(0, '127.0.0.1');
  await Promise.all([once(http, 'listening'), once(http2ws, 'listening')]);

  const server: RpcServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    wsUrl: `ws://127.0.0.1:${(http2ws.address() as AddressInfo).port}`,
    slot: 1_000,
    accounts: new Map(),
    asked: [],
    opened: 0,
    sockets: new Set(),
    subscriptions: new Map(),
    misbehave: undefined,
    answers: new Map(),
    refuseSockets: false,
    count: (method) => server.asked.filter((asked) => asked.method === method).length,
    set(address, account) {
      server.slot += 1;
      if (account) server.accounts.set(address, account);
      else server.accounts.delete(address);
      // A closed account is told as an empty one.
      const value = encoded(address) ?? {
        owner: '11111111111111111111111111111111',
        lamports: 0,
        data: ['', 'base64'],
        executable: false,
        rentEpoch: 0,
        space: 0,
      };
      server.notify(address, { context: { slot: server.slot }, value });
    },
    notify(key, result) {
      for (const [subscription, { socket, method, key: own }] of server.subscriptions)
        if (own === key)
          socket.send(
            JSON.stringify({
              jsonrpc: '2.0',
              method: method.replace('Subscribe', 'Notification'),
              params: { subscription, result },
            }),
          );
    },
    cutSockets() {
      for (const socket of webSockets.clients) socket.terminate();
    },
    async stop() {
      server.cutSockets();
      const closed = Promise.all([once(http, 'close'), once(http2ws, 'close')]);
      webSockets.close();
      http.closeAllConnections();
      http.close();
      http2ws.close();
      await closed;
    },
  };
  return server;
}
