// All of `npm start`, as a person has it, on free ports.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Control, createControl } from '../../../localnet/src/control.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LEASH = path.join(import.meta.dirname, 'leash.mjs');
/** Packages may have to be installed first. */
const READY_WITHIN = 180_000;

export interface Stack {
  /** Of the perp DEX; empty where `--chain-only` leaves it out. */
  readonly url: string;
  readonly rpcUrl: string;
  readonly wsUrl: string;
  readonly control: Control;
  /** All that it has printed. */
  printed(): string;
  /** Ends it as Ctrl-C does; fails where that doesn't end all of it. */
  stop(): Promise<void>;
}

const readUrls = (printed: string) => {
  const after = (label: string) => new RegExp(`\\b${label}\\s+(\\w+://\\S+)`).exec(printed)?.[1];
  return { url: after('Perp DEX'), rpcUrl: after('RPC'), wsUrl: after('WebSocket') };
};

/** Without what vitest tells its own workers: a person's shell knows nothing of tests. */
const OF_TESTS = /^(VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|npm_)/;
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_TESTS.test(name)));

/** `options` are `npm start`'s. */
export async function startStack(options: readonly string[] = []): Promise<Stack> {
  const ports = [
    ...(options.includes('--rpc') ? [] : ['--rpc-port', '0']),
    ...(options.includes('--chain-only') ? [] : ['--page-port', '0']),
  ];
  const args = ['start', '--', ...ports, ...options];
  // In a session of its own: Ctrl-C ends the tests, and the leash, left alone, ends the stack.
  const leash = spawn(process.execPath, [LEASH, 'npm', ...args], {
    cwd: ROOT,
    detached: true,
    env: environment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = once(leash, 'close').then(([code]) => code as number | null);
  const stop = async () => {
    leash.stdin.end();
    const code = await ended;
    if (code !== 0) throw new Error(`npm start ended with exit code ${code}. It printed:\n${printed}`);
  };
  const ready = new Promise<void>((resolve, reject) => {
    const complain = (what: string) => reject(new Error(`npm start ${what}. It printed:\n${printed}`));
    const timer = setTimeout(() => complain(`was not ready within ${READY_WITHIN / 1000} s`), READY_WITHIN);
    for (const stream of [leash.stdout, leash.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        // The last line of its block.
        if (!printed.includes('Ctrl-C')) return;
        clearTimeout(timer);
        resolve();
      });
    ended.then((code) => {
      clearTimeout(timer);
      complain(`ended by itself, with exit code ${code}`);
    });
  });
  try {
    await ready;
    const { url = '', rpcUrl, wsUrl } = readUrls(printed);
    if (rpcUrl === undefined || wsUrl === undefined || (url === '' && !options.includes('--chain-only')))
      throw new Error(`npm start printed no URLs, but:\n${printed}`);
    return { url, rpcUrl, wsUrl, control: createControl(rpcUrl), printed: () => printed, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}
