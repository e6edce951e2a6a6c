// A market fails and is made whole, moment by moment, as somebody sees it who has put money into its pool.
import type { Locator, Page } from 'playwright';
import { confirmButton, openReview, outcome, panel, review } from '../../tests/e2e/support/earn.ts';
import { approve } from '../../tests/e2e/support/wallet.ts';
import type { Box, Scene, Size } from './film.ts';
import { go, goLong, leaveAlone, stressPanel } from './meridian.ts';

export interface Moment extends Scene {
  readonly name: string;
}

export const STORY_SIZE: Size = { width: 1_600, height: 1_000 };

/** From the Trade page, with a wallet connected. Each moment is waited for by what is seen. */
export async function tellStory(page: Page): Promise<readonly Moment[]> {
  const moments: Moment[] = [];
  const tester = page.getByRole('region', { name: 'Stress test' });
  const gauge = page.getByRole('group', { name: /^Pool health/ });
  const told = (words: RegExp) => tester.getByRole('status').filter({ hasText: words }).waitFor();

  async function show(name: string, says: string, looked: Locator, near: boolean, milliseconds: number): Promise<void> {
    await leaveAlone(page);
    const look = await inSight(page, looked);
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    moments.push({ name, says, picture, look, near, milliseconds });
  }

  await gauge
    .getByText(/^First /)
    .nth(1)
    .waitFor();
  await show(
    'insured',
    'A perp DEX whose market is insured: the pool’s health stands beside its ticket.',
    gauge,
    false,
    1_700,
  );

  await go(page, 'Earn');
  await openReview(page, '5,000');
  await review(page).getByText(/SOL$/).first().waitFor();
  await show(
    'deposit',
    'Anyone can back the pool. What can be lost is said before it is paid in.',
    review(page),
    true,
    1_800,
  );
  await confirmButton(page).click();
  await approve(page);
  await outcome(page).getByText(/^Done/).waitFor();
  await review(page).getByRole('button', { name: 'Close' }).click();

  await go(page, 'Trade');
  await goLong(page);
  await stressPanel(page, true);
  await tester.getByRole('switch', { name: 'Keeper' }).click();
  await told(/The keeper has stopped/);
  await show(
    'keeper',
    'On a chain of one’s own, everything can go wrong: the keeper stops first.',
    tester,
    false,
    1_500,
  );

  await tester.getByRole('button', { name: 'Crash the price' }).click();
  await told(/fell/);
  await stressPanel(page, false);
  const positions = page.getByRole('region', { name: 'Positions' });
  await positions.getByText(/^Liquidated at/).waitFor();
  await show('crash', 'The price falls by 30 %, and a long position is liquidated.', positions, false, 1_700);

  await stressPanel(page, true);
  await tester.getByRole('button', { name: 'Force a deficit' }).click();
  await told(/left a loss/);
  await stressPanel(page, false);
  await gauge.getByText(/^A loss can be claimed now/).waitFor();
  await show(
    'deficit',
    'Liquidations leave a loss of 120,000 USDC. The gauge says who will bear it.',
    gauge,
    true,
    1_800,
  );

  await go(page, 'Earn');
  const report = panel(page).getByRole('button', { name: 'Report the deficit' });
  await report.waitFor();
  await show(
    'barrier',
    'Nobody gets in or out before it is dealt with, and anybody can report it: here.',
    panel(page),
    true,
    1_900,
  );

  await report.click();
  await approve(page);
  const claim = page.getByRole('row').filter({ hasText: '100,000' });
  await claim.waitFor();
  await show(
    'claim',
    'The program pays at once, by rule. Nobody votes, and the claim is there for all to see.',
    claim,
    true,
    2_000,
  );

  await go(page, 'Trade');
  await stressPanel(page, true);
  await tester.getByRole('switch', { name: 'Keeper' }).click();
  await told(/The keeper works again/);
  await tester.getByRole('button', { name: 'Next epoch' }).click();
  await told(/has begun/);
  await stressPanel(page, false);
  // The settled epoch has come into the chart, which ends below 1 for the first time.
  await gauge.getByText(/last 0\./).waitFor();
  await show('whole', 'The market is whole. Its depositors have borne the loss, share by share.', gauge, true, 2_600);
  return moments;
}

/** Where it is, with the page scrolled no further down than it has to be. */
async function inSight(page: Page, looked: Locator): Promise<Box> {
  await page.evaluate(() => scrollTo(0, 0));
  const atTop = await looked.boundingBox();
  if (atTop && atTop.y + atTop.height <= STORY_SIZE.height) return atTop;
  await looked.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  const box = await looked.boundingBox();
  if (box === null) throw new Error('what is looked at is not on the page');
  return box;
}
