/** A value that changes; fits React's `useSyncExternalStore`. */
export interface Observable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

export interface Settable<T> extends Observable<T> {
  set(value: T): void;
}

/** `onObserved` is told when the first listener comes and when the last one goes. */
export function createObservable<T>(value: T, onObserved?: (observed: boolean) => void): Settable<T> {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      // The same function may subscribe twice: each subscription is its own.
      const own = () => listener();
      listeners.add(own);
      if (listeners.size === 1) onObserved?.(true);
      return () => {
        if (listeners.delete(own) && listeners.size === 0) onObserved?.(false);
      };
    },
  };
}
