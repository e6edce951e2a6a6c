// Phones, keyboards, Arabic, stillness, and readers of the screen: the same deposit for everybody.
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  amountField,
  askToDeposit,
  balance,
  confirmButton,
  earnPage,
  openReview,
  outcome,
  panel,
  review,
  reviewButton,
  shownBalance,
} from './support/earn.ts';
import { expectOneDeposit, holdings } from './support/holdings.ts';
import { expectFocus, expectTarget, tabTo, tooWide, violations } from './support/manners.ts';
import { type Stack, startStack } from './support/stack.ts';
import { type Visitor, visitor } from './support/visitor.ts';
import { approval, connect } from './support/wallet.ts';

let stack: Stack;
let somebody: Visitor;
beforeAll(async () => {
  [stack, somebody] = await Promise.all([startStack(), visitor()]);
});
afterAll(async () => {
  await somebody?.close();
  await stack?.stop();
});

const tradePage = (symbol = 'SOL-PERP') => new URL(`/trade/${symbol}`, stack.url).href;

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
};

describe('on a phone', () => {
  test('nothing reaches out of the window, on any page', async () => {
    const { page, leave } = await somebody.visit(tradePage(), { device: phone });
    await page.getByRole('meter').first().waitFor();
    expect(await tooWide(page)).toEqual([]);
    await page.goto(earnPage(stack.url, 'JTO-PERP'));
    await page.getByRole('table').first().waitFor();
    expect(await tooWide(page)).toEqual([]);
    await page.goto(tradePage('NO-SUCH'));
    await page.getByRole('heading').first().waitFor();
    expect(await tooWide(page)).toEqual([]);
    await leave();
  });

  test('a deposit by touch: what is pressed is large enough, and the dialogs fit', async () => {
    const { page, leave } = await somebody.visit(earnPage(stack.url), { device: phone });
    const before = await holdings(stack);
    const button = page.getByRole('button', { name: 'Connect wallet' }).first();
    await expectTarget(button);
    await button.tap();
    const demo = page.getByRole('button', { name: 'Demo wallet (localnet)' });
    await expectTarget(demo);
    await demo.tap();
    await balance(page).waitFor();
    await amountField(page).tap();
    await expectTarget(amountField(page), 24);
    await page.keyboard.type('12');
    await panel(page).getByRole('checkbox').tap();
    await expectTarget(reviewButton(page));
    await reviewButton(page).tap();
    await review(page).waitFor();
    expect(await tooWide(page)).toEqual([]);
    const dialog = await review(page).boundingBox();
    expect(dialog?.width).toBeLessThanOrEqual(390);
    expect(dialog?.height).toBeLessThanOrEqual(844);
    await expectTarget(confirmButton(page));
    await confirmButton(page).tap();
    await approval(page).waitFor();
    for (const name of ['Approve', 'Reject']) await expectTarget(approval(page).getByRole('button', { name }));
    expect((await approval(page).boundingBox())?.width).toBeLessThanOrEqual(390);
    expect(await tooWide(page)).toEqual([]);
    await approval(page).getByRole('button', { name: 'Approve' }).tap();
    await expect.poll(() => outcome(page).textContent()).toContain('Done');
    expectOneDeposit(before, await holdings(stack), 12_000_000n);
    await leave();
  });
});

test('a whole deposit without a mouse: the focus can be seen at every stop, and is never lost', async () => {
  const { page, leave } = await somebody.visit(earnPage(stack.url));
  const before = await holdings(stack);
  await panel(page).waitFor();
  // Straight past what stands on every page.
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);

  const button = page.getByRole('button', { name: 'Connect wallet' }).first();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const demo = page.getByRole('button', { name: 'Demo wallet (localnet)' });
  await demo.waitFor();
  // Escape leaves it, and the focus is where it was.
  await page.keyboard.press('Escape');
  await demo.waitFor({ state: 'detached' });
  await expectFocus(page);
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await tabTo(page, demo);
  await page.keyboard.press('Enter');
  await balance(page).waitFor();
  await expectFocus(page);

  await tabTo(page, amountField(page));
  await page.keyboard.type('18');
  await tabTo(page, panel(page).getByRole('checkbox'));
  await page.keyboard.press('Space');
  await tabTo(page, reviewButton(page));
  await page.keyboard.press('Enter');
  await review(page).waitFor();
  await expectFocus(page);
  await page.keyboard.press('Escape');
  await review(page).waitFor({ state: 'detached' });
  expect(await reviewButton(page).evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  await tabTo(page, confirmButton(page));
  await page.keyboard.press('Enter');
  await approval(page).waitFor();
  await expectFocus(page);
  // Inside of the question, not behind it.
  expect(await approval(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await approval(page).waitFor({ state: 'detached' });
  await expect.poll(() => outcome(page).textContent()).toContain('You declined it');
  await expectFocus(page);
  expect(await review(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);

  await tabTo(page, confirmButton(page));
  await page.keyboard.press('Enter');
  await tabTo(page, approval(page).getByRole('button', { name: 'Approve' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => outcome(page).textContent()).toContain('Done');
  await expectFocus(page);
  await page.keyboard.press('Escape');
  await review(page).waitFor({ state: 'detached' });
  await expectFocus(page);
  expectOneDeposit(before, await holdings(stack), 18_000_000n);
  await leave();
});

/** Visible words in Latin letters, but for names, units and addresses. */
const latinWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // What traders call a position in any language, and whose charts they are, too.
    const names =
      /^(Long|Short|TradingView|Lightweight|Charts|Meridian|English|PercoSec|Percolator|Demo|wallet|localnet|Pyth|Wallet|Solana|(SOL|WIF|JTO)(-PERP)?|USDC|APY|UTC|GMT|CSV|JSON|RPC|npm|start|x|[AP]M|\w{0,6}…\w{0,6}|[1-9A-HJ-NP-Za-km-z]{32,44})$/;
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent, textContent } = node;
      if (!parent?.checkVisibility({ visibilityProperty: true }) || parent.closest('script, style, code')) continue;
      for (const word of textContent?.split(/[^\w…-]+/) ?? [])
        if (/[A-Za-z]{2}/.test(word) && !names.test(word)) found.add(`${word} (in “${textContent?.trim()}”)`);
    }
    return [...found];
  });

/** The same number in the digits and separators of English. */
const inWestern = (figure: string | null) =>
  figure
    ?.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.')
    .replaceAll(/\p{Cf}/gu, '');

describe('in Arabic', () => {
  test('the page and the widgets turn around, speak Arabic throughout, and show the same figures', async () => {
    const { page, leave } = await somebody.visit(earnPage(stack.url, 'JTO-PERP'));
    await connect(page);
    await balance(page).waitFor();
    const exact = await shownBalance(page);
    const english = await balance(page).locator('bdi').textContent();
    await page.getByRole('button', { name: 'العربية' }).click();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^ar\b/);
    await page.getByRole('group', { name: /تأمين.*JTO-PERP/ }).waitFor();
    expect(await panel(page).evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await shownBalance(page)).toBe(exact);
    expect(inWestern(await balance(page).locator('bdi').textContent())).toBe(english);
    await page.getByRole('table').first().waitFor();
    expect(await latinWords(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('link', { name: 'تداول' }).first().click();
    await page.getByRole('meter').first().waitFor();
    expect(await latinWords(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    // It is remembered.
    await page.reload();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    await leave();
  });

  test('a deposit', async () => {
    const { page, leave } = await somebody.visit(earnPage(stack.url));
    await connect(page);
    await balance(page).waitFor();
    const before = await holdings(stack);
    await page.getByRole('button', { name: 'العربية' }).click();
    // In the digits of the page's readers.
    await amountField(page).fill('١٬٠٢٥٫٥');
    await panel(page).getByRole('checkbox').check();
    await reviewButton(page).click();
    const dialog = page.getByRole('dialog', { name: /الإيداع في SOL-PERP/ });
    await dialog.waitFor();
    expect(await latinWords(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^إيداع/ }).click();
    const asked = page.getByRole('dialog').last();
    await asked.getByRole('button').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await asked.getByRole('button', { name: 'موافقة' }).click();
    await expect.poll(() => outcome(page).textContent()).toContain('تمّت');
    expectOneDeposit(before, await holdings(stack), 1_025_500_000n);
    await leave();
  });
});

test('whoever wants stillness has it: nothing moves by itself', async () => {
  const { page, leave } = await somebody.visit(tradePage());
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 1)
        .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 200)),
    );
  await page.getByRole('meter').first().waitFor();
  expect(await moving()).toEqual([]);
  await page.getByRole('link', { name: 'Earn', exact: true }).click();
  await panel(page).waitFor();
  expect(await moving()).toEqual([]);
  await connect(page);
  await openReview(page, '5');
  expect(await moving()).toEqual([]);
  await leave();
});

describe.each(['dark', 'light'])('axe finds nothing, %s', (scheme) => {
  const inScheme = async (page: Page) => {
    const other = page.getByRole('button', { name: scheme === 'light' ? 'Light' : 'Dark', exact: true });
    // It offers what is not there now.
    if ((await other.count()) > 0) await other.click();
    await expect.poll(() => page.locator('html').getAttribute('data-scheme')).toBe(scheme);
  };

  test('on the pages', async () => {
    const { page, leave } = await somebody.visit(tradePage());
    await inScheme(page);
    await page.getByRole('meter').first().waitFor();
    await page.getByRole('slider').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('button', { name: /Risk|SOL-PERP/ })
      .first()
      .click();
    expect(await violations(page)).toEqual([]);
    await page.goto(earnPage(stack.url, 'JTO-PERP'));
    await page.getByRole('table').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(tradePage('NO-SUCH'));
    await page.getByRole('heading').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await leave();
  });

  test('on the dialogs', async () => {
    const { page, leave } = await somebody.visit(earnPage(stack.url));
    await inScheme(page);
    await page.getByRole('button', { name: 'Connect wallet' }).first().click();
    await page.getByRole('button', { name: 'Demo wallet (localnet)' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Demo wallet (localnet)' }).click();
    await askToDeposit(page, '5');
    await approval(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => outcome(page).textContent()).toContain('You declined it');
    expect(await violations(page)).toEqual([]);
    await leave();
  });
});

test('a market that there is not is no error of the page’s, and there is a way back', async () => {
  const { page, leave } = await somebody.visit(tradePage('NO-SUCH'));
  await page.getByRole('heading', { name: /no such/i }).waitFor();
  await page.goto(new URL('/nowhere/at/all', stack.url).href);
  await page.getByRole('heading', { name: /no such/i }).waitFor();
  await page.getByRole('navigation', { name: 'Markets' }).getByRole('link', { name: 'WIF-PERP' }).click();
  await page.getByRole('heading', { name: 'WIF-PERP' }).first().waitFor();
  await leave();
});

test('back and forward go where they went, with what belongs there', async () => {
  const { page, leave } = await somebody.visit(new URL('/', stack.url).href);
  await page.waitForURL('**/trade/SOL-PERP');
  const markets = page.getByRole('navigation', { name: 'Markets' });
  await markets.getByRole('link', { name: 'JTO-PERP' }).click();
  await page.waitForURL('**/trade/JTO-PERP');
  // The address is there before the page is, and Earn leads to the market that the page is of.
  await page.getByRole('heading', { name: 'JTO-PERP' }).first().waitFor();
  await page.getByRole('link', { name: 'Earn', exact: true }).click();
  await page.waitForURL('**/earn/JTO-PERP');
  await page.getByRole('group', { name: 'Insure JTO-PERP' }).waitFor();
  await markets.getByRole('link', { name: 'WIF-PERP' }).click();
  await page.waitForURL('**/earn/WIF-PERP');
  await page.getByRole('group', { name: 'Insure WIF-PERP' }).waitFor();
  await page.goBack();
  await page.getByRole('group', { name: 'Insure JTO-PERP' }).waitFor();
  expect(await page.getByRole('group', { name: 'Insure WIF-PERP' }).count()).toBe(0);
  await page.goBack();
  await page.waitForURL('**/trade/JTO-PERP');
  await page.getByRole('heading', { name: 'JTO-PERP' }).first().waitFor();
  await page.goForward();
  await page.getByRole('group', { name: 'Insure JTO-PERP' }).waitFor();
  await leave();
});
