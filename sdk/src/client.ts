import { type AccountCodec, type AccountLayout, readAccount } from './accounts/account.ts';
import type { Address } from './address.ts';
import {
  associatedTokenAddress,
  insolvencyRecordAddress,
  marketClaimsAddress,
  marketConfigAddress,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  riskMetricsAddress,
  SYSTEM_PROGRAM,
  shareMintAddress,
} from './addresses.ts';
import type { PercosecError } from './error.ts';
import { type AccountSnapshot, type ChangeListener, createAccounts } from './live/accounts.ts';
import { createBatch } from './live/batch.ts';
import { type ChainClock, createClock } from './live/clock.ts';
import { type Clockwork, systemClockwork } from './live/clockwork.ts';
import { createObservable, type Observable } from './live/observable.ts';
import type { SignatureResult } from './live/signatures.ts';
import { createSocket } from './live/socket.ts';
import { FIRST_STATUS, type LiveStatus, statusAfter } from './live/status.ts';
import { type Commitment, type ConnectionLike, createRpc, type Rpc, readAccounts } from './rpc.ts';

export interface PercosecClient {
  readonly rpc: Rpc;
  /** The indexer, where there is one; the chain alone is enough. */
  readonly apiUrl: string | null;
  readonly apiKey: string | null;
  readonly commitment: Commitment;
  /** Names the chain in query keys. */
  readonly key: string;
  /** All calls of one tick become one request. */
  readAccounts(
    addresses: readonly (Address | Promise<Address>)[],
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<AccountSnapshot[]>;
  /** Tells at once what is known already, then each change. All watches share one socket; equal bytes are no change. */
  watchAccounts(addresses: readonly Address[], listener: ChangeListener): () => void;
  /** Tells once, when the transaction has reached the client's commitment. */
  watchSignature(signature: string, listener: (result: SignatureResult) => void): () => void;
  /** What a snapshot holds, decoded once, so that what has not changed stays the same object; null where there is no such account yet. */
  decode<T>(layout: Decodes<T>, account: AccountSnapshot | undefined): T | null;
  /** What queries derive. With the client, not with each query: a page has it once, and a widget's own bundle not at all. */
  readonly addresses: typeof addresses;
  readonly status: Observable<LiveStatus>;
  readonly clock: Observable<ChainClock | null>;
  /** The viewer's own time, for what is to be done later; the chain's is `clock`. */
  readonly clockwork: Clockwork;
  /** Leaves no socket, timer or listener behind. */
  close(): void;
}

export type PercosecClientOptions = (
  | { readonly connection: ConnectionLike }
  | {
      readonly rpcUrl: string;
      readonly wsUrl?: string | undefined;
      readonly headers?: Readonly<Record<string, string>> | undefined;
    }
) & {
  readonly apiUrl?: string | null | undefined;
  /** Sent to the indexer as `apikey`, where it wants one; it is public. */
  readonly apiKey?: string | null | undefined;
  readonly commitment?: Commitment | undefined;
  /** Milliseconds that an answer of the RPC is waited for; 15,000 unless told otherwise. */
  readonly timeout?: number | undefined;
  /** Names the chain in query keys; to be given where server and browser read it through different URLs. */
  readonly key?: string | undefined;
  /** Time, chance and sockets: tests put in their own. */
  readonly clockwork?: Clockwork | undefined;
};

const addresses = {
  associatedTokenAddress,
  insolvencyRecordAddress,
  marketClaimsAddress,
  marketConfigAddress,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  riskMetricsAddress,
  shareMintAddress,
};

type Decodes<T> = AccountLayout<T> | Pick<AccountCodec<T>, 'decode'>;

const decoded = /* @__PURE__ */ new WeakMap<AccountSnapshot, unknown>();

function decode<T>(layout: Decodes<T>, account: AccountSnapshot | undefined): T | null {
  const raw = account?.value;
  // Anybody can send lamports to an address before its account is made.
  if (!raw || (raw.data.length === 0 && raw.owner === SYSTEM_PROGRAM)) return null;
  const known = decoded.get(account) as T | undefined;
  if (known !== undefined) return known;
  const of = { address: account.address, owner: raw.owner };
  const value = 'decode' in layout ? layout.decode(raw.data, of) : readAccount(layout, raw.data, of);
  decoded.set(account, value);
  return value;
}

/** A tab that was left for longer than this isn't followed until it is seen again. */
const HIDDEN = 30_000;

/** The host and a checksum: URLs of RPCs contain keys, and query keys end up in pages. */
function keyOf(url: string): string {
  let checksum = 0;
  for (let index = 0; index < url.length; index++) checksum = (Math.imul(checksum, 31) + url.charCodeAt(index)) | 0;
  const [, host = ''] = /^\w+:\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(url) ?? [];
  return `${host}#${(checksum >>> 0).toString(36)}`;
}

export function createPercosecClient(options: PercosecClientOptions): PercosecClient {
  const { apiUrl = null, apiKey = null, commitment = 'confirmed', clockwork = systemClockwork } = options;
  const rpc = createRpc(options);
  const status = createObservable(FIRST_STATUS);
  let paused = false;
  let stopLooking: (() => void) | undefined;
  let socketError: PercosecError | undefined;
  let readError: PercosecError | undefined;

  const socket = createSocket(rpc.wsUrl, clockwork);
  const accounts = createAccounts({ socket, clockwork, commitment, read: (addresses) => read(addresses), onChange });

  function onChange(error?: PercosecError): void {
    const { watched, uncovered } = accounts.count();
    look(watched > 0);
    socketError = uncovered === 0 ? undefined : (error ?? socketError);
    const state = { watched, uncovered, paused, socketError, readError, nextAttemptAt: socket.nextAttemptAt() };
    status.set(statusAfter(status.get(), state, clockwork.now()));
  }

  const read = createBatch({
    clockwork,
    ready: socket.settled,
    async load(addresses, signal) {
      const sent = accounts.mark();
      try {
        const answers = await readAccounts(rpc, addresses, { signal, commitment });
        readError = undefined;
        return accounts.merge(answers, sent);
      } catch (error) {
        if (!signal.aborted) {
          readError = error as PercosecError;
          accounts.failed(readError);
          onChange();
        }
        throw error;
      }
    },
  });

  const closed = new AbortController();
  const clock = createClock(accounts.watch, clockwork);

  /** Whether the page is seen matters only while something is watched. */
  function look(needed: boolean): void {
    if (!needed) {
      stopLooking?.();
      stopLooking = undefined;
    } else if (!stopLooking) {
      let stopHiding = () => {};
      const stopListening = clockwork.onVisibility((visible) => {
        stopHiding();
        if (visible) pause(false);
        else stopHiding = clockwork.after(HIDDEN, () => pause(true));
      });
      stopLooking = () => {
        stopHiding();
        stopListening();
      };
    }
  }

  function pause(next: boolean): void {
    paused = next;
    socket.pause(next);
    accounts.pause(next);
  }

  return {
    rpc,
    apiUrl,
    apiKey,
    commitment,
    key: options.key ?? keyOf(rpc.url),
    readAccounts: (addresses, { signal } = {}) => read(addresses, signal),
    watchAccounts: accounts.watch,
    watchSignature(signature, listener) {
      const stop = new AbortController();
      closed.signal.addEventListener('abort', () => stop.abort());
      // Loaded by who writes: most pages only read.
      void import('./live/signatures.ts').then(({ watchSignature }) =>
        watchSignature({ rpc, socket, clockwork, commitment }, signature, listener, stop.signal),
      );
      return () => stop.abort();
    },
    decode,
    addresses,
    status,
    clock,
    clockwork,
    close() {
      closed.abort();
      clock.close();
      accounts.close();
      look(false);
    },
  };
}
