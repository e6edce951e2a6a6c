// Solana's JSON-RPC over HTTP: through the host's own connection where there is one, else by fetch.
import { type Address, address } from './address.ts';
import { bytesFromBase64 } from './codec/base64.ts';
import { parseJson } from './codec/json.ts';
import { invalidArgument, PercosecError } from './error.ts';

export interface Rpc {
  readonly url: string;
  readonly wsUrl: string;
  /** The answer's `result`; integers beyond 2^53 in it are bigints. Fails with a PercosecError, or as `signal` was aborted. */
  request<T>(method: string, params: readonly unknown[], options?: RequestOptions): Promise<T>;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

/** A Connection of web3.js, of whichever copy. */
export interface ConnectionLike {
  readonly rpcEndpoint: string;
}

/** What web3.js keeps to itself: how it reaches the RPC with the host's own fetch, headers and retries. */
interface Internals {
  readonly _rpcWsEndpoint?: string;
  readonly _rpcRequest?: (method: string, params: readonly unknown[]) => Promise<unknown>;
}

export type RpcSource = {
  /** Milliseconds to wait for an answer; 15,000 unless told otherwise. */
  readonly timeout?: number | undefined;
} & (
  | { readonly connection: ConnectionLike }
  | {
      readonly rpcUrl: string;
      readonly wsUrl?: string | undefined;
      readonly headers?: Readonly<Record<string, string>> | undefined;
    }
);

export type Commitment = 'processed' | 'confirmed' | 'finalized';

/** What was read, and how old it is. */
export interface Snapshot<T> {
  readonly value: T;
  readonly slot: bigint;
  /** Milliseconds, as `Date.now()` counts. */
  readonly receivedAt: number;
  readonly source: 'read' | 'socket' | 'poll' | 'api';
}

export interface RawAccount {
  readonly owner: Address;
  readonly lamports: bigint;
  readonly data: Uint8Array;
  readonly executable: boolean;
}

export interface AccountRead {
  readonly address: Address;
  readonly slot: bigint;
  /** Null: there is none. */
  readonly account: RawAccount | null;
}

type Send = (method: string, params: readonly unknown[], signal: AbortSignal) => Promise<unknown>;

export function createRpc(source: RpcSource): Rpc {
  const connection: (ConnectionLike & Internals) | undefined = 'connection' in source ? source.connection : undefined;
  const given = 'connection' in source ? {} : source;
  const url = connection?.rpcEndpoint ?? given.rpcUrl;
  if (typeof url !== 'string' || !/^https?:\/\/./i.test(url)) {
    throw invalidArgument('The URL of the RPC', 'one that starts with https:// or http://', url);
  }
  const send: Send = connection?._rpcRequest
    ? async (method, params) => connection._rpcRequest?.(method, params)
    : sendTo(url, given.headers);

  return {
    url,
    wsUrl: given.wsUrl ?? connection?._rpcWsEndpoint ?? webSocketUrl(url),
    async request<T>(method: string, params: readonly unknown[], { signal }: RequestOptions = {}): Promise<T> {
      const answer = await inTime(source.timeout ?? 15_000, method, signal, async (aborted) => {
        try {
          return await send(method, params, aborted);
        } catch (cause) {
          throw cause instanceof PercosecError ? cause : failed(method, cause);
        }
      });
      return resultOf(method, answer) as T;
    },
  };
}

/** As web3.js has it: a validator listens on the port after the RPC's; behind a proxy there is no port. */
const webSocketUrl = (url: string) =>
  url
    .replace(/^http/i, 'ws')
    .replace(/^(\w+:\/\/(?:[^/@]*@)?(?:\[[^\]]*\]|[^:/[]+)):(\d+)/, (_, host, port) => `${host}:${Number(port) + 1}`);

/** A connection can't be told to stop: what it answers afterwards is not waited for. */
async function inTime<T>(
  timeout: number,
  method: string,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  const timer = setTimeout(() => {
    stop.abort(
      new PercosecError(
        'RpcTimeout',
        `The RPC has not answered ${method} within ${timeout / 1000} s. Try again, or use another RPC.`,
        { method, timeout },
      ),
    );
  }, timeout);
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason));
  });
  try {
    return await Promise.race([work(stop.signal), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

let requests = 0;

const sendTo =
  (url: string, headers: Readonly<Record<string, string>> = {}): Send =>
  async (method, params, signal) => {
    const id = ++requests;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
      signal,
    });
    if (response.status === 429) throw rateLimited(method, response.headers.get('retry-after'));
    const text = await textOf(method, response);
    let answer: unknown;
    try {
      answer = parseJson(text);
    } catch (cause) {
      throw response.status < 500
        ? malformed(method, `HTTP ${response.status} without JSON`, cause)
        : unreachable(method, `HTTP ${response.status}`, cause);
    }
    // An error may have the id null, where the request could not be read.
    const found = (answer as { id?: unknown } | null)?.id;
    if (found !== id && found !== null) throw malformed(method, `the id ${found} instead of ${id}`);
    return answer;
  };

/** More than a hundred of the largest accounts that are read here. */
const MOST_BYTES = 2 ** 26;

async function textOf(method: string, response: Response): Promise<string> {
  const reader = response.body?.getReader();
  // React Native has no streams.
  if (reader === undefined) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw malformed(method, `more than ${MOST_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function resultOf(method: string, answer: unknown): unknown {
  const { error, result } = (answer ?? {}) as { error?: unknown; result?: unknown };
  if (error == null) {
    if (result === undefined) throw malformed(method, 'neither a result nor an error');
    return result;
  }
  const { code, message, data } = error as { code?: unknown; message?: unknown; data?: unknown };
  if (code === 429 || code === -32429) throw rateLimited(method, null);
  if (typeof code !== 'number') throw malformed(method, 'an error without a code');
  throw new PercosecError('RpcRefused', `The RPC refuses ${method}: ${message} (${code}).`, {
    method,
    rpcCode: code,
    rpcMessage: message,
    data,
  });
}

/** What a connection throws: web3.js tells an HTTP status only in words. */
function failed(method: string, cause: unknown): PercosecError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const status = Number(/^(\d{3})\b/.exec(why)?.[1]);
  if (status === 429) return rateLimited(method, null);
  if (status < 500 || cause instanceof SyntaxError) return malformed(method, why, cause);
  return unreachable(method, why, cause);
}

const unreachable = (method: string, why: string, cause: unknown) =>
  new PercosecError(
    'RpcUnreachable',
    `The RPC could not be asked for ${method}: ${why.slice(0, 200)}. Check its URL and the network; in a browser it must allow this page (CORS).`,
    { method, why },
    cause,
  );

function rateLimited(method: string, retryAfter: string | null): PercosecError {
  // Seconds, or a date.
  const seconds = Number(retryAfter ?? Number.NaN);
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter ?? '') - Date.now() : seconds * 1000;
  const retryAfterMs = wait >= 0 ? wait : undefined;
  return new PercosecError(
    'RpcRateLimited',
    `The RPC takes no more requests for now (${method}). Wait${retryAfterMs === undefined ? '' : ` ${Math.ceil(retryAfterMs / 1000)} s`}, or use an RPC of your own.`,
    { method, retryAfterMs },
  );
}

const malformed = (method: string, why: string, cause?: unknown) =>
  new PercosecError(
    'RpcMalformed',
    `The RPC's answer to ${method} can't be read: ${why.slice(0, 200)}. Check that the URL is a Solana RPC's, or use another one.`,
    { method, why },
    cause,
  );

const MOST_ADDRESSES = 100;

/** In the order of the addresses; a hundred a request. */
export async function readAccounts(
  rpc: Rpc,
  addresses: readonly Address[],
  { signal, commitment = 'confirmed' }: RequestOptions & { readonly commitment?: Commitment | undefined } = {},
): Promise<AccountRead[]> {
  const chunks: Address[][] = [];
  for (let start = 0; start < addresses.length; start += MOST_ADDRESSES) {
    chunks.push(addresses.slice(start, start + MOST_ADDRESSES));
  }
  const method = 'getMultipleAccounts';
  const answers = await Promise.all(
    chunks.map(async (chunk) => {
      const answer = await rpc.request<{ context: unknown; value: unknown } | null>(
        method,
        [chunk, { encoding: 'base64', commitment }],
        { signal },
      );
      const { context, value } = answer ?? {};
      if (!Array.isArray(value) || value.length !== chunk.length) {
        throw malformed(method, `not ${chunk.length} accounts`);
      }
      return chunk.map((address, index) => parseAccount(address, { context, value: value[index] }, method));
    }),
  );
  return answers.flat();
}

/** One account as an RPC tells of it, `{ context: { slot }, value }` in base64. */
export function parseAccount(of: Address, answer: unknown, method = 'accountSubscribe'): AccountRead {
  try {
    const { context, value } = answer as { context: { slot: unknown }; value: Record<string, unknown> | null };
    const slot = whole(context.slot);
    if (value === null) return { address: of, slot, account: null };
    const { owner, lamports, data, executable } = value;
    const [text, encoding] = data as unknown[];
    if (encoding !== 'base64' || typeof executable !== 'boolean') throw new TypeError('not an account in base64');
    const bytes = bytesFromBase64(text as string);
    return {
      address: of,
      slot,
      account: { owner: address(owner as string), lamports: whole(lamports), data: bytes, executable },
    };
  } catch (cause) {
    throw malformed(method, `the account ${of} (${(cause as Error).message})`, cause);
  }
}

/** A rounded number is none. */
function whole(value: unknown): bigint {
  if (typeof value !== 'bigint' && !Number.isSafeInteger(value)) throw new TypeError(`${value} is no exact integer`);
  const exact = BigInt(value as number | bigint);
  if (exact < 0n) throw new TypeError(`${value} is negative`);
  return exact;
}
