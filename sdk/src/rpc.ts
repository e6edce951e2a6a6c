// Solana's JSON-RPC over HTTP: through the host's own connection where there is one, else by fetch.
import { type Address, address } from './address.ts';
import { bytesFromBase64 } from './codec/base64.ts';
import { parseJson } from './codec/json.ts';
import { PercosecError } from './error.ts';

export interface Rpc {
  readonly url: string;
  readonly wsUrl: string;
  /** The answer's `result`; integers of 16 digits and more, which a number could round, are strings. Fails with a PercosecError, or as `signal` was aborted. */
  request<T>(method: string, params: readonly unknown[], options?: RequestOptions): Promise<T>;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface ReadOptions extends RequestOptions {
  readonly commitment?: Commitment | undefined;
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

interface Patience {
  /** Milliseconds to wait for an answer; 15,000 unless told otherwise. */
  readonly timeout?: number | undefined;
}
interface ConnectionSource extends Patience {
  readonly connection: ConnectionLike;
}
interface UrlSource extends Patience {
  readonly rpcUrl: string;
  readonly wsUrl?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
export type RpcSource = ConnectionSource | UrlSource;

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

export function createRpc(source: RpcSource): Rpc {
  const { connection, timeout = 15_000, ...direct } = source as Partial<ConnectionSource & UrlSource>;
  const { _rpcRequest: send, _rpcWsEndpoint } = (connection ?? {}) as Internals;
  const url = connection?.rpcEndpoint ?? direct.rpcUrl ?? '';
  if (!/^https?:/i.test(url))
    throw new PercosecError('InvalidArgument', `"${url}" is no URL of an RPC: pass http(s)://…`);
  return {
    url,
    wsUrl: direct.wsUrl ?? _rpcWsEndpoint ?? webSocketUrl(url),
    async request<T>(method: string, params: readonly unknown[], { signal }: RequestOptions = {}): Promise<T> {
      signal?.throwIfAborted();
      const late = AbortSignal.timeout(timeout);
      const stop = signal ? AbortSignal.any([late, signal]) : late;
      try {
        const answer = await Promise.race([
          send ? send(method, params) : post(url, direct.headers, method, params, stop),
          // A connection can't be told to stop: what it answers afterwards is not waited for.
          new Promise<never>((_, reject) => {
            stop.onabort = () => reject(stop.reason);
          }),
        ]);
        const { error, result }: Answer<T> = Object(answer);
        if (error) throw error;
        if (result === undefined) throw new SyntaxError('no result');
        return result;
      } catch (cause) {
        signal?.throwIfAborted();
        throw failure(method, cause as Cause);
      }
    },
  };
}

interface Answer<T> {
  readonly id?: unknown;
  readonly error?: unknown;
  readonly result?: T;
}

/** As web3.js has it: a validator listens on the port after the RPC's; behind a proxy there is no port. */
const webSocketUrl = (url: string) =>
  url
    .replace(/^http/i, 'ws')
    .replace(/^(.*?\/\/[^/?#]*:)(\d+)(?=[/?#]|$)/, (_, before, port) => before + (Number(port) + 1));

let requests = 0;
/** More than a hundred of the largest accounts that are read here. */
const MOST_BYTES = 1e8;

async function post(
  url: string,
  headers: UrlSource['headers'],
  method: string,
  params: readonly unknown[],
  signal: AbortSignal,
): Promise<unknown> {
  const id = ++requests;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
    signal,
  });
  const told = response.headers;
  if (Number(told.get('content-length')) > MOST_BYTES) throw new SyntaxError('too long');
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`, { cause: told.get('retry-after') });
  const answer: Answer<unknown> = Object(parseJson(text));
  // An error has the id null where the request could not be read.
  if ((answer.id ?? id) !== id) throw new SyntaxError('wrong id');
  return answer;
}

/** An error of JSON-RPC, of fetch, or of web3.js, which tells an HTTP status only as the first word of its message. */
interface Cause {
  readonly name?: string;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly data?: unknown;
  readonly cause?: unknown;
}

function failure(method: string, cause: Cause): PercosecError {
  const { name, data } = cause;
  const rpcMessage = String(cause.message);
  const rpcCode = cause instanceof Error ? Number.parseInt(rpcMessage, 10) : Number(cause.code);
  const kind =
    name === 'TimeoutError'
      ? 'Timeout'
      : name === 'SyntaxError'
        ? 'Malformed'
        : rpcCode === 429
          ? 'RateLimited'
          : rpcCode < 500
            ? 'Refused'
            : 'Unreachable';
  return new PercosecError(
    `Rpc${kind}`,
    `${method}: ${rpcMessage.slice(0, 200)}. Check the RPC's URL and the network, wait, or use another RPC.`,
    { method, rpcCode, rpcMessage, data, retryAfterMs: Number(cause.cause) * 1000 || undefined },
    cause,
  );
}

const MOST_ADDRESSES = 100;

/** In the order of the addresses; a hundred a request. */
export async function readAccounts(
  rpc: Rpc,
  addresses: readonly Address[],
  { signal, commitment = 'confirmed' }: ReadOptions = {},
): Promise<AccountRead[]> {
  const method = 'getMultipleAccounts';
  const read = async (chunk: readonly Address[]) => {
    const answer = await rpc.request<unknown>(method, [chunk, { encoding: 'base64', commitment }], { signal });
    const { context, value } = Object(answer) as { context?: unknown; value?: unknown };
    if (!Array.isArray(value) || value.length !== chunk.length) {
      throw failure(method, new SyntaxError(`not ${chunk.length} accounts`));
    }
    return chunk.map((address, index) => parseAccount(address, { context, value: value[index] }, method));
  };
  const chunks: Promise<AccountRead[]>[] = [];
  for (let start = 0; start < addresses.length; start += MOST_ADDRESSES) {
    chunks.push(read(addresses.slice(start, start + MOST_ADDRESSES)));
  }
  return (await Promise.all(chunks)).flat();
}

/** One account as an RPC tells of it, `{ context: { slot }, value }` in base64. */
export function parseAccount(of: Address, answer: unknown, method = 'accountSubscribe'): AccountRead {
  try {
    const { context, value } = answer as { context: { slot: unknown }; value: Record<string, unknown> | null };
    const account = value && {
      owner: address(value.owner as string),
      lamports: exact(value.lamports),
      data: bytesFromBase64(value.data as string[]),
      executable: !!value.executable,
    };
    return { address: of, slot: exact(context.slot), account };
  } catch (cause) {
    throw failure(method, new SyntaxError(`${of}: ${cause}`));
  }
}

/** A number beyond 2^53 was rounded, and is not what the RPC said. */
function exact(value: unknown): bigint {
  const whole = typeof value === 'string' ? /^\d+$/.test(value) : Number.isSafeInteger(value) && Number(value) >= 0;
  if (!whole) throw new RangeError(`${value} is no exact integer`);
  return BigInt(value as number | string);
}
