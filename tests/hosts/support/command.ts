// A script of Node's that says where it serves, and serves until it is told to end.
import { type SpawnOptions, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Serving {
  readonly url: string;
  stop(): Promise<void>;
}

export async function serving(
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<Serving> {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
  });
  return {
    url,
    stop() {
      child.kill();
      return gone;
    },
  };
}
