// The chain's WebSocket: takes subscriptions, tells of changes, dies when the line is cut.
import type { SocketLike } from '../../sdk/src/live/clockwork.ts';
import type { Misbehaviours } from './misbehaviour.ts';

interface Request {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

interface Subscribed {
  readonly socket: SocketLike;
  readonly method: string;
  readonly key: string;
}

export interface Sockets {
  open(url: string): SocketLike;
  /** Tells who subscribed to `key`, an address or a signature. */
  notify(method: string, key: string, result: () => unknown): void;
  /** All sockets die; new ones can't be opened while the line is down. */
  cut(): void;
  /** How many there are. */
  count(): number;
  /** Keys that are subscribed to. */
  subscribed(): string[];
}

export interface SocketOptions {
  readonly soon: (run: () => void) => void;
  readonly misbehaviours: Misbehaviours;
  readonly asked: (method: string, params: readonly unknown[]) => void;
  readonly online: () => boolean;
  /** A subscription stands: what it should be told at once. */
  readonly onSubscribed: (method: string, key: string) => void;
}

export function createSockets({ soon, misbehaviours, asked, online, onSubscribed }: SocketOptions): Sockets {
  const alive = new Set<SocketLike>();
  const subscriptions = new Map<number, Subscribed>();
  let last = 0;

  /** Late, and only if anybody is still there. */
  function tell(socket: SocketLike, message: () => unknown): void {
    soon(() => {
      if (alive.has(socket)) socket.onmessage?.({ data: JSON.stringify(message()) });
    });
  }

  function forget(socket: SocketLike): void {
    alive.delete(socket);
    for (const [id, subscription] of subscriptions) if (subscription.socket === socket) subscriptions.delete(id);
  }

  function serve(socket: SocketLike, { id, method, params }: Request): void {
    asked(method, params);
    const how = misbehaviours.of(method);
    if (how === 'hang') return;
    if (how !== undefined) {
      tell(socket, () => ({ jsonrpc: '2.0', id, error: { code: -32005, message: 'Too many subscriptions' } }));
      return;
    }
    if (method.endsWith('Unsubscribe')) {
      const found = subscriptions.delete(Number(params[0]));
      const error = { code: -32602, message: 'Invalid subscription id.' };
      tell(socket, () => ({ jsonrpc: '2.0', id, ...(found ? { result: true } : { error }) }));
      return;
    }
    last += 1;
    const subscription = last;
    const key = String(params[0]);
    subscriptions.set(subscription, { socket, method, key });
    tell(socket, () => ({ jsonrpc: '2.0', id, result: subscription }));
    onSubscribed(method, key);
  }

  return {
    open() {
      const socket: SocketLike = {
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
        send: (text) => serve(socket, JSON.parse(text)),
        close: () => forget(socket),
      };
      soon(() => {
        if (!online()) {
          socket.onerror?.(undefined as never);
          return;
        }
        alive.add(socket);
        socket.onopen?.(undefined as never);
      });
      return socket;
    },
    notify(method, key, result) {
      for (const [subscription, { socket, method: own, key: wanted }] of subscriptions)
        if (own === `${method}Subscribe` && wanted === key)
          tell(socket, () => ({
            jsonrpc: '2.0',
            method: `${method}Notification`,
            params: { subscription, result: result() },
          }));
    },
    cut() {
      for (const socket of [...alive]) {
        forget(socket);
        soon(() => socket.onclose?.(undefined as never));
      }
    },
    count: () => alive.size,
    subscribed: () => [...subscriptions.values()].map(({ key }) => key),
  };
}
