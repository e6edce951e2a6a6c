// The demo wallet, by hand: what a person clicks in it.
import type { Locator, Page } from 'playwright';

export const approval = (page: Page): Locator => page.getByRole('dialog', { name: 'Approve transaction' });

export async function connect(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Connect wallet' }).first();
  await button.click();
  await page.getByRole('button', { name: 'Demo wallet (localnet)' }).click();
  await button.waitFor({ state: 'detached' });
}

async function answer(page: Page, button: 'Approve' | 'Reject'): Promise<void> {
  await approval(page).getByRole('button', { name: button }).click();
  await approval(page).waitFor({ state: 'detached' });
}

export const approve = (page: Page): Promise<void> => answer(page, 'Approve');
export const reject = (page: Page): Promise<void> => answer(page, 'Reject');
