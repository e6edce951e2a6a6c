// The perp DEX by hand: where a person goes on it before a picture is taken.
import type { Page } from 'playwright';

/** Everything that is read has been read. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.percosec').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.percosec-skeleton, main [aria-busy="true"]'));
  // What stands below is read when it comes into sight; a picture of it would show its place only.
  await page.waitForLoadState('networkidle');
}

export async function go(page: Page, where: 'Trade' | 'Earn'): Promise<void> {
  await page.getByRole('link', { name: where, exact: true }).click();
  await settled(page);
}

/** The panel that breaks markets: open, or out of the way. */
export async function stressPanel(page: Page, open: boolean): Promise<void> {
  const toggle = page.getByRole('button', { name: 'Stress test' });
  if ((await toggle.getAttribute('aria-expanded')) !== `${open}`) await toggle.click();
}

/** A long position on paper. */
export async function goLong(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Size' }).fill('20,000');
  await page.getByRole('button', { name: 'Buy / Long' }).click();
}

/** Nothing is pointed at, and nothing has the focus. */
export async function leaveAlone(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}
