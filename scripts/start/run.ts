// One process of a part, from its start to its end.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Ready } from '../../localnet/src/starter.ts';

export interface End {
  /** Its exit code; null where a signal ended it. */
  readonly code: number | null;
  /** "exit code 1" or "SIGKILL". */
  readonly how: string;
  /** The last it wrote where errors go. */
  readonly errors: readonly string[];
}

export interface Run {
  /** Null where it ends before. */
  readonly ready: Promise<Ready | null>;
  readonly ended: Promise<End>;
  /** Asks it to end, and ends it where it doesn't. */
  stop(patience: number): void;
  kill(): void;
}

/** What it says while it runs. */
export interface Listener {
  line(text: string): void;
  error(text: string): void;
}

const MOST_LINES_KEPT = 60;
/** Windows has no groups of processes. */
const GROUPS = process.platform !== 'win32';

function signal(child: ChildProcess, which: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (GROUPS) process.kill(-child.pid, which);
    else child.kill(which);
  } catch {
    // Nobody is left.
  }
}

export function run(command: readonly string[], env: Readonly<Record<string, string>>, { line, error }: Listener): Run {
  // In a session of its own: Ctrl-C and a closing terminal reach the supervisor alone, which ends its parts in order.
  const child = spawn(process.execPath, [...process.execArgv, ...command], {
    detached: GROUPS,
    windowsHide: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const errors: string[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', line);
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (text) => {
    errors.push(text);
    if (errors.length > MOST_LINES_KEPT) errors.shift();
    error(text);
  });
  const ended = new Promise<End>((resolve) => {
    child.on('error', (cause) => errors.push(cause.message));
    // What it has begun itself ends with it, and holds no pipe open.
    child.on('exit', () => signal(child, 'SIGKILL'));
    child.on('close', (code, by) =>
      resolve({ code: by === null ? code : null, how: by ?? `exit code ${code}`, errors }),
    );
  });
  const ready = new Promise<Ready | null>((resolve) => {
    child.on('message', (message: { readonly ready?: Ready }) => {
      if (message.ready !== undefined) resolve(message.ready);
    });
    ended.then(() => resolve(null));
  });
  const kill = () => signal(child, 'SIGKILL');
  return {
    ready,
    ended,
    stop(patience) {
      child.kill('SIGTERM');
      const timer = setTimeout(kill, patience);
      ended.then(() => clearTimeout(timer));
    },
    kill,
  };
}
