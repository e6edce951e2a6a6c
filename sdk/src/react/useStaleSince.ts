'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { MILLISECONDS_PER_SLOT } from '../views/epoch.ts';
import { usePercosec } from './context.ts';

/** Longer than a timer can wait is longer than anybody looks at a page. */
const LONGEST = 2 ** 31 - 1;

/**
 * When what was received at that time, in milliseconds, was right, if that is more than two epochs ago; else null. What is
 * followed is not old, however long it has not changed: it ages only while the client is offline.
 */
export function useStaleSince(receivedAt: number | undefined, epochDuration: bigint | undefined): number | null {
  const { status, clockwork } = usePercosec().client;
  const offline = useSyncExternalStore(
    status.subscribe,
    () => status.get().kind === 'offline',
    () => false,
  );
  // Of what it was said: what comes later is not stale for it, and needs no render to be told so.
  const [stale, setStale] = useState<number>();
  useEffect(() => {
    if (!offline || receivedAt === undefined || epochDuration === undefined) return;
    const left = receivedAt + Number(2n * epochDuration * MILLISECONDS_PER_SLOT) - clockwork.now();
    return clockwork.after(Math.min(Math.max(left, 0), LONGEST), () => setStale(receivedAt));
  }, [clockwork, offline, receivedAt, epochDuration]);
  return offline && stale !== undefined && stale === receivedAt ? stale : null;
}
