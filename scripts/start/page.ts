// The perp DEX, served as it is developed: by Vite, on the packages' sources.
//   page.ts [port]      a port that must be free; without it the usual one, or the next that is. VITE_RPC_URL and VITE_WS_URL name its cluster.
import { readFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { hasStarter, onGoodbye, tellReady } from '../../localnet/src/starter.ts';
import { conditions, prebundled } from '../browser-modules.ts';
import { takeCache } from './cache.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const APP = path.join(ROOT, 'examples/perp-dex');
const ENTRY = '/src/main.tsx';
const USUAL_PORT = 5173;

/** All that it depends on from outside, known beforehand: nothing is found in the middle of a visit, which would load the page anew. */
function dependencies(): string[] {
  const { dependencies } = JSON.parse(readFileSync(path.join(APP, 'package.json'), 'utf8'));
  const ours = Object.keys(dependencies).filter((name) => !name.startsWith('@percosec/'));
  return [...new Set([...prebundled, ...ours])];
}

/** What is loaded only where it is needed, too, while the first visitor looks at the rest. */
async function makeRestReady({ environments: { client } }: ViteDevServer): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const next = [...client.moduleGraph.urlToModuleMap].find(
      ([url, module]) => module.transformResult === null && !seen.has(url),
    );
    if (next === undefined) return;
    seen.add(next[0]);
    await client.warmupRequest(next[0]);
  }
}

const [asked] = process.argv.slice(2);
const port = asked === undefined ? USUAL_PORT : Number(asked);
const cache = takeCache(path.join(ROOT, 'node_modules/.vite-perp-dex'));
let server: ViteDevServer | null = null;

async function stop(code: number): Promise<never> {
  await server?.close();
  cache.giveBack();
  process.exit(code);
}

onGoodbye(() => stop(0));

try {
  if (cache.isNew) console.log('The page’s modules are put together, which takes a moment the first time …');
  server = await createServer({
    root: APP,
    configLoader: 'native',
    cacheDir: cache.folder,
    clearScreen: false,
    logLevel: 'warn',
    server: { host: '127.0.0.1', port, strictPort: asked !== undefined, open: false },
    resolve: {
      conditions,
      alias: [{ find: '@percosec/widgets/styles.css', replacement: path.join(ROOT, 'widgets/src/theme/styles.css') }],
    },
    optimizeDeps: { include: dependencies() },
  });
  await server.listen();
  await server.warmupRequest(ENTRY);
  await server.waitForRequestsIdle();
  const { port: bound } = (server.httpServer as Server).address() as AddressInfo;
  const url = `http://127.0.0.1:${bound}`;
  const text =
    bound === port || port === 0 ? '' : `Port ${port} is taken: the page is at ${bound} (--page-port chooses one).`;
  if (hasStarter) tellReady({ rows: [['Perp DEX', url]], text });
  else console.log(`Perp DEX   ${url}\n${text}`);
  await makeRestReady(server);
} catch (error) {
  const { message } = error as Error;
  console.error(
    message.includes('is already in use')
      ? `Port ${port} is taken: choose another for the page with --page-port.`
      : error,
  );
  await stop(1);
}
