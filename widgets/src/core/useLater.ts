'use client';

// What is not needed at first sight. Not React.lazy: that remembers a failure for good, and stops a server's rendering.
import { useEffect, useState } from 'react';

export interface Later<T> {
  /** Null: not yet. */
  readonly loaded: T | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Loads it once it is wanted. `load` is the same function each time. */
export function useLater<T>(load: () => Promise<T>, wanted: boolean): Later<T> {
  const [{ loaded, failed }, setState] = useState<Pick<Later<T>, 'loaded' | 'failed'>>({ loaded: null, failed: false });
  const asked = wanted && loaded === null && !failed;
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    load().then(
      (loaded) => gone || setState({ loaded, failed: false }),
      () => gone || setState({ loaded: null, failed: true }),
    );
    return () => {
      gone = true;
    };
  }, [load, asked]);
  return { loaded, failed, retry: () => setState({ loaded: null, failed: false }) };
}
