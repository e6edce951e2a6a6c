// A page that is loaded anew in the middle of a transaction: nothing is lost, nothing is done twice, and it shows what is.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amountField, askToDeposit, balance, earnPage, outcome, panel, review, shownBalance } from './support/earn.ts';
import { expectOneDeposit, type Holdings, holdings } from './support/holdings.ts';
import { type Stack, startStack } from './support/stack.ts';
import { type Visitor, visitor } from './support/visitor.ts';
import { approval, approve, connect } from './support/wallet.ts';

let stack: Stack;
let somebody: Visitor;
beforeAll(async () => {
  [stack, somebody] = await Promise.all([startStack(), visitor()]);
});
afterAll(async () => {
  await somebody?.close();
  await stack?.stop();
});

/** The wallet is there without being asked for again, and the page shows what it has. */
async function expectShown(page: Page, { tokens }: Holdings): Promise<void> {
  await balance(page).waitFor();
  await expect.poll(() => shownBalance(page)).toBe(tokens);
}

test('while the wallet asks: the question is gone, and nothing was sent', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  await connect(page);
  const before = await holdings(stack);
  await askToDeposit(page, '77');
  await approval(page).waitFor();
  await page.reload();
  await expectShown(page, before);
  expect(await approval(page).count()).toBe(0);
  expect(await review(page).count()).toBe(0);
  expect(await holdings(stack)).toEqual(before);
  // And it can be done all the same.
  await askToDeposit(page, '7');
  await approve(page);
  await expect.poll(() => outcome(page).textContent()).toContain('Done');
  const after = await holdings(stack);
  expectOneDeposit(before, after, 7_000_000n);
  await leave();
});

test('after signing, before it is confirmed: it happens once, and the page shows it', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  await connect(page);
  const before = await holdings(stack);
  await stack.control.pause();
  try {
    await askToDeposit(page, '40');
    await approve(page);
    await expect.poll(() => outcome(page).textContent()).toContain('Sent. Waiting for the network to confirm it.');
    await page.reload();
    // Not confirmed yet: what was, still is.
    await expectShown(page, before);
  } finally {
    await stack.control.resume();
  }
  await expect.poll(async () => (await holdings(stack)).transactions).toBe(before.transactions + 1);
  const after = await holdings(stack);
  expectOneDeposit(before, after, 40_000_000n);
  await expectShown(page, after);
  expect(await amountField(page).inputValue()).toBe('');
  expect(await panel(page).locator('[data-part="transaction"]').count()).toBe(0);
  await leave();
});

test('after signing, before it is sent: it never happens, and the page shows that', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  await connect(page);
  const before = await holdings(stack);
  const wires: string[] = [];
  await page.route(`${stack.rpcUrl}/`, (route) => {
    const { method, params } = route.request().postDataJSON() ?? {};
    if (method !== 'sendTransaction') return route.fallback();
    wires.push(params[0]);
  });
  await askToDeposit(page, '41');
  await approve(page);
  await expect.poll(() => wires.length).toBeGreaterThan(0);
  await page.reload();
  await expectShown(page, before);
  // What was signed and kept back is good for as long as its blockhash; nobody sends it any more.
  await stack.control.warp({ slots: 160n });
  expect(await holdings(stack)).toEqual(before);
  await expectShown(page, before);
  await leave();
});
