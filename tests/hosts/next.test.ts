// The packed kit in an app of Next: rendered on the server with what was read there, taken over by the browser in silence.
import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Host, host } from '../packages/host.ts';
import { type Insured, insuredWorld } from './support/insured.ts';
import { type Visitor, visitor } from './support/visitor.ts';

const APP = path.resolve(import.meta.dirname, 'apps/next');
const NEXT = path.resolve(import.meta.dirname, '../../node_modules/next/dist/bin/next');
const BESIDE = ['next', 'react', 'react-dom', '@tanstack/react-query', '@solana/web3.js', '@radix-ui/react-dialog'];

let insured: Insured;
let somebody: Visitor;
let app: Host;
let server: { readonly url: string; stop(): Promise<void> };

async function start(environment: Readonly<Record<string, string>>): Promise<typeof server> {
  const child = spawn(process.execPath, [NEXT, 'start', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: app.folder,
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

beforeAll(async () => {
  const { sdk, widgets } = inject('tarballs');
  [insured, somebody, app] = await Promise.all([insuredWorld(), visitor(), host([sdk, widgets], BESIDE)]);
  cpSync(APP, app.folder, { recursive: true });
  // webpack: Turbopack follows no link that leads out of the app.
  const building = [process.execPath, NEXT, 'build', '--webpack'];
  await app.run('env', ['NODE_ENV=production', 'NEXT_TELEMETRY_DISABLED=1', ...building]);
  const { rpcUrl, wsUrl } = insured.world.localnet;
  server = await start({ MARKET: insured.site.market, RPC_URL: rpcUrl, WS_URL: wsUrl });
}, 300_000);

afterAll(async () => {
  await somebody?.close();
  await server?.stop();
  app?.remove();
  await insured?.world.close();
});

test('the badge is in the HTML, with the grade that the server read', async () => {
  const html = await (await fetch(server.url)).text();
  const [badge] = /<span[^>]*percosec-risk-badge .*?percosec-risk-badge-details/s.exec(html) ?? [''];
  expect(badge).toMatch(/data-state="(low|moderate|high|extreme)"/);
  expect(html.replace(/<script.*?<\/script>/gs, '')).not.toContain('style=');
});

test('the browser takes it over without a word, and it lives', async () => {
  const { page, leave } = await somebody.visit(server.url);
  const badge = page.getByRole('button', { name: /SOL-PERP/ }).first();
  const before = await badge.textContent();
  await page.getByText('99,600').first().waitFor();
  await page.getByText('Connect a wallet to see when its deposit unlocks.').waitFor();
  await badge.click();
  await page
    .getByText(/leverage/i)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await insured.burden();
  await expect.poll(() => badge.textContent()).not.toBe(before);
  await leave();
});

test('a page that is rendered when the app is built has every widget, and the theme that it made there', async () => {
  const html = await (await fetch(`${server.url}/ahead`)).text();
  for (const name of [
    'risk-badge',
    'pool-health-gauge',
    'withdraw-unlock-timer',
    'loss-simulator',
    'claim-history',
    'deposit-panel',
  ])
    expect(html).toContain(`percosec-${name}`);
  expect(html).toContain('--percosec-radius:2px');
});
