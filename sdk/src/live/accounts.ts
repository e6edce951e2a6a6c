import type { Address } from '../address.ts';
import { PercosecError } from '../error.ts';
import { type AccountRead, type Commitment, parseAccount, type RawAccount, type Snapshot } from '../rpc.ts';
import type { Clockwork } from './clockwork.ts';
import type { LiveSocket } from './socket.ts';

export type AccountSnapshot = Snapshot<RawAccount | null> & { readonly address: Address };
export type ChangeListener = (changed: readonly AccountSnapshot[]) => void;

/** A transaction changes several accounts, which are told one by one: they are passed on together. */
const GATHER = 20;
/** Who comes back so soon (another page of the same site) finds the subscription still there. */
const LINGER = 2_000;
/** After the socket is lost, time for it to come back before the first poll. */
const FIRST_POLL = 2_000;
const POLL = 10_000;
const SLOWEST_POLL = 80_000;

interface Entry {
  readonly address: Address;
  readonly listeners: Set<ChangeListener>;
  snapshot: AccountSnapshot | null;
  /** The highest slot that this account was heard of at: equal bytes raise it, and leave the snapshot. */
  slot: bigint;
  /** Positions in the order of events: of the last news, and of when the server took the subscription. */
  heard: number;
  subscribed: number;
  /** Subscribed, and known since then: the snapshot is what the account is now. */
  covered: boolean;
  unsubscribe: () => void;
  /** Calls off that it is forgotten, where nobody watches any more. */
  stay: () => void;
}

export interface Accounts {
  /** Tells at once what is known already, then each change. */
  watch(addresses: readonly Address[], listener: ChangeListener): () => void;
  /** To be called when a read is sent: what it gives goes into `merge`. */
  mark(): number;
  /** The answers of one read, sent at `sent`; gives the newest that is known of each account. */
  merge(reads: readonly AccountRead[], sent: number): AccountSnapshot[];
  /** A read failed: the next one waits. */
  failed(error: PercosecError): void;
  /** How many accounts are watched, and how many of them may have changed unseen. */
  count(): { watched: number; uncovered: number };
  pause(paused: boolean): void;
  close(): void;
}

export interface AccountsOptions {
  readonly socket: LiveSocket;
  readonly clockwork: Clockwork;
  readonly commitment: Commitment;
  /** Reads and merges. */
  readonly read: (addresses: Address[]) => Promise<unknown>;
  /** What the status is made of has changed; with the error that did it, if it was one. */
  readonly onChange: (error?: PercosecError) => void;
}

const NEVER = Number.POSITIVE_INFINITY;

export function sameAccount(left: RawAccount | null, right: RawAccount | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.owner === right.owner &&
    left.lamports === right.lamports &&
    left.executable === right.executable &&
    left.data.length === right.data.length &&
    left.data.every((byte, index) => byte === right.data[index])
  );
}

const suspicious = (code: 'RpcMalformed' | 'RpcBehind', { address, slot }: AccountRead, known: bigint, why: string) =>
  new PercosecError(code, `The RPC tells of ${address} at slot ${slot}: ${why}`, { address, slot, known });

/** The watched accounts: newest bytes by address, told to whom they concern. */
export function createAccounts({ socket, clockwork, commitment, read, onChange }: AccountsOptions): Accounts {
  const entries = new Map<Address, Entry>();
  const gathered = new Map<Address, AccountSnapshot>();
  let order = 0;
  let paused = false;
  let failures = 0;
  let stopGathering: (() => void) | undefined;
  let stopPoll: (() => void) | undefined;

  const uncovered = () => [...entries.values()].filter((entry) => !entry.covered);

  function changed(error?: PercosecError): void {
    if (paused || uncovered().length === 0) {
      stopPoll?.();
      stopPoll = undefined;
    } else if (!stopPoll) {
      pollIn(FIRST_POLL);
    }
    onChange(error);
  }

  function pollIn(delay: number): void {
    stopPoll?.();
    const stop = clockwork.after(delay, async () => {
      socket.askAgain();
      await read(uncovered().map(({ address }) => address)).catch(() => {});
      // Called off meanwhile, or put off by its own failure.
      if (stopPoll === stop) pollIn(POLL);
    });
    stopPoll = stop;
  }

  /** Reads what may have changed before the subscriptions were there; joins the reads that waited for them. */
  async function cover(): Promise<void> {
    await socket.settled();
    const missing = uncovered().filter((entry) => entry.subscribed !== NEVER);
    if (missing.length > 0) await read(missing.map((entry) => entry.address)).catch(() => {});
  }

  function publish(): void {
    stopGathering?.();
    stopGathering = undefined;
    const news = new Map<ChangeListener, AccountSnapshot[]>();
    for (const snapshot of gathered.values())
      for (const listener of entries.get(snapshot.address)?.listeners ?? [])
        news.set(listener, [...(news.get(listener) ?? []), snapshot]);
    gathered.clear();
    for (const [listener, snapshots] of news) {
      try {
        listener(snapshots);
      } catch (error) {
        // A listener's own affair, which must not keep the news from the others.
        clockwork.after(0, () => {
          throw error;
        });
      }
    }
  }

  function snapshotOf({ address, account, slot }: AccountRead, source: AccountSnapshot['source']): AccountSnapshot {
    // Of an account that was closed, a notification tells nothing but that its lamports are gone.
    const value = account?.lamports === 0n ? null : account;
    return { address, value, slot, receivedAt: clockwork.now(), source };
  }

  /** Equal bytes leave the snapshot as it is: nobody is told of them. */
  function take(entry: Entry, snapshot: AccountSnapshot): void {
    entry.slot = snapshot.slot;
    entry.heard = ++order;
    if (entry.snapshot && sameAccount(entry.snapshot.value, snapshot.value)) return;
    entry.snapshot = snapshot;
    gathered.set(entry.address, snapshot);
  }

  function subscribe(entry: Entry): () => void {
    return socket.add({
      kind: 'account',
      params: [entry.address, { encoding: 'base64', commitment }],
      active() {
        entry.subscribed = ++order;
        changed();
        void cover();
      },
      message(result) {
        let told: AccountRead;
        try {
          told = parseAccount(entry.address, result);
          // No chain is that old: believed, it would make everything that comes later look outdated.
          if (told.slot > Number.MAX_SAFE_INTEGER)
            throw suspicious('RpcMalformed', told, entry.slot, 'no chain is that old. Use another RPC.');
        } catch (error) {
          // It has changed, and nobody can tell into what: it has to be read.
          entry.covered = false;
          changed(error as PercosecError);
          return;
        }
        if (told.slot < entry.slot) return;
        entry.covered = true;
        take(entry, snapshotOf(told, 'socket'));
        if (gathered.size > 0) stopGathering ??= clockwork.after(GATHER, publish);
        changed();
      },
      lost(error) {
        entry.subscribed = NEVER;
        entry.covered = false;
        changed(error);
      },
    });
  }

  function entryOf(address: Address): Entry {
    const known = entries.get(address);
    if (known) return known;
    const entry: Entry = {
      address,
      listeners: new Set(),
      snapshot: null,
      slot: -1n,
      heard: 0,
      subscribed: NEVER,
      covered: false,
      unsubscribe: () => {},
      stay: () => {},
    };
    entries.set(address, entry);
    entry.unsubscribe = subscribe(entry);
    return entry;
  }

  function forget(entry: Entry): void {
    entry.stay();
    entries.delete(entry.address);
    entry.unsubscribe();
  }

  return {
    watch(addresses, listener) {
      // The same function may watch twice: each watch is its own.
      const own: ChangeListener = (snapshots) => listener(snapshots);
      const watched = [...new Set(addresses)].map(entryOf);
      for (const entry of watched) {
        entry.stay();
        entry.listeners.add(own);
      }
      changed();
      const known = watched.flatMap(({ snapshot }) => snapshot ?? []);
      if (known.length > 0) listener(known);
      return () => {
        for (const entry of watched)
          if (entry.listeners.delete(own) && entry.listeners.size === 0)
            entry.stay = clockwork.after(LINGER, () => {
              forget(entry);
              changed();
            });
      };
    },
    mark: () => ++order,
    merge(reads, sent) {
      failures = 0;
      let behind: PercosecError | undefined;
      const snapshots = reads.map((answer) => {
        const entry = entries.get(answer.address);
        const subscribed = entry === undefined || entry.subscribed < sent;
        const snapshot = snapshotOf(answer, subscribed ? 'read' : 'poll');
        if (!entry) return snapshot;
        const older = answer.slot < entry.slot || (answer.slot === entry.slot && sent < entry.heard);
        if (older && entry.snapshot) {
          if (!entry.covered && subscribed)
            behind = suspicious(
              'RpcBehind',
              answer,
              entry.slot,
              `behind ${entry.slot}. The newer value stays; reload the page if the chain began anew.`,
            );
          return entry.snapshot;
        }
        entry.covered = subscribed;
        take(entry, snapshot);
        return snapshot;
      });
      publish();
      changed(behind);
      return snapshots;
    },
    failed(error) {
      const { retryAfterMs } = error.context as { retryAfterMs?: number };
      const delay = Math.max(retryAfterMs ?? 0, Math.min(SLOWEST_POLL, POLL * 2 ** failures));
      failures += 1;
      if (stopPoll) pollIn(delay);
    },
    count: () => ({ watched: entries.size, uncovered: uncovered().length }),
    pause(next) {
      paused = next;
      changed();
    },
    close() {
      for (const entry of [...entries.values()]) forget(entry);
      stopGathering?.();
      stopPoll?.();
      stopPoll = undefined;
    },
  };
}
