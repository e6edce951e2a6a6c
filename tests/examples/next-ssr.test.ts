// examples/next-ssr, copied and built as it is, with no chain anywhere: what its server writes, and what becomes of it in a
// browser.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startLocalnet } from '@percosec/localnet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { castOf, scenarioOf } from '../../localnet/src/scenario/cast.ts';
import type { Serving } from '../hosts/support/command.ts';
import { type Insured, insuredWorld } from '../hosts/support/insured.ts';
import { startNext } from '../hosts/support/next.ts';
import { type Visitor, visitor } from '../hosts/support/visitor.ts';
import type { Host } from '../packages/host.ts';
import { build, copyOf } from './support/example.ts';

/** Nobody listens there. */
const DEAD = 'http://127.0.0.1:1';
const SECRET = 'key-of-the-servers-own-rpc';

let insured: Insured;
let somebody: Visitor;
let copy: Host;
let server: Serving;
const opened: (() => Promise<void>)[] = [];

async function start(environment: Readonly<Record<string, string>>): Promise<Serving> {
  const started = await startNext(copy.folder, environment);
  opened.push(started.stop);
  return started;
}

/** What the copy names in its node_modules are links that lead out of it, and Turbopack follows none beyond its root. */
function widen({ folder }: Host): void {
  renameSync(path.join(folder, 'next.config.ts'), path.join(folder, 'own.config.ts'));
  const config = `import own from './own.config.ts';\nexport default { ...own, turbopack: { root: '/' } };\n`;
  writeFileSync(path.join(folder, 'next.config.ts'), config);
}

const environment = () => {
  const { rpcUrl, wsUrl } = insured.world.localnet;
  return {
    MARKETS: `SOL-PERP=${insured.site.market}`,
    RPC_URL: `${rpcUrl}/?${SECRET}`,
    NEXT_PUBLIC_RPC_URL: rpcUrl,
    NEXT_PUBLIC_WS_URL: wsUrl,
    // Whatever else runs on this machine.
    RPC_TIMEOUT_MS: '30000',
  };
};

beforeAll(async () => {
  [insured, somebody, copy] = await Promise.all([insuredWorld(), visitor(), copyOf('next-ssr')]);
  widen(copy);
  await build(copy, { RPC_URL: `${DEAD}/?${SECRET}`, NEXT_PUBLIC_RPC_URL: DEAD });
  server = await start(environment());
}, 300_000);

afterAll(async () => {
  await somebody?.close();
  await Promise.all(opened.map((close) => close()));
  copy?.remove();
  await insured?.world.close();
});

const htmlOf = async (url: string) => (await fetch(url)).text();
const marketPage = () => `${server.url}/market/${insured.site.market}`;

test('badge and figures are in the HTML, for browsers without scripts, and without inline styles', async () => {
  const [body = ''] = /<body.*<\/body>/s.exec(await htmlOf(server.url)) ?? [];
  const html = body.replace(/<script.*?<\/script>/gs, '');
  expect(html).not.toContain('style=');
  const { page, leave } = await somebody.visit('about:blank');
  await page.setContent(html);
  await page
    .getByRole('button', { name: /SOL-PERP/ })
    .getByText(/^(Low|Moderate|High|Extreme)$/)
    .waitFor();
  await page.getByRole('cell', { name: /^99,600/ }).waitFor();
  await page.getByText('As the server read it').waitFor();
  await leave();
});

test('the browser takes it over without a word, and follows the chain from there', async () => {
  const { page, leave } = await somebody.visit(server.url);
  await page.getByRole('status').getByText('Live').waitFor();
  const badge = page.getByRole('button', { name: /SOL-PERP/ });
  const before = await badge.textContent();
  await insured.burden();
  await expect.poll(() => badge.textContent()).not.toBe(before);
  await leave();
});

test('each market has a page, with its gauge and its claims', async () => {
  const { page, leave } = await somebody.visit(server.url);
  await page.getByRole('link', { name: 'SOL-PERP' }).click();
  await page.waitForURL(marketPage());
  await page
    .getByRole('heading', { name: /SOL-PERP/ })
    .first()
    .waitFor();
  await page.getByText('Net asset value').waitFor();
  await page.getByText('99,600').first().waitFor();
  await page.getByRole('table').getByText('400').first().waitFor();
  await leave();
});

test('browsers are never told how the server reaches the chain', async () => {
  const pages = await Promise.all([htmlOf(server.url), htmlOf(marketPage())]);
  const files = path.join(copy.folder, '.next/static');
  const scripts = readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  expect(scripts.length).toBeGreaterThan(5);
  expect([...pages, ...scripts].filter((text) => text.includes(SECRET))).toEqual([]);
  expect(pages[0]).toContain(insured.world.localnet.rpcUrl);
});

test('where the server reaches no chain, the page comes all the same, says so, and the browser reads it', async () => {
  const { url } = await start({ ...environment(), RPC_URL: DEAD });
  const html = await htmlOf(url);
  expect(html).toContain('The server could not reach the chain');
  expect(html).not.toMatch(/data-state="(low|moderate|high|extreme)"/);
  const { page, leave } = await somebody.visit(url);
  await page
    .getByRole('button', { name: /SOL-PERP/ })
    .getByText(/^(Low|Moderate|High|Extreme)$/)
    .waitFor();
  await page.getByRole('status').getByText('Live').waitFor();
  await leave();
});

test('without a list, the markets are those that the chain names', async () => {
  const localnet = await startLocalnet({
    rpcPort: 0,
    paused: true,
    // Named, and not there yet.
    settle: async ({ options }) => ({ description: await scenarioOf(await castOf(options.seed)) }),
  });
  opened.push(localnet.close);
  const { url } = await start({
    NEXT_PUBLIC_RPC_URL: localnet.rpcUrl,
    NEXT_PUBLIC_WS_URL: localnet.wsUrl,
    RPC_TIMEOUT_MS: '30000',
  });
  const html = await htmlOf(url);
  for (const name of ['SOL-PERP', 'WIF-PERP', 'JTO-PERP']) expect(html).toContain(`>${name}</a>`);
  expect(html).toContain('not insured');
});

test('an address that is none has no page', async () => {
  expect((await fetch(`${server.url}/market/nonsense`)).status).toBe(404);
  expect(await htmlOf(`${server.url}/market/nonsense`)).toContain('There is no such market');
});
