// Time that stands still until a test moves it, and sockets that do what a test says.
import type { Clockwork, SocketLike } from '../../sdk/src/live/clockwork.ts';

export class FakeSocket implements SocketLike {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  readonly url: string;
  readonly sent: { id: number; method: string; params: unknown[] }[] = [];
  closed = false;

  constructor(url: string) {
    this.url = url;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.onopen?.(undefined as never);
  }

  die(): void {
    this.onclose?.(undefined as never);
  }

  receive(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  /** Answers the newest request that is not answered yet, or the one of an account. */
  acknowledge(subscription: unknown, address?: string): void {
    const request = this.sent.find(({ params, id }) => !this.#answered.has(id) && (!address || params[0] === address));
    if (!request) throw new Error('nothing to acknowledge');
    this.#answered.add(request.id);
    this.receive({ jsonrpc: '2.0', id: request.id, result: subscription });
  }

  #answered = new Set<number>();

  notify(subscription: unknown, result: unknown): void {
    this.receive({ jsonrpc: '2.0', method: 'accountNotification', params: { subscription, result } });
  }
}

export interface FakeClockwork extends Clockwork {
  readonly sockets: FakeSocket[];
  /** Moves time, and runs what falls due on the way, in order. */
  advance(milliseconds: number): Promise<void>;
  /** Moves time and runs nothing: the machine sleeps. */
  sleep(milliseconds: number): void;
  /** How many timers and listeners there are. */
  pending(): number;
  /** In how many milliseconds each timer falls due. */
  due(): number[];
  look(visible: boolean): void;
}

/** All that was promised has happened. */
export const settle = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** Time stands still but for the moments that make a tick: for tests that talk to a real server. */
export function networkClockwork(): FakeClockwork {
  const clockwork = fakeClockwork();
  const { after } = clockwork;
  clockwork.openSocket = (url) => new WebSocket(url) as SocketLike;
  clockwork.after = (milliseconds, run) => {
    if (milliseconds > 20) return after(milliseconds, run);
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  };
  return clockwork;
}

export function fakeClockwork(random = 1): FakeClockwork {
  let time = 1_700_000_000_000;
  const timers = new Set<{ at: number; run: () => void }>();
  const listeners = new Set<(visible: boolean) => void>();
  const sockets: FakeSocket[] = [];
  return {
    sockets,
    now: () => time,
    random: () => random,
    after(milliseconds, run) {
      const timer = { at: time + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    openSocket(url) {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket;
    },
    onVisibility(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async advance(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        await settle();
        const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.run();
      }
      time = end;
    },
    sleep(milliseconds) {
      time += milliseconds;
    },
    pending: () => timers.size + listeners.size,
    due: () => [...timers].map(({ at }) => at - time).sort((a, b) => a - b),
    look(visible) {
      for (const listener of listeners) listener(visible);
    },
  };
}
