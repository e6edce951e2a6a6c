import type { PercosecError } from '../error.ts';

/**
 * How current the watched values are.
 * - `idle`: nothing is watched, or the page is hidden.
 * - `connecting`: on the way to `live`, nothing has failed.
 * - `live`: every watched account is subscribed, and was read since.
 * - `polling`: not so, `reason` says why; values are read from time to time.
 * - `offline`: neither; `reason` is why the last read failed. What is shown is the last that was known.
 */
export interface LiveStatus {
  readonly kind: 'idle' | 'connecting' | 'live' | 'polling' | 'offline';
  /** When it became so, in milliseconds; null: it has been so from the start. */
  readonly since: number | null;
  readonly reason?: PercosecError;
  /** When the socket is tried next. */
  readonly nextAttemptAt?: number;
}

/** Knows of no time: a client is made while rendering, where frameworks that render ahead of time forbid to ask for it. */
export const FIRST_STATUS: LiveStatus = { kind: 'idle', since: null };

export interface LiveState {
  readonly watched: number;
  readonly uncovered: number;
  readonly paused: boolean;
  readonly socketError: PercosecError | undefined;
  readonly readError: PercosecError | undefined;
  readonly nextAttemptAt: number | undefined;
}

/** The next status; the same object where nothing has changed. */
export function statusAfter(before: LiveStatus, state: LiveState, now: number): LiveStatus {
  const { watched, uncovered, paused, socketError, readError, nextAttemptAt } = state;
  let kind: LiveStatus['kind'];
  let reason: PercosecError | undefined;
  if (watched === 0 || paused) kind = 'idle';
  else if (uncovered === 0) kind = 'live';
  else {
    reason = readError ?? socketError;
    kind = readError ? 'offline' : socketError ? 'polling' : 'connecting';
  }
  const attempt = kind === 'polling' || kind === 'offline' ? nextAttemptAt : undefined;
  if (kind === before.kind && reason === before.reason && attempt === before.nextAttemptAt) return before;
  return {
    kind,
    since: kind === before.kind ? before.since : now,
    ...(reason && { reason }),
    ...(attempt !== undefined && { nextAttemptAt: attempt }),
  };
}
