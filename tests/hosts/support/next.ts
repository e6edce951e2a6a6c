// A built app of Next, served as in production.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const NEXT = path.resolve(import.meta.dirname, '../../../node_modules/next/dist/bin/next');

export interface NextServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startNext(folder: string, environment: Readonly<Record<string, string>>): Promise<NextServer> {
  const child = spawn(process.execPath, [NEXT, 'start', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`next start ended with ${code}`)));
  });
  return {
    url,
    stop() {
      child.kill();
      return gone;
    },
  };
}
