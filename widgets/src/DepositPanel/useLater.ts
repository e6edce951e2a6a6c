'use client';

// What is not needed at first sight. Not React.lazy: that remembers a failure for good, and throws away what was typed.
import { useEffect, useState } from 'react';

export interface Later<T> {
  readonly loaded: T | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Loads it once it is wanted. `load` is the same function each time. */
export function useLater<T>(load: () => Promise<T>, wanted: boolean): Later<T> {
  const [tries, setTries] = useState(0);
  const [{ loaded, failed }, setState] = useState<Pick<Later<T>, 'loaded' | 'failed'>>({ loaded: null, failed: false });
  const asked = wanted && loaded === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another load
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
  }, [load, asked, tries]);
  return { loaded, failed: asked && failed, retry: () => setTries((before) => before + 1) };
}
