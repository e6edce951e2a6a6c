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
  const { connection, rpcUrl, wsUrl, headers, timeout = 15_000 } = source as Partial<ConnectionSource & UrlSource>;
  const own = connection as Internals | undefined;
  const url = String(connection?.rpcEndpoint ?? rpcUrl);
  if (!/^https?:/i.test(url)) throw new PercosecError('InvalidArgument', `The RPC URL ${url} is not one of http(s).`);
  return {
    url,
    wsUrl: wsUrl ?? own?._rpcWsEndpoint ?? webSocketUrl(url),
    async request<T>(method: string, params: readonly unknown[], { signal }: RequestOptions = {}): Promise<T> {
      signal?.throwIfAborted();
      const stop = AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]);
      // A connection can't be told to stop: what it answers afterwards is not waited for.
      const stopped = new Promise<never>((_, reject) => {
        stop.onabort = () => reject(stop.reason);
      });
      try {
        const answer = own?._rpcRequest ? own._rpcRequest(method, params) : post(url, headers, method, params, stop);
        const { error, result } = ((await Promise.race([answer, stopped])) ?? {}) as { error?: unknown; result?: T };
        if (error) throw error;
        if (result === undefined) throw new SyntaxError('neither a result nor an error');
        return result;
      } catch (cause) {
        signal?.throwIfAborted();
        throw failure(method, cause as Cause);
      }
    },
  };
}

/** As web3.js has it: a validator listens on the port after the RPC's; behind a proxy there is no port. */
const webSocketUrl = (url: string) =>
  url
    .replace(/^http/i, 'ws')
    .replace(/^([^/]+\/\/[^/?#]*:)(\d+)(?=[/?#]|$)/, (_, before, port) => before + (Number(port) + 1));

let requests = 0;

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
  if (Number(response.headers.get('content-length')) > MOST_BYTES) throw new SyntaxError('too long');
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`, { cause: response.headers.get('retry-after') });
  const answer = parseJson(text) as { readonly id?: unknown } | null;
  // An error has the id null where the request could not be read.
  if ((answer?.id ?? id) !== id) throw new SyntaxError('the answer to another request');
  return answer;
}

/** More than a hundred of the largest accounts that are read here. */
const MOST_BYTES = 1e8;

/** An error of JSON-RPC, of fetch or of web3.js, which tells an HTTP status only as the first word of its message. */
interface Cause {
  readonly name?: string;
  readonly message: string;
  readonly code?: unknown;
  readonly data?: unknown;
  readonly cause?: unknown;
}

function failure(method: string, cause: Cause): PercosecError {
  const { name, message, data } = cause;
  const rpcCode = typeof cause.code === 'number' ? cause.code : Number.parseInt(message, 10);
  const code =
    name === 'TimeoutError'
      ? 'RpcTimeout'
      : name === 'SyntaxError'
        ? 'RpcMalformed'
        : rpcCode === 429
          ? 'RpcRateLimited'
          : rpcCode < 500
            ? 'RpcRefused'
            : 'RpcUnreachable';
  return new PercosecError(
    code,
    `${method}: ${message.slice(0, 200)}. Check the RPC's URL and the network, wait, or use another RPC.`,
    { method, rpcCode, rpcMessage: message, data, retryAfterMs: Number(cause.cause) * 1000 || undefined },
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
    const { context, value } = answer as { context?: unknown; value?: unknown };
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
      lamports: u64(value.lamports),
      data: bytesFromBase64(value.data as string[]),
      executable: value.executable === true,
    };
    return { address: of, slot: u64(context.slot), account };
  } catch (cause) {
    throw failure(method, new SyntaxError(`account ${of}: ${(cause as Error).message}`, { cause }));
  }
}

/** A number that was rounded is not what the RPC said. */
function u64(value: unknown): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError(`${value} was rounded`);
  return BigInt.asUintN(64, BigInt(value as number | string));
}
