// The packed kit in an app of Next with cache components: what is rendered when the app is built, and what is streamed into it
// at a visit. An app that writes its pages whole is examples/next-ssr.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Host, host } from '../packages/host.ts';
import type { Serving } from './support/command.ts';
import { type Insured, insuredWorld } from './support/insured.ts';
import { NEXT, startNext } from './support/next.ts';
import { type Visitor, visitor } from './support/visitor.ts';

const APP = path.resolve(import.meta.dirname, 'apps/next');
const BESIDE = ['next', 'react', 'react-dom', '@tanstack/react-query', '@solana/web3.js', '@radix-ui/react-dialog'];

let insured: Insured;
let somebody: Visitor;
let app: Host;
let server: Serving;

beforeAll(async () => {
  const { sdk, widgets } = inject('tarballs');
  [insured, somebody, app] = await Promise.all([insuredWorld(), visitor(), host([sdk, widgets], BESIDE)]);
  cpSync(APP, app.folder, { recursive: true });
  // webpack: Turbopack follows no link that leads out of the app.
  const building = [process.execPath, NEXT, 'build', '--webpack'];
  await app.run('env', ['NODE_ENV=production', 'NEXT_TELEMETRY_DISABLED=1', ...building]);
  const { rpcUrl, wsUrl } = insured.world.localnet;
  server = await startNext(app.folder, { MARKET: insured.site.market, RPC_URL: rpcUrl, WS_URL: wsUrl });
}, 300_000);

afterAll(async () => {
  await somebody?.close();
  await server?.stop();
  app?.remove();
  await insured?.world.close();
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
