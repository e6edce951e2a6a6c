/** The part of a WebSocket that is used here. */
export interface SocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

/** What the outside world gives a client: time, chance, sockets, and whether anybody looks. Tests put in their own. */
export interface Clockwork {
  /** Milliseconds of the wall clock: unlike a monotonic one, it counts the time that the machine slept. */
  now(): number;
  random(): number;
  /** Runs once, later; returns what calls it off. */
  after(milliseconds: number, run: () => void): () => void;
  openSocket(url: string): SocketLike;
  /** Tells each time the page is hidden, and each time it can be seen and is online. Never called where there is no page. */
  onVisibility(listener: (visible: boolean) => void): () => void;
}

export const systemClockwork: Clockwork = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  openSocket: (url) => new WebSocket(url) as SocketLike,
  onVisibility(listener) {
    if (typeof document === 'undefined') return () => {};
    const changed = () => listener(document.visibilityState !== 'hidden');
    const listening = new AbortController();
    document.addEventListener('visibilitychange', changed, { signal: listening.signal });
    addEventListener('online', changed, { signal: listening.signal });
    return () => listening.abort();
  },
};
