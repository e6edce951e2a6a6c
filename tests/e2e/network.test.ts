// A line that is cut, stalls, is too busy or slow: the page says so, keeps what it knew, and comes back by itself.
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { askToDeposit, balance, earnPage, outcome, panel, shownBalance } from './support/earn.ts';
import { demoWallet, expectOneDeposit, holdings } from './support/holdings.ts';
import { type RpcProxy, startProxy } from './support/proxy.ts';
import { type Stack, startStack } from './support/stack.ts';
import { type Visit, type Visitor, visitor } from './support/visitor.ts';
import { approve, connect } from './support/wallet.ts';

let chain: Stack;
let proxy: RpcProxy;
let front: Stack;
let somebody: Visitor;
beforeAll(async () => {
  chain = await startStack(['--chain-only']);
  proxy = await startProxy(chain);
  [front, somebody] = await Promise.all([startStack(['--rpc', proxy.rpcUrl, '--ws', proxy.wsUrl]), visitor()]);
});
afterEach(() => proxy.mend());
afterAll(async () => {
  await somebody?.close();
  await front?.stop();
  await proxy?.close();
  await chain?.stop();
});

/** What Chromium and web3.js write of a line that is cut, and nothing else. */
const cutLine = () => {
  const [rpc, ws] = [new URL(proxy.rpcUrl).host, new URL(proxy.wsUrl).host];
  return [
    new RegExp(`^(console: Failed to load resource|request: POST \\S+): net::ERR_\\w+.*${rpc}`),
    new RegExp(`^request: POST http://${rpc}/: net::ERR_`),
    new RegExp(`^console: WebSocket connection to 'ws://${ws}/' failed`),
    /^console: ws error: /,
  ];
};
const busyLine = () => {
  const { host } = new URL(proxy.rpcUrl);
  return [
    new RegExp(`^response: 429 http://${host}/`),
    new RegExp(`^console: Failed to load resource: the server responded with a status of 429 .*${host}`),
    /^console: Server responded with 429 /,
  ];
};

const visitEarn = (expected: readonly RegExp[] = []): Promise<Visit> =>
  somebody.visit(earnPage(front.url), { expected });

/** Somebody gives the demo wallet a USDC, past the page. */
async function giveOne(): Promise<void> {
  await chain.control.fund(await demoWallet(chain), 1_000_000n);
}

/** The page's own word, beside the panel's. */
const banner = (page: Page) => page.getByText('The chain does not answer: what you see is as it was.');
const offline = (page: Page) => panel(page).getByText(/^Offline: figures are as of/);

test('a cut line is told of, with the age of what is shown; it comes back by itself and has missed nothing', async () => {
  const { page, leave } = await visitEarn(cutLine());
  await connect(page);
  await balance(page).waitFor();
  const known = await shownBalance(page);
  proxy.calls('cut');
  proxy.sockets('cut');
  await offline(page).waitFor();
  // When it was read, to the minute, in the words of the visitor's clock.
  expect(await offline(page).textContent()).toMatch(/as of \w+ \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M\. /);
  await giveOne();
  expect(await shownBalance(page)).toBe(known);
  expect(await panel(page).getByRole('alert').count()).toBe(0);
  await banner(page).waitFor();
  proxy.mend();
  await expect.poll(() => shownBalance(page)).toBe(known + 1_000_000n);
  await offline(page).waitFor({ state: 'detached' });
  await banner(page).waitFor({ state: 'detached' });
  await leave();
});

test('without sockets it polls, and goes live again once there are any', async () => {
  const { page, leave } = await visitEarn(cutLine());
  await connect(page);
  await balance(page).waitFor();
  const known = await shownBalance(page);
  proxy.sockets('cut');
  await expect.poll(() => proxy.open()).toBe(0);
  await giveOne();
  await expect.poll(() => shownBalance(page)).toBe(known + 1_000_000n);
  expect(await offline(page).count()).toBe(0);
  proxy.mend();
  await expect.poll(() => proxy.open()).toBeGreaterThan(0);
  await giveOne();
  await expect.poll(() => shownBalance(page)).toBe(known + 2_000_000n);
  await leave();
});

test('a chain that nobody answers for at load is told of, without a figure that nobody has read; it comes by itself', async () => {
  proxy.calls('cut');
  proxy.sockets('cut');
  const { page, leave } = await visitEarn(cutLine());
  await page.getByRole('heading', { name: 'The chain does not answer' }).waitFor();
  expect(await page.getByText(/\b0(\.0+)? USDC/).count()).toBe(0);
  proxy.mend();
  await panel(page).waitFor();
  await connect(page);
  await balance(page).waitFor();
  await leave();
});

test('slow answers leave what is not known yet open: no figure is 0 meanwhile', async () => {
  proxy.calls(({ method }) => (method.startsWith('percosec_') ? 'pass' : 'stall'));
  const { page, leave } = await visitEarn();
  await panel(page).waitFor();
  await expect.poll(() => proxy.asked.some(({ method }) => method === 'getMultipleAccounts')).toBe(true);
  expect(await panel(page).getAttribute('aria-busy')).toBe('true');
  expect(await page.getByText(/(^|\s)0(\.0+)?\s*(USDC|%)/).allInnerTexts()).toEqual([]);
  proxy.mend();
  await expect.poll(() => panel(page).getAttribute('data-state')).toBe('ready');
  await leave();
});

test('a chain that has too much to do is not asked again and again; the page goes on when it may', async () => {
  const { page, leave } = await visitEarn([...busyLine(), ...cutLine()]);
  await connect(page);
  await balance(page).waitFor();
  const known = await shownBalance(page);
  proxy.calls('busy');
  proxy.sockets('cut');
  const before = proxy.asked.length;
  await offline(page).waitFor();
  expect(proxy.asked.length - before).toBeLessThan(60);
  expect(await shownBalance(page)).toBe(known);
  await giveOne();
  proxy.mend();
  await expect.poll(() => shownBalance(page)).toBe(known + 1_000_000n);
  await leave();
});

test('a deposit whose answer is lost is not made twice', async () => {
  const { page, leave } = await visitEarn(cutLine());
  await connect(page);
  const before = await holdings(chain);
  proxy.calls(({ method }) => (method === 'sendTransaction' ? 'lose' : 'pass'));
  await askToDeposit(page, '14');
  await approve(page);
  await expect.poll(() => outcome(page).textContent()).toContain('Done');
  expectOneDeposit(before, await holdings(chain), 14_000_000n);
  await leave();
});

test('a deposit that could not be sent at first is sent once the line is there', async () => {
  const { page, leave } = await visitEarn(cutLine());
  await connect(page);
  const before = await holdings(chain);
  await askToDeposit(page, '15');
  await page.getByRole('dialog', { name: 'Approve transaction' }).waitFor();
  proxy.calls('cut');
  proxy.sockets('cut');
  await approve(page);
  await expect.poll(() => outcome(page).textContent()).toContain('It is sent, and is being watched');
  expect(await holdings(chain)).toEqual(before);
  proxy.mend();
  await expect.poll(() => outcome(page).textContent()).toContain('Done');
  expectOneDeposit(before, await holdings(chain), 15_000_000n);
  await leave();
});

test('a socket that falls silent is not taken for a chain on which nothing happens', async () => {
  const { page, leave } = await somebody.visit(earnPage(front.url), {
    expected: cutLine(),
    before: (page) => page.clock.install(),
  });
  await connect(page);
  await balance(page).waitFor();
  const known = await shownBalance(page);
  proxy.sockets('stall');
  await giveOne();
  // Half a minute of silence, without waiting for it.
  await page.clock.fastForward(21_000);
  await page.clock.fastForward(11_000);
  await expect.poll(() => shownBalance(page)).toBe(known + 1_000_000n);
  await leave();
});
