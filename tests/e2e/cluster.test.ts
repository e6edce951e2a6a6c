// The same page on clusters that are not the one it was shown with: what they don't have is left out, and nothing breaks.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Localnet, startLocalnet } from '../../localnet/src/server.ts';
import { earnPage, panel } from './support/earn.ts';
import { type Stack, startStack } from './support/stack.ts';
import { type Visitor, visitor } from './support/visitor.ts';

let somebody: Visitor;
beforeAll(async () => {
  somebody = await visitor();
});
afterAll(() => somebody?.close());

let ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});
const untilTheEnd = <T>(it: T, end: (it: T) => Promise<void>): T => {
  ends.push(() => end(it));
  return it;
};
const frontOf = async (chain: Pick<Stack, 'rpcUrl' | 'wsUrl'>): Promise<Stack> =>
  untilTheEnd(await startStack(['--rpc', chain.rpcUrl, '--ws', chain.wsUrl]), (stack) => stack.stop());

test('a chain with nobody on it: no demo wallet, nothing to stress, and an address can be asked for', async () => {
  const chain = untilTheEnd(await startLocalnet({ rpcPort: 0 }), (localnet: Localnet) => localnet.close());
  const front = await frontOf(chain);
  const { page, leave } = await somebody.visit(front.url);
  const field = page.getByRole('textbox', { name: /address/i });
  await field.waitFor();
  expect(await page.getByRole('region', { name: 'Stress test' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Connect wallet' }).first().click();
  await page.getByRole('dialog').waitFor();
  expect(await page.getByText('Demo wallet').count()).toBe(0);
  await page.keyboard.press('Escape');

  // What is no address is told to be none; of what has no pool that is said.
  await field.fill('not an address');
  await field.press('Enter');
  await page.getByText('This is not the address of an account.').waitFor();
  await field.fill('11111111111111111111111111111112');
  await field.press('Enter');
  await page.getByText('This market has no insurance pool on this cluster.').waitFor();
  await leave();
});

test('a chain that stands still has its markets and nothing to stress', async () => {
  const chain = untilTheEnd(await startStack(['--chain-only', '--still']), (stack) => stack.stop());
  const front = await frontOf(chain);
  const { page, leave } = await somebody.visit(earnPage(front.url));
  await expect.poll(() => panel(page).getAttribute('data-state')).toBe('ready');
  expect(await page.getByRole('region', { name: 'Stress test' }).count()).toBe(0);
  // Of no cluster that its address names does the page take another's word.
  await page.goto(`${earnPage(front.url)}?rpc=${encodeURIComponent('http://127.0.0.1:9/')}`);
  await expect.poll(() => panel(page).getAttribute('data-state')).toBe('ready');
  await leave();
});
