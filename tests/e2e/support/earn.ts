// The Earn page, by hand: what a person reads, types and clicks in the deposit panel.
import type { Locator, Page } from 'playwright';

export const earnPage = (url: string, symbol = 'SOL-PERP') => new URL(`/earn/${symbol}`, url).href;

/** In any language, and behind a dialog, too. */
export const panel = (page: Page): Locator => page.locator('.percosec-deposit-panel[role="group"]');
export const amountField = (page: Page): Locator => panel(page).locator('[data-part="amount"]');
/** What the wallet has; only once it is known. */
export const balance = (page: Page): Locator => panel(page).locator('[data-part="balance"][data-state="known"]');
export const reviewButton = (page: Page): Locator => panel(page).locator('[data-part="submit"]');
export const review = (page: Page): Locator => page.getByRole('dialog', { name: /^Deposit into / });
export const confirmButton = (page: Page): Locator => review(page).getByRole('button', { name: /^Deposit / });
/** Where a transaction is, in the panel or its review. */
export const outcome = (page: Page): Locator => page.locator('[data-part="transaction"]').last();

/** In atoms, from what the figure says whoever looks closely: exact, and the same in every language. */
export async function shownBalance(page: Page): Promise<bigint> {
  const title = (await balance(page).locator('[title]').getAttribute('title')) ?? '';
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))? USDC$/.exec(title) ?? [];
  if (whole === undefined) throw new Error(`The balance says ${JSON.stringify(title)}.`);
  return BigInt(whole + decimals.padEnd(6, '0'));
}

export async function typeDeposit(page: Page, amount: string): Promise<void> {
  await balance(page).waitFor();
  await amountField(page).fill(amount);
  await panel(page).getByRole('checkbox').check();
}

export async function openReview(page: Page, amount: string): Promise<void> {
  await typeDeposit(page, amount);
  await reviewButton(page).click();
  await review(page).waitFor();
}

/** As far as the wallet's question. */
export async function askToDeposit(page: Page, amount: string): Promise<void> {
  await openReview(page, amount);
  await confirmButton(page).click();
}
