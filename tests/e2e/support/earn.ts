// The Earn page, by hand: what a person reads, types and clicks in the deposit panel.
import type { Locator, Page } from 'playwright';

export const earnPage = (url: string, symbol = 'SOL-PERP') => new URL(`/earn/${symbol}`, url).href;

export const panel = (page: Page): Locator => page.getByRole('group', { name: /^Insure / });
export const amountField = (page: Page): Locator => panel(page).getByRole('textbox', { name: 'Amount' });
/** What the wallet has; only once it is known. */
export const balance = (page: Page): Locator => panel(page).locator('[data-part="balance"][data-state="known"]');
export const reviewButton = (page: Page): Locator => panel(page).locator('[data-part="submit"]');
export const review = (page: Page): Locator => page.getByRole('dialog', { name: /^Deposit into / });
export const confirmButton = (page: Page): Locator => review(page).getByRole('button', { name: /^Deposit / });
/** Where a transaction is, in the panel or its review. */
export const outcome = (page: Page): Locator => page.locator('[data-part="transaction"]').last();

/** The balance as a number: "10,000.00 USDC" is 10000. */
export async function shownBalance(page: Page): Promise<number> {
  const text = (await balance(page).textContent()) ?? '';
  return Number(/[\d,]+(\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));
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
