// A built app of Next, served as in production.
import path from 'node:path';
import { type Serving, serving } from './command.ts';

export const NEXT = path.resolve(import.meta.dirname, '../../../node_modules/next/dist/bin/next');

export const startNext = (folder: string, environment: Readonly<Record<string, string>>): Promise<Serving> =>
  serving([NEXT, 'start', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment },
  });
