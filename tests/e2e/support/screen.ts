// Figures as a page shows them, read to the atom: a shortened one has its exact value in its title.
import type { Locator } from 'playwright';

const DECIMALS = 6;

function atomsOf(text: string): bigint {
  const [, whole = '', fraction = ''] = /^-?([\d,]+)(?:\.(\d+))?/.exec(text.trim()) ?? [];
  if (whole === '') throw new Error(`"${text}" is no amount`);
  return BigInt(whole.replaceAll(',', '') + fraction.padEnd(DECIMALS, '0'));
}

/** Of the one figure inside; null while it is not known. */
export async function shownAtoms(of: Locator): Promise<bigint | null> {
  const figure = of.locator('.percosec-figure');
  if ((await figure.count()) === 0 || (await figure.getAttribute('data-state')) === 'unknown') return null;
  return atomsOf((await figure.getAttribute('title')) ?? (await figure.textContent()) ?? '');
}

/** What a list of figures has beside this name. */
export const row = (list: Locator, name: string): Locator =>
  list
    .locator('.percosec-row')
    .filter({ has: list.page().locator('dt').getByText(name, { exact: true }) })
    .locator('dd');
