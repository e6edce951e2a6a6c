'use client';

// What is not needed at first sight. Not React.lazy: that remembers a failure for good, and stops a server's rendering.
import { useEffect, useSyncExternalStore } from 'react';

export interface Later<T> {
  /** Null: not yet. */
  readonly loaded: T | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

interface Load<T> extends Omit<Later<T>, 'retry'> {
  readonly under: boolean;
}

const NOTHING: Load<never> = { loaded: null, failed: false, under: false };

// By the function that loads it: what one widget has loaded, the next one has at once.
const loads = /* @__PURE__ */ new WeakMap<() => Promise<unknown>, Load<unknown>>();
const listeners = /* @__PURE__ */ new Set<() => void>();

function set(load: () => Promise<unknown>, next: Load<unknown>): void {
  loads.set(load, next);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const onServer = () => NOTHING;

/** Loads it once it is wanted. `load` is the same function each time. */
export function useLater<T>(load: () => Promise<T>, wanted: boolean): Later<T> {
  const get = () => (loads.get(load) ?? NOTHING) as Load<T>;
  const { loaded, failed, under } = useSyncExternalStore(subscribe, get, onServer);
  const asked = wanted && !loaded && !failed && !under;
  useEffect(() => {
    // Another one of this page may have asked in the same moment.
    if (!asked || get().under) return;
    set(load, { ...NOTHING, under: true });
    load().then(
      (loaded) => set(load, { ...NOTHING, loaded }),
      () => set(load, { ...NOTHING, failed: true }),
    );
  });
  return { loaded, failed, retry: () => set(load, NOTHING) };
}
