import { parseJson } from '../codec/json.ts';
import { PercosecError } from '../error.ts';
import type { Clockwork, SocketLike } from './clockwork.ts';

/** Handshakes that take longer than this have failed. */
const HANDSHAKE = 10_000;
/** A socket that was quiet for so long is asked for a sign of life, and has so long to answer. */
const QUIET = 20_000;
const ANSWER = 10_000;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
/** A socket that lived so long was no failure: the next delay is the first one again. */
const STEADY = 30_000;
/** How long reads wait for the subscriptions they should follow. */
const PATIENCE = 1_000;

export interface Subscription {
  readonly kind: 'account' | 'signature';
  readonly params: readonly unknown[];
  /** The server has taken it: what changes from now on will be told. */
  active(): void;
  message(result: unknown): void;
  /** From now on changes may be missed. Without an error: because nobody looks. */
  lost(error?: PercosecError): void;
}

export interface LiveSocket {
  /** The first subscription opens the socket, the last one that goes closes it. */
  add(subscription: Subscription): () => void;
  /** When no subscription waits for the server's word any more, or has waited long enough; undefined where none waits. */
  settled(): Promise<void> | undefined;
  /** Asks again for the subscriptions that the server has refused. */
  askAgain(): void;
  /** Closed while nobody looks; opened at once when somebody does. */
  pause(paused: boolean): void;
  /** When the next attempt to connect is due. */
  nextAttemptAt(): number | undefined;
}

interface Frame {
  readonly id?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code?: unknown; readonly message?: unknown };
  readonly params?: { readonly subscription?: unknown; readonly result?: unknown };
}

function refused(method: string, { code, message }: NonNullable<Frame['error']> = {}): PercosecError {
  return new PercosecError(
    'RpcRefused',
    `The RPC refuses ${method}: ${message} (${code}). What it would tell is polled; if that goes on, use another RPC.`,
    { method, rpcCode: code, rpcMessage: message },
  );
}

export function createSocket(url: string, clockwork: Clockwork): LiveSocket {
  const subscriptions = new Set<Subscription>();
  /** Added, and neither active nor lost yet; with what ends the patience with them. */
  const waiting = new Map<Subscription, () => void>();
  const requests = new Map<unknown, Subscription>();
  /** By the server's id, which is one for all equal subscriptions of a socket. */
  const active = new Map<unknown, Set<Subscription>>();
  let whenSettled: (() => void)[] = [];
  let socket: SocketLike | undefined;
  let openedAt: number | undefined;
  let heardAt = 0;
  let requestId = 0;
  let failures = 0;
  let failure: PercosecError | undefined;
  let nextAttemptAt: number | undefined;
  let paused = false;
  /** The one timer: of the handshake, then of the pulse, or of the next attempt. */
  let stopTimer = () => {};

  const fail = (code: 'RpcUnreachable' | 'RpcTimeout' | 'RpcMalformed', happened: string, cause?: unknown) =>
    drop(
      new PercosecError(
        code,
        `The RPC's WebSocket ${happened}. It is tried again, and values are polled; if that goes on, check wsUrl.`,
        {},
        cause,
      ),
    );

  function send(method: string, params: readonly unknown[]): number {
    requestId += 1;
    socket?.send(JSON.stringify({ jsonrpc: '2.0', id: requestId, method, params }));
    return requestId;
  }

  function ask(subscription: Subscription): void {
    requests.set(send(`${subscription.kind}Subscribe`, subscription.params), subscription);
  }

  function noLongerWaiting(...settled: Subscription[]): void {
    for (const subscription of settled) {
      waiting.get(subscription)?.();
      waiting.delete(subscription);
    }
    if (waiting.size > 0) return;
    const resolvers = whenSettled;
    whenSettled = [];
    for (const resolve of resolvers) resolve();
  }

  function connect(): void {
    stopTimer();
    nextAttemptAt = undefined;
    let opening: SocketLike;
    try {
      opening = clockwork.openSocket(url);
    } catch (cause) {
      fail('RpcUnreachable', `could not be made: ${cause}`, cause);
      return;
    }
    socket = opening;
    stopTimer = clockwork.after(HANDSHAKE, () => fail('RpcTimeout', 'did not open in time'));
    opening.onopen = () => {
      openedAt = heardAt = clockwork.now();
      stopTimer();
      stopTimer = clockwork.after(QUIET, pulse);
      for (const subscription of subscriptions) ask(subscription);
    };
    opening.onmessage = ({ data }) => {
      heardAt = clockwork.now();
      receive(data);
    };
    opening.onclose = () => fail('RpcUnreachable', openedAt === undefined ? 'was refused' : 'was closed');
    opening.onerror = opening.onclose;
  }

  /** A half-open socket looks like a quiet one, and a browser can't ping: so it asks what any server answers with a refusal. */
  function pulse(): void {
    const quiet = Math.max(0, clockwork.now() - heardAt);
    if (quiet >= QUIET + ANSWER) {
      fail('RpcTimeout', 'fell silent');
      return;
    }
    if (quiet >= QUIET) send('accountUnsubscribe', [Number.MAX_SAFE_INTEGER]);
    stopTimer = clockwork.after(quiet >= QUIET ? QUIET + ANSWER - quiet : QUIET - quiet, pulse);
  }

  function receive(data: unknown): void {
    let frame: Frame | null;
    try {
      frame = parseJson(data as string) as Frame;
    } catch (cause) {
      fail('RpcMalformed', 'sent something that is not JSON', cause);
      return;
    }
    const told = frame?.params;
    if (told) {
      for (const subscription of [...(active.get(told.subscription) ?? [])]) subscription.message(told.result);
      return;
    }
    const subscription = requests.get(frame?.id);
    if (!frame || !subscription) return;
    requests.delete(frame.id);
    const left = !subscriptions.has(subscription);
    if (frame.result === undefined || frame.result === null) {
      if (!left) subscription.lost(refused(`${subscription.kind}Subscribe`, frame.error));
    } else if (left) {
      send(`${subscription.kind}Unsubscribe`, [frame.result]);
    } else {
      active.set(frame.result, (active.get(frame.result) ?? new Set()).add(subscription));
      subscription.active();
    }
    noLongerWaiting(subscription);
  }

  function disconnect(): void {
    stopTimer();
    nextAttemptAt = undefined;
    requests.clear();
    active.clear();
    openedAt = undefined;
    const closing = socket;
    socket = undefined;
    if (!closing) return;
    // Node's WebSocket reports an error when it is closed while it opens: nobody is left to hear it.
    closing.onopen = closing.onmessage = closing.onclose = closing.onerror = null;
    closing.close();
  }

  function drop(error: PercosecError): void {
    const steady = openedAt !== undefined && clockwork.now() - openedAt >= STEADY;
    disconnect();
    failure = error;
    failures = steady ? 1 : failures + 1;
    const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - 1));
    // Half of the delay is left to chance, so that clients which lost one server don't return to it all at once.
    const delay = longest * (0.5 + clockwork.random() / 2);
    nextAttemptAt = clockwork.now() + delay;
    stopTimer = clockwork.after(delay, connect);
    for (const subscription of [...subscriptions]) subscription.lost(error);
    noLongerWaiting(...waiting.keys());
  }

  return {
    add(subscription) {
      subscriptions.add(subscription);
      if (socket || (!paused && !nextAttemptAt)) {
        waiting.set(
          subscription,
          clockwork.after(PATIENCE, () => noLongerWaiting(subscription)),
        );
        if (!socket) connect();
        else if (openedAt !== undefined) ask(subscription);
      } else {
        subscription.lost(paused ? undefined : failure);
      }
      return () => {
        if (!subscriptions.delete(subscription)) return;
        for (const [id, sharing] of active) {
          if (!sharing.delete(subscription) || sharing.size > 0) continue;
          active.delete(id);
          if (subscriptions.size > 0) send(`${subscription.kind}Unsubscribe`, [id]);
        }
        if (subscriptions.size === 0) {
          disconnect();
          failures = 0;
        }
        noLongerWaiting(subscription);
      };
    },
    settled: () => (waiting.size === 0 ? undefined : new Promise((resolve) => whenSettled.push(() => resolve()))),
    askAgain() {
      if (openedAt === undefined) return;
      const known = new Set([...requests.values(), ...[...active.values()].flatMap((sharing) => [...sharing])]);
      for (const subscription of subscriptions) if (!known.has(subscription)) ask(subscription);
    },
    pause(next) {
      if (next === paused) {
        // The page is seen again, or the network is back: no reason to wait for the next attempt.
        if (!paused && nextAttemptAt) connect();
        return;
      }
      paused = next;
      failures = 0;
      if (paused) {
        disconnect();
        for (const subscription of [...subscriptions]) subscription.lost();
        noLongerWaiting(...waiting.keys());
      } else if (subscriptions.size > 0) {
        connect();
      }
    },
    nextAttemptAt: () => nextAttemptAt,
  };
}
