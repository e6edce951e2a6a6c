import { useEffect } from 'react';

/** What the browser's tab says. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, 'Meridian'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
