// Wallets that say no, leave, or have nothing.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesFrom } from '../scripted/names.ts';
import {
  amountField,
  askToDeposit,
  balance,
  confirmButton,
  earnPage,
  outcome,
  panel,
  review,
  reviewButton,
  shownBalance,
  typeDeposit,
} from './support/earn.ts';
import { expectOneDeposit, holdings } from './support/holdings.ts';
import { type Stack, startStack } from './support/stack.ts';
import { type Visitor, visitor } from './support/visitor.ts';
import { approval, approve, connect, reject } from './support/wallet.ts';

let stack: Stack;
let somebody: Visitor;
beforeAll(async () => {
  [stack, somebody] = await Promise.all([startStack(), visitor()]);
});
afterAll(async () => {
  await somebody?.close();
  await stack?.stop();
});

/** In the wallet itself, as an extension's own window does it: the page only hears of it. */
const leaveInTheWallet = (page: Page) =>
  page.evaluate(() => {
    type Found = { name: string; features: Record<string, { disconnect(): Promise<void> }> };
    const found: Found[] = [];
    const register = (...wallets: Found[]) => found.push(...wallets);
    dispatchEvent(new CustomEvent('wallet-standard:app-ready', { detail: { register } }));
    const demo = found.find(({ name }) => name.startsWith('Demo wallet'));
    if (!demo) throw new Error('The demo wallet is not there.');
    return demo.features['standard:disconnect']?.disconnect();
  });

test('who rejects in the wallet has everything as it was, is told so, and can try again', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  await connect(page);
  const before = await holdings(stack);
  await askToDeposit(page, '120.5');
  await expect.poll(() => outcome(page).textContent()).toContain('Approve it in your wallet.');
  await reject(page);
  await expect.poll(() => outcome(page).textContent()).toContain('You declined it in the wallet, so nothing was sent.');
  expect(await holdings(stack)).toEqual(before);

  await confirmButton(page).click();
  // Whoever leaves the question without an answer has not agreed, either.
  await approval(page).waitFor();
  await page.keyboard.press('Escape');
  await approval(page).waitFor({ state: 'detached' });
  await expect.poll(() => outcome(page).textContent()).toContain('You declined it in the wallet');
  expect(await holdings(stack)).toEqual(before);

  // The review is still what it was, and so is what was typed.
  await review(page).getByRole('button', { name: 'Back' }).click();
  expect(await amountField(page).inputValue()).toBe('120.5');
  await reviewButton(page).click();
  await confirmButton(page).click();
  await approve(page);
  await expect.poll(() => outcome(page).textContent()).toContain('Done');
  expectOneDeposit(before, await holdings(stack), 120_500_000n);
  await leave();
});

test('what the wallet asks is what the review said', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  await connect(page);
  await askToDeposit(page, '10');
  const asked = approval(page);
  await asked.waitFor();
  const words = ((await asked.textContent()) ?? '').replaceAll(/\s+/g, ' ');
  expect(words).toMatch(/worth nothing elsewhere/i);
  expect(words).toMatch(/insurance pool/i);
  expect(words).toMatch(/0\.0000\d+/);
  await reject(page);
  await leave();
});

test('who leaves in the wallet while it asks has sent nothing; what was typed waits', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  await connect(page);
  const before = await holdings(stack);
  await askToDeposit(page, '33');
  await approval(page).waitFor();
  await leaveInTheWallet(page);
  await approval(page).waitFor({ state: 'detached' });
  await review(page).waitFor({ state: 'detached' });
  await panel(page).getByRole('button', { name: 'Connect a wallet' }).waitFor();
  // Nobody's balance is none that could be shown.
  await expect.poll(() => balance(page).count()).toBe(0);
  expect(await holdings(stack)).toEqual(before);

  await connect(page);
  await balance(page).waitFor();
  expect(await amountField(page).inputValue()).toBe('33');
  // No dialog over the page that nobody has just asked for.
  expect(await review(page).count()).toBe(0);
  await reviewButton(page).click();
  await confirmButton(page).click();
  await approve(page);
  await expect.poll(() => outcome(page).textContent()).toContain('Done');
  expectOneDeposit(before, await holdings(stack), 33_000_000n);
  await leave();
});

test('what is signed goes on, though the wallet has left', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  await connect(page);
  const before = await holdings(stack);
  await stack.control.pause();
  try {
    await askToDeposit(page, '21');
    await approve(page);
    await expect.poll(() => outcome(page).getAttribute('data-state')).toMatch(/^(sending|watching)$/);
    await leaveInTheWallet(page);
    await panel(page).getByRole('button', { name: 'Connect a wallet' }).waitFor();
  } finally {
    await stack.control.resume();
  }
  await expect.poll(async () => (await holdings(stack)).transactions).toBe(before.transactions + 1);
  await connect(page);
  const after = await holdings(stack);
  expectOneDeposit(before, after, 21_000_000n);
  await expect.poll(() => shownBalance(page)).toBe(after.tokens);
  await leave();
});

/** A wallet of this chain whose key the test has made: it owns nothing until somebody gives it. */
async function asStranger(page: Page, name: string): Promise<void> {
  const { Keypair } = await import('@solana/web3.js');
  const { secretKey } = Keypair.fromSeed(bytesFrom(name, 32));
  await page.route(`${stack.rpcUrl}/`, (route) => {
    const { id, method } = route.request().postDataJSON() ?? {};
    if (method !== 'percosec_demoKeypair') return route.fallback();
    return route.fulfill({
      json: { jsonrpc: '2.0', id, result: [...secretKey] },
      headers: { 'access-control-allow-origin': '*' },
    });
  });
}

test('who has nothing is told so before a wallet is asked, and can get test funds', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url), {
    before: (page) => asStranger(page, 'without funds'),
  });
  await connect(page);
  await typeDeposit(page, '5');
  expect(await shownBalance(page)).toBe(0n);
  await reviewButton(page).click();
  await panel(page).getByText('The wallet has 0').waitFor();
  expect(await review(page).count()).toBe(0);
  expect(await amountField(page).evaluate((field) => field === document.activeElement)).toBe(true);

  await page.getByRole('button', { name: 'Get test funds' }).click();
  await expect.poll(() => shownBalance(page)).toBeGreaterThan(5_000_000n);
  await reviewButton(page).click();
  await confirmButton(page).click();
  await approve(page);
  await expect.poll(() => outcome(page).textContent()).toContain('Done');
  await leave();
});

test('who has tokens and no SOL is told which of them is missing', async () => {
  const { Keypair } = await import('@solana/web3.js');
  const { publicKey } = Keypair.fromSeed(bytesFrom('without SOL', 32));
  await stack.control.fund(publicKey.toBase58() as never, 1_000_000_000n);
  await stack.control.setAccount(publicKey.toBase58() as never, null);
  const { page, leave } = await somebody.visit(earnPage(stack.url), {
    before: (page) => asStranger(page, 'without SOL'),
  });
  await connect(page);
  await typeDeposit(page, '5');
  await panel(page)
    .getByText(/The wallet holds 0 SOL\..* Add at least/)
    .first()
    .waitFor();
  await leave();
});
