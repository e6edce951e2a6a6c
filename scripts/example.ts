// Runs one of the examples on the packages as they are built, beside a chain that is there.
//   npm run example -- headless|next-ssr|script-tag [--rpc URL] [--ws URL]
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readFlags, UnknownOption } from '../localnet/src/options.ts';
import { type Cluster, clusterFlags, lookAt } from './start/cluster.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const EXAMPLES = path.join(ROOT, 'examples');
const LOCALNET: Cluster = { rpcUrl: 'http://127.0.0.1:8899', wsUrl: 'ws://127.0.0.1:8900' };

const HELP = `npm run example -- NAME

  headless             a page of its own markup on the hooks alone (Vite)
  next-ssr             badges that a Next server writes
  script-tag           one HTML file

  --rpc URL            another chain than the one that npm start brings up (${LOCALNET.rpcUrl})
  --ws URL             its WebSocket, where it isn't where clients look for it
  --help               this page`;

class Refused extends Error {}

function newest(place: string): number {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

function isStale(workspace: string): boolean {
  const at = (name: string) => path.join(ROOT, workspace, name);
  const built = statSync(at('dist/exports/index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return newest(at('src')) > built || newest(at('package.json')) > built || newest(at('tsdown.config.ts')) > built;
}

function build(workspace: string): void {
  console.log(`Building ${workspace} …`);
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: path.join(ROOT, workspace),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Refused(`${workspace} could not be built.`);
}

/** Its own command, as in a copy of its folder. */
function develop(name: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const child = spawn('npm', ['run', '--silent', 'dev', '--', ...args], {
    cwd: path.join(EXAMPLES, name),
    // With all that it starts, so that all of it ends.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      asked = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    });
  child.on('exit', (code) => process.exit(asked ? 0 : (code ?? 1)));
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

/** Its folder with the built script beside the page, as its README says; the page's chain is the one that was asked for. */
function serveScriptTag({ rpcUrl, wsUrl }: Cluster): void {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const [, script] = /^\/percosec(\/.+)$/.exec(pathname) ?? [];
    const file =
      script === undefined
        ? path.join(EXAMPLES, 'script-tag', pathname === '/' ? 'index.html' : path.basename(pathname))
        : path.join(ROOT, 'widgets/dist/embed', script);
    try {
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
      if (!file.endsWith('.html')) return response.end(body);
      response.end(`${body}`.replaceAll(LOCALNET.rpcUrl, rpcUrl).replaceAll(LOCALNET.wsUrl, wsUrl));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1', () => {
    console.log(`\n  http://127.0.0.1:${(server.address() as AddressInfo).port}\n\nCtrl-C stops it.`);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
}

const RUN: Readonly<Record<string, (cluster: Cluster) => void>> = {
  headless: ({ rpcUrl, wsUrl }) =>
    develop('headless', ['--host', '127.0.0.1'], { VITE_RPC_URL: rpcUrl, VITE_WS_URL: wsUrl }),
  'next-ssr': ({ rpcUrl, wsUrl }) =>
    develop('next-ssr', ['--hostname', '127.0.0.1'], {
      NEXT_PUBLIC_RPC_URL: rpcUrl,
      NEXT_PUBLIC_WS_URL: wsUrl,
      NEXT_TELEMETRY_DISABLED: '1',
    }),
  'script-tag': serveScriptTag,
};

async function main([name = '--help', ...args]: readonly string[]): Promise<void> {
  const other = clusterFlags();
  if (['--help', '-h'].includes(name) || readFlags(args, { alone: {}, valued: other.valued })) {
    console.log(HELP);
    return;
  }
  const run = Object.hasOwn(RUN, name) ? RUN[name] : undefined;
  if (run === undefined)
    throw new UnknownOption(`There is no example "${name}": the examples are ${Object.keys(RUN).join(', ')}.`);
  const elsewhere = other.said();
  const cluster = elsewhere ?? LOCALNET;
  const { trouble } = await lookAt(cluster.rpcUrl);
  if (trouble !== undefined)
    throw new Refused(
      elsewhere === null ? `Run "npm start" first, in another terminal: ${trouble}` : `No chain is there: ${trouble}`,
    );
  for (const workspace of ['sdk', 'widgets']) if (isStale(workspace)) build(workspace);
  run(cluster);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UnknownOption || error instanceof Refused)) throw error;
  console.error(error.message);
  process.exit(error instanceof UnknownOption ? 2 : 1);
}
