// The stress panel, by hand.
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

export const stressPanel = (page: Page): Locator => page.getByRole('region', { name: 'Stress test' });

/** Clicks, and says what the panel then said that it did; fails where it says that it could not. */
async function told(page: Page, control: Locator): Promise<string> {
  const outcome = stressPanel(page).getByRole('status');
  await control.click();
  await expect.poll(() => stressPanel(page).locator('[aria-busy="true"]').count(), { timeout: 60_000 }).toBe(0);
  const words = ((await outcome.textContent()) ?? '').replaceAll(/\s/g, ' ');
  expect(await outcome.getAttribute('data-failed'), words).toBe('false');
  return words;
}

export const press = (page: Page, name: string): Promise<string> =>
  told(page, stressPanel(page).getByRole('button', { name }));

/** From one state to the other. */
export const flip = (page: Page, name: 'Keeper' | 'Market'): Promise<string> =>
  told(page, stressPanel(page).getByRole('switch', { name }));

/** What the panel says that the chain says. */
export async function fact(page: Page, name: 'Price' | 'Open deficit' | 'Epoch'): Promise<string> {
  const term = page.locator('dt').getByText(name, { exact: true });
  const pair = stressPanel(page).locator('dl > div').filter({ has: term });
  return ((await pair.locator('dd').textContent()) ?? '').replaceAll(/\s/g, ' ');
}

export const factNumber = async (page: Page, name: 'Price'): Promise<number> =>
  Number((await fact(page, name)).replaceAll(',', ''));
