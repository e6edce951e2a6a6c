// The WebSocket side: subscriptions, and nothing that could keep another client waiting.
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Chain } from '../chain/chain.ts';
import { dispatch } from '../rpc/dispatch.ts';
import { INVALID_PARAMS, METHOD_NOT_FOUND, RpcError } from '../rpc/errors.ts';
import { toJson } from '../rpc/json.ts';
import { readParams } from '../rpc/method.ts';
import { whole } from '../rpc/readers.ts';
import { Feed } from './feed.ts';
import { type Subscription, subscriptions } from './subscriptions.ts';

const MOST_MESSAGE_BYTES = 50 * 1024;
/** A client that lets this much pile up is not reading, and is let go. */
const MOST_UNREAD_BYTES = 8 * 1024 * 1024;
const MOST_SUBSCRIPTIONS = 1000;
const MOST_CLIENTS = 500;

const TRY_AGAIN_LATER = 1013;

export class SocketServer {
  readonly #chain: Chain;
  readonly #feed: Feed;
  readonly #server: WebSocketServer;
  #lastId = 0;

  constructor(chain: Chain, server: Server) {
    this.#chain = chain;
    this.#feed = new Feed(chain);
    this.#server = new WebSocketServer({ server, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false });
    this.#server.on('connection', (socket) => this.#connected(socket));
  }

  get clients(): number {
    return this.#server.clients.size;
  }

  get subscriptions(): number {
    return this.#feed.size;
  }

  close(): void {
    this.#feed.close();
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #connected(socket: WebSocket): void {
    // A broken frame or a reset ends this socket only; `close` follows and cleans up.
    socket.on('error', () => socket.terminate());
    if (this.#server.clients.size > MOST_CLIENTS) {
      socket.close(TRY_AGAIN_LATER, `at most ${MOST_CLIENTS} clients`);
      return;
    }
    const own = new Map<number, Subscription>();
    const send = (text: string) => {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(text);
      if (socket.bufferedAmount > MOST_UNREAD_BYTES) socket.terminate();
    };
    const end = (id: number): boolean => {
      const subscription = own.get(id);
      if (subscription === undefined) return false;
      this.#feed.remove(subscription);
      return own.delete(id);
    };
    const subscribe = (topic: string, params: unknown, begun: Map<number, Subscription>): number => {
      if (own.size >= MOST_SUBSCRIPTIONS)
        throw new RpcError(INVALID_PARAMS, `At most ${MOST_SUBSCRIPTIONS} subscriptions are held for one client`);
      const id = this.#lastId + 1;
      const subscription = (subscriptions[topic] as (typeof subscriptions)[string])(this.#chain, params, {
        notify: (result) =>
          send(toJson({ jsonrpc: '2.0', method: `${topic}Notification`, params: { result, subscription: id } })),
        end: () => end(id),
      });
      this.#lastId = id;
      own.set(id, subscription);
      begun.set(id, subscription);
      return id;
    };
    const hear = async (message: string) => {
      const begun = new Map<number, Subscription>();
      const answer = await dispatch(message, (method, params) => {
        const [, topic = '', verb] = /^([a-z]+)(Subscribe|Unsubscribe)$/.exec(method) ?? [];
        if (!Object.hasOwn(subscriptions, topic))
          throw new RpcError(METHOD_NOT_FOUND, `Method not found: ${JSON.stringify(method.slice(0, 60))}`);
        if (verb === 'Subscribe') return subscribe(topic, params, begun);
        const [id] = readParams(method, [['subscription', whole]], params);
        if (!end(id)) throw new RpcError(INVALID_PARAMS, 'Invalid subscription id.');
        return true;
      });
      if (answer !== null) send(answer);
      // Only now: no notification may come before the answer that tells its number. Some are over again already.
      for (const [id, subscription] of begun) {
        if (own.get(id) !== subscription) continue;
        this.#feed.add(subscription);
        subscription.begin?.();
      }
    };
    let heard = Promise.resolve();
    socket.on('message', (message) => {
      heard = heard.then(() => hear(message.toString()));
    });
    socket.on('close', () => {
      for (const id of [...own.keys()]) end(id);
    });
  }
}
