// examples/script-tag, on the chain that it is written for: its one file, the packed kit's script, and a browser that holds
// it to its own content security policy.
import { createHash } from 'node:crypto';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Localnet, startLocalnet } from '@percosec/localnet';
import { address, createRpc, fetchProviderPosition } from '@percosec/sdk';
import { Keypair } from '@solana/web3.js';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { genesisBefore, type Settled, settleScenario } from '../../localnet/src/scenario/settle.ts';
import { serving } from '../hosts/support/command.ts';
import { type Served, serve } from '../hosts/support/files.ts';
import { type Visitor, visitor } from '../hosts/support/visitor.ts';
import { type Host, host } from '../packages/host.ts';
import { usdc } from '../programs/support/money.ts';
import { fileOf } from './support/example.ts';
import { giveWallet, WALLET } from './support/wallet.ts';

const html = fileOf('script-tag', 'index.html');

let localnet: Localnet;
let scenario: Settled;
let somebody: Visitor;
let copy: Host;
let served: Served;

beforeAll(async () => {
  const now = BigInt(Math.floor(Date.now() / 1_000));
  [localnet, somebody, copy] = await Promise.all([
    startLocalnet({
      rpcPort: 0,
      slotMilliseconds: 100,
      ...genesisBefore(now),
      async settle(chain, isNew) {
        scenario = (await settleScenario(chain, isNew)) as Settled;
        return scenario;
      },
    }),
    visitor(),
    host([inject('tarballs').widgets], []),
  ]);
  // Only the ports are others than those of a localnet that somebody starts.
  const here = html
    .replaceAll('http://127.0.0.1:8899', localnet.rpcUrl)
    .replaceAll('ws://127.0.0.1:8900', localnet.wsUrl);
  writeFileSync(path.join(copy.folder, 'index.html'), here);
  cpSync(path.join(copy.of('@percosec/widgets'), 'dist/embed'), path.join(copy.folder, 'percosec'), {
    recursive: true,
  });
  served = await serve(copy.folder);
}, 120_000);

afterAll(async () => {
  await somebody?.close();
  await served?.close();
  copy?.remove();
  await localnet?.close();
});

const demo = () => Keypair.fromSecretKey(scenario.demoKeypair);

test.each([
  ['script', /<script type="module">(.*?)<\/script>/s, /script-src 'self' '([^']+)'/],
  ['style', /<style>(.*?)<\/style>/s, /style-src '([^']+)'/],
])('the policy names the hash of its %s', (_name, part, directive) => {
  const [, text = ''] = part.exec(html) ?? [];
  expect(text).not.toBe('');
  expect(directive.exec(html)?.[1]).toBe(`sha256-${createHash('sha256').update(text).digest('base64')}`);
});

test('it is written for the scenario: its market, its token', () => {
  const { markets, mint } = scenario.description;
  expect(html).toContain(`"market": "${markets.find(({ symbol }) => symbol === 'SOL-PERP')?.market}"`);
  expect(html).toContain(`"${mint.address}": "${mint.symbol}"`);
});

test('figures appear under its policy, and go live', async () => {
  const { page, leave } = await somebody.visit(served.url);
  await page.getByRole('button', { name: /SOL-PERP.*Low/ }).waitFor();
  await page.getByText(/Pool health of SOL-PERP/).waitFor();
  await page
    .getByText(/99\d,\d{3}(\.\d\d)?.USDC/)
    .first()
    .waitFor();
  await page.getByText('No wallet in this browser').waitFor();
  await page.getByRole('status').getByText('live', { exact: true }).waitFor();
  await leave();
});

test('this repository’s own command serves it, on the chain that it is told', async () => {
  const { rpcUrl, wsUrl } = localnet;
  const run = path.resolve(import.meta.dirname, '../../scripts/with-node.mjs');
  const example = ['scripts/example.ts', 'script-tag', '--rpc', rpcUrl, '--ws', wsUrl];
  const own = await serving([run, ...example]);
  try {
    const { page, leave } = await somebody.visit(own.url);
    await page.getByText(/Pool health of SOL-PERP/).waitFor();
    await leave();
  } finally {
    await own.stop();
  }
});

test('a deposit goes through, with a wallet of the browser', async () => {
  const keypair = demo();
  const owner = address(keypair.publicKey.toBase58());
  const market = scenario.description.markets[0]?.market ?? '';
  const deposited = async () => {
    const { value } = await fetchProviderPosition(createRpc({ rpcUrl: localnet.rpcUrl }), market, owner);
    return value?.depositedAmount ?? 0n;
  };
  const before = await deposited();
  const { page, leave } = await somebody.visit(served.url, {
    before: (page) => giveWallet(page, { keypair, address: owner }),
  });
  await page.getByRole('button', { name: `Connect ${WALLET}` }).click();
  await page.getByText(`${owner.slice(0, 4)}…${owner.slice(-4)}`, { exact: true }).waitFor();
  await page.getByRole('textbox').fill('250');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Review/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Deposit/ })
    .click();
  await expect.poll(deposited, { timeout: 30_000 }).toBeGreaterThan(before + usdc(249));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Leave ${WALLET}` }).click();
  await page.getByText('No wallet is connected').waitFor();
  await leave();
});
