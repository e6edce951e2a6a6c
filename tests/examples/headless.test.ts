// examples/headless, copied and built as it is: its own markup reads a chain that runs, and deposits into it.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Market } from '../chain/market.ts';
import { type Person, startWorld, type World } from '../chain/world.ts';
import { type Served, serve } from '../hosts/support/files.ts';
import { type Visit, type Visitor, visitor } from '../hosts/support/visitor.ts';
import type { Host } from '../packages/host.ts';
import { usdc } from '../programs/support/money.ts';
import { build, copyOf } from './support/example.ts';
import { giveWallet, type PageWallet, WALLET } from './support/wallet.ts';

let world: World;
let site: Market;
let alice: Person;
let somebody: Visitor;
let copy: Host;
let served: Served;

beforeAll(async () => {
  [world, somebody, copy] = await Promise.all([startWorld({ slotMilliseconds: 100 }), visitor(), copyOf('headless')]);
  alice = await world.person('alice', { collateral: usdc(1_000_000) });
  const keeper = await world.person('keeper', { collateral: usdc(100_000) });
  site = await world.insured();
  await site.deposit(keeper, usdc(100_000));
  await site.score(keeper);
  site.lose(usdc(500), usdc(100));
  await site.report(keeper);
  const { rpcUrl, wsUrl } = world.localnet;
  await build(copy, { VITE_RPC_URL: rpcUrl, VITE_WS_URL: wsUrl, VITE_MARKET: site.market });
  served = await serve(path.join(copy.folder, 'dist'));
}, 300_000);

afterAll(async () => {
  await somebody?.close();
  await served?.close();
  copy?.remove();
  await world?.close();
});

async function visitWithWallet(): Promise<Visit & { readonly wallet: PageWallet }> {
  let wallet: PageWallet = { willing: true };
  const visit = await somebody.visit(served.url, {
    async before(page) {
      wallet = await giveWallet(page, alice);
    },
  });
  await visit.page.getByRole('button', { name: `Connect ${WALLET}` }).click();
  return { ...visit, wallet };
}

test('what the chain says, in its own words', async () => {
  const { page, leave } = await somebody.visit(served.url);
  await page.getByText('99,600 USDC').first().waitFor();
  await page.getByText(/^Risk: (low|moderate|high|extreme), 0\.\d\d of 1\.$/).waitFor();
  await page.getByText(/a loss of 500 USDC, the pool paid 400 USDC/).waitFor();
  await page.getByText('This browser has no wallet.').waitFor();
  await page.getByText('Connect a wallet to see what is yours.').waitFor();
  await leave();
});

test('an amount that can’t be meant is told why, and asks for nothing', async () => {
  const { page, leave } = await visitWithWallet();
  await page.getByText(/You have 1,000,000 USDC/).waitFor();
  const field = page.getByRole('textbox', { name: 'How much USDC' });
  const deposit = page.getByRole('button', { name: 'Deposit' });
  for (const [typed, why] of [
    ['lots', 'That is no number.'],
    ['-5', 'More than nothing, please.'],
    ['0', 'More than nothing, please.'],
    ['1e3', 'Written out, please: no “e”.'],
    ['0.0000001', 'That is finer than the token can be divided.'],
    ['2000000', 'You have 1,000,000 USDC.'],
  ] as const) {
    await field.fill(typed);
    await page.getByRole('alert').getByText(why, { exact: true }).waitFor();
    expect(await deposit.isDisabled(), typed).toBe(true);
  }
  await field.press('Enter');
  expect(await page.getByRole('status').textContent()).toBe('');
  expect(await site.position(alice)).toBeNull();
  await leave();
});

test('a no in the wallet changes nothing; a yes deposits, and says until when', async () => {
  const { page, wallet, leave } = await visitWithWallet();
  const field = page.getByRole('textbox', { name: 'How much USDC' });
  const deposit = page.getByRole('button', { name: 'Deposit' });
  await page.getByText('Nothing of yours is in this pool.').waitFor();
  await field.fill('250');
  await page.getByText(/The network takes 0\.\d+ SOL/).waitFor();

  wallet.willing = false;
  await deposit.click();
  await page.getByText('You said no in your wallet. Nothing was sent, nothing was paid.').waitFor();
  expect(await site.position(alice)).toBeNull();
  expect(await field.inputValue()).toBe('250');

  wallet.willing = true;
  await deposit.click();
  await page.getByText(/^Your deposit stands behind this market/).waitFor();
  const position = await site.position(alice);
  expect(position?.depositedAmount).toBeGreaterThan(usdc(249));
  expect(position?.depositedAmount).toBeLessThanOrEqual(usdc(250));
  await page.getByText(/^Locked until .*\d/).waitFor();
  await page.getByText(/^Yours: (249\.99|250)/).waitFor();
  expect(await field.inputValue()).toBe('');
  await leave();
});
