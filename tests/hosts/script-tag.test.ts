// A page that has no bundler and no React, but a strict content security policy: the script of the packed kit, the elements
// in the HTML, a wallet that the browser injects, a chain that really runs.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { VersionedTransaction } from '@solana/web3.js';
import { type Browser, chromium, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { chromiumLaunchOptions } from '../../scripts/chromium.ts';
import type { Market } from '../chain/market.ts';
import { type Person, startWorld, type World } from '../chain/world.ts';
import { type Host, host } from '../packages/host.ts';
import { usdc } from '../programs/support/money.ts';

const WIDGETS = [
  'risk-badge',
  'deposit-panel',
  'pool-health-gauge',
  'claim-history',
  'withdraw-unlock-timer',
  'loss-simulator',
];

let world: World;
let site: Market;
let alice: Person;
let packed: Host;
let server: Server;
let browser: Browser;
/** What the page asked of its own server. */
const files: string[] = [];
let body = '';

const nonce = randomBytes(8).toString('hex');
const policy = () =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `connect-src ${world.localnet.rpcUrl} ${world.localnet.wsUrl}`,
  ].join('; ');

const html = () => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A page</title>
<script nonce="${nonce}">
  window.violations = [];
  window.heard = [];
  addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI));
  document.addEventListener('percosec', ({ detail }) => heard.push(detail.type));
</script>
<script type="module" src="/percosec.js"></script>
${body}
</html>`;

beforeAll(async () => {
  world = await startWorld({ slotMilliseconds: 100 });
  alice = await world.person('alice', { collateral: usdc(1_000_000) });
  site = await world.insured();
  await site.deposit(alice, usdc(10_000));
  await site.score(alice);
  packed = await host([inject('tarballs').widgets], []);
  const dist = path.join(packed.of('@percosec/widgets'), 'dist/embed');
  server = createServer((request, response) => {
    const file = request.url ?? '/';
    if (file === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy() }).end(html());
      return;
    }
    files.push(file);
    try {
      const text = readFileSync(path.join(dist, path.normalize(file)));
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(text);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await chromium.launch(chromiumLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  packed?.remove();
  await world?.close();
});

beforeEach(() => void files.splice(0));

interface Visit {
  readonly page: Page;
  /** What went wrong, by anybody's account. */
  readonly complaints: string[];
  readonly requests: string[];
  readonly sockets: string[];
}

async function visit(html: string): Promise<Visit> {
  body = html;
  const page = await browser.newPage();
  const visit: Visit = { page, complaints: [], requests: [], sockets: [] };
  page.on('pageerror', (error) => visit.complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) visit.complaints.push(message.text());
  });
  page.on('request', (request) => {
    const method = /"method":"(\w+)"/.exec(request.postData() ?? '')?.[1];
    if (method) visit.requests.push(method);
  });
  page.on('websocket', (socket) => visit.sockets.push(socket.url()));
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  return visit;
}

async function leave({ page, complaints }: Visit): Promise<void> {
  const violations = await page.evaluate('violations');
  await page.close();
  expect({ violations, complaints }).toEqual({ violations: [], complaints: [] });
}

const tag = (name: string, more = '') =>
  `<percosec-${name} market="${site.market}" rpc="${world.localnet.rpcUrl}" ws="${world.localnet.wsUrl}" name="SOL-PERP" ${more}></percosec-${name}>`;

test('elements in the HTML show what the chain says, under a strict policy: one read, one socket, no more files than are needed', async () => {
  const once = ['risk-badge', 'withdraw-unlock-timer', 'claim-history', 'loss-simulator'];
  const all = await visit([...once, ...once].map((name) => tag(name)).join(''));
  const { page, requests, sockets } = all;
  await page
    .getByRole('button', { name: /SOL-PERP/ })
    .last()
    .waitFor();
  await page.getByText('No claims yet').last().waitFor();
  expect(sockets).toEqual([`${world.localnet.wsUrl}/`]);
  expect(requests).toEqual(['getMultipleAccounts']);
  expect(files.filter((file) => /web3|dialog/i.test(file))).toEqual([]);
  expect(await page.evaluate('heard')).toContain('live');
  await leave(all);
});

test('all six, with the kit’s styles, a theme and a language by attributes', async () => {
  const all = await visit(
    [...WIDGETS.map((name) => tag(name)), tag('risk-badge', 'theme="dark" locale="de-CH"')].join(''),
  );
  const { page } = all;
  for (const name of WIDGETS) {
    const root = page.locator(`percosec-${name} [data-part=root]`).first();
    await root.waitFor();
    expect(await root.evaluate((one) => getComputedStyle(one).fontVariantNumeric)).toBe('tabular-nums');
  }
  const triggers = page.locator('percosec-risk-badge [data-part=trigger]');
  await triggers.last().waitFor();
  const shown = (at: Locator) => at.evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await shown(triggers.first())).not.toBe(await shown(triggers.last()));
  expect(await page.locator('percosec-risk-badge .percosec').last().getAttribute('lang')).toBe('de-CH');
  await leave(all);
});

test('a deposit, from the number to the chain: reviewed in a dialog, signed by the injected wallet', async () => {
  const all = await visit(tag('deposit-panel'));
  const { page } = all;
  const signed = (base64: string): string => {
    const transaction = VersionedTransaction.deserialize(Buffer.from(base64, 'base64'));
    transaction.sign([alice.keypair]);
    return Buffer.from(transaction.serialize()).toString('base64');
  };
  await page.exposeFunction('signed', signed);
  await page.evaluate((address) => {
    const listeners: Record<string, () => void> = {};
    const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const provider = {
      publicKey: null as object | null,
      on: (event: string, listener: () => void) => {
        listeners[event] = listener;
      },
      // biome-ignore lint/suspicious/noExplicitAny: whichever web3.js made it
      async signTransaction(transaction: any) {
        const wire = btoa(String.fromCharCode(...transaction.serialize()));
        // biome-ignore lint/suspicious/noExplicitAny: exposed to the page
        return transaction.constructor.deserialize(bytes(await (window as any).signed(wire)));
      },
    };
    Object.assign(document.querySelector('percosec-deposit-panel') as object, { wallet: provider });
    Object.assign(window, {
      connect() {
        provider.publicKey = { toBase58: () => address };
        listeners.connect?.();
      },
    });
  }, alice.address);
  await page.getByText('No wallet is connected').waitFor();
  await page.evaluate('connect()');
  await page.getByRole('textbox').fill('250');
  await page.getByRole('checkbox').check();
  const review = page.getByRole('button', { name: /^Review/ });
  await review.click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await page.evaluate(() => document.querySelector('[role=dialog]'))).toBeNull();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await review.click();
  expect(files.filter((file) => /web3/i.test(file))).toEqual([]);
  await dialog.getByRole('button', { name: /^Deposit/ }).click();
  await expect.poll(async () => (await site.position(alice))?.shares, { timeout: 30_000 }).toBe(usdc(10_250));
  await dialog
    .getByText(/confirmed|deposited/i)
    .first()
    .waitFor();
  expect(await page.evaluate('heard')).toEqual(expect.arrayContaining(['acknowledged', 'transaction']));
  await leave(all);
});

test('mount, imported of the same file; what is wrong is said in its place', async () => {
  const all = await visit(`<main></main><script type="module" nonce="${nonce}">
    import { mount } from '/percosec.js';
    window.shown = mount(document.querySelector('main'), { widget: 'risk-badge', market: '${site.market}', rpcUrl: '' });
  </script>`);
  const { page } = all;
  await page
    .getByRole('alert')
    .getByText(/rpc.*missing/)
    .waitFor();
  await page.evaluate(`shown.update({ rpcUrl: '${world.localnet.rpcUrl}', wsUrl: '${world.localnet.wsUrl}' })`);
  await page.getByRole('button', { name: /Low|Moderate|High|Extreme/ }).waitFor();
  await page.evaluate('shown.unmount()');
  expect(await page.locator('main').innerHTML()).toBe('');
  await leave(all);
});
