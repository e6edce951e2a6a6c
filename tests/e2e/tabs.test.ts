// Two tabs of one browser, with one wallet.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askToDeposit,
  balance,
  confirmButton,
  earnPage,
  openReview,
  outcome,
  panel,
  shownBalance,
} from './support/earn.ts';
import { expectOneDeposit, holdings } from './support/holdings.ts';
import { type Stack, startStack } from './support/stack.ts';
import { type Visitor, visitor } from './support/visitor.ts';
import { approve, connect } from './support/wallet.ts';

let stack: Stack;
let somebody: Visitor;
beforeAll(async () => {
  [stack, somebody] = await Promise.all([startStack(), visitor()]);
});
afterAll(async () => {
  await somebody?.close();
  await stack?.stop();
});

async function twoTabs() {
  const one = await somebody.visit(earnPage(stack.url));
  await connect(one.page);
  await balance(one.page).waitFor();
  // Once for both: it is the browser that remembers it.
  await panel(one.page).getByRole('checkbox').check();
  // The second finds the wallet connected.
  const other = await somebody.visit(earnPage(stack.url), { beside: one.page });
  await balance(other.page).waitFor();
  return {
    one,
    other,
    async leave() {
      await other.leave();
      await one.leave();
    },
  };
}

test('what one tab deposits, the other shows', async () => {
  const { one, other, leave } = await twoTabs();
  const before = await holdings(stack);
  await askToDeposit(one.page, '64');
  await approve(one.page);
  await expect.poll(() => outcome(one.page).textContent()).toContain('Done');
  const after = await holdings(stack);
  expectOneDeposit(before, after, 64_000_000n);
  for (const { page } of [other, one]) await expect.poll(() => shownBalance(page)).toBe(after.tokens);
  // It is not the other’s transaction: there it has only happened.
  expect(await other.page.locator('[data-part="transaction"]').count()).toBe(0);
  await leave();
});

test('both deposit at once: the chain takes both, and both tabs say what is left', async () => {
  const { one, other, leave } = await twoTabs();
  const before = await holdings(stack);
  await Promise.all([askToDeposit(one.page, '3'), askToDeposit(other.page, '4')]);
  await Promise.all([approve(one.page), approve(other.page)]);
  for (const { page } of [one, other]) await expect.poll(() => outcome(page).textContent()).toContain('Done');
  const after = await holdings(stack);
  expect(after.transactions).toBe(before.transactions + 2);
  const taken = before.tokens - after.tokens;
  expect(after.deposited - before.deposited).toBe(taken);
  expect(7_000_000n - taken).toBeLessThan(20n);
  for (const { page } of [one, other]) await expect.poll(() => shownBalance(page)).toBe(after.tokens);
  await leave();
});

test('both deposit most of what there is: the chain takes one, and the other is told why not', async () => {
  const { one, other, leave } = await twoTabs();
  const before = await holdings(stack);
  const amount = (before.tokens * 3n) / 4n;
  const typed = String(Number(amount) / 1e6);
  // Both have been asked by their wallets before either agrees.
  await Promise.all([askToDeposit(one.page, typed), askToDeposit(other.page, typed)]);
  for (const { page } of [one, other]) await page.getByRole('dialog', { name: 'Approve transaction' }).waitFor();
  await Promise.all([approve(one.page), approve(other.page)]);
  const said = async () => {
    const both = await Promise.all([one, other].map(({ page }) => outcome(page).getAttribute('data-state')));
    return both.sort().join(' ');
  };
  await expect.poll(said).toMatch(/^(confirmed|finalized) (failed|refused)$/);
  const after = await holdings(stack);
  const taken = before.tokens - after.tokens;
  expect(after.deposited - before.deposited).toBe(taken);
  expect(amount - taken).toBeLessThan(10n);
  const [loser] = (
    await Promise.all(
      [one, other].map(async ({ page }) => ({ page, state: await outcome(page).getAttribute('data-state') })),
    )
  ).filter(({ state }) => state === 'failed' || state === 'refused');
  expect(await outcome(loser?.page as never).textContent()).toMatch(/not enough|holds|less/i);
  for (const { page } of [one, other]) await expect.poll(() => shownBalance(page)).toBe(after.tokens);
  await leave();
});

test('a review that another tab has overtaken can’t be agreed to', async () => {
  const { one, other, leave } = await twoTabs();
  const before = await holdings(stack);
  const typed = String(Number((before.tokens * 3n) / 4n) / 1e6);
  await openReview(other.page, typed);
  await askToDeposit(one.page, typed);
  await approve(one.page);
  await expect.poll(() => outcome(one.page).textContent()).toContain('Done');
  const after = await holdings(stack);
  await expect.poll(() => shownBalance(other.page)).toBe(after.tokens);
  await confirmButton(other.page).click();
  await expect.poll(() => outcome(other.page).getAttribute('data-state')).toBe('refused');
  expect(await holdings(stack)).toEqual(after);
  await leave();
});

test('who leaves in one tab stays in the other, and can go on there', async () => {
  const { one, other, leave } = await twoTabs();
  const before = await holdings(stack);
  await other.page.getByRole('button', { name: /^Wallet / }).click();
  await other.page.getByRole('button', { name: 'Disconnect' }).click();
  await other.page.getByRole('button', { name: 'Connect wallet' }).first().waitFor();
  // Nobody's figure stays.
  await expect.poll(() => balance(other.page).count()).toBe(0);
  await askToDeposit(one.page, '2');
  await approve(one.page);
  await expect.poll(() => outcome(one.page).textContent()).toContain('Done');
  expectOneDeposit(before, await holdings(stack), 2_000_000n);
  expect(await balance(other.page).count()).toBe(0);
  await leave();
});
