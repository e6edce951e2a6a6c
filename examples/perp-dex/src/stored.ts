// What the browser remembers of this visitor. A browser that remembers nothing is no reason to fail.

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`meridian.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`meridian.${key}`, value);
  } catch {
    // Private windows and full disks: it holds until the page is left.
  }
}
