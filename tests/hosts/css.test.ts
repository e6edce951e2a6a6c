// The kit's CSS and the host's, on one page: neither changes what is the other's.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from './support/files.ts';
import { HOSTILE } from './support/hostile.ts';
import { type Insured, insuredWorld } from './support/insured.ts';
import { type Visit, type Visitor, visitor } from './support/visitor.ts';
import { type Built, viteApp } from './support/viteApp.ts';

let insured: Insured;
let somebody: Visitor;
let built: Built;
let served: Served;
beforeAll(async () => {
  [insured, somebody, built] = await Promise.all([insuredWorld(), visitor(), viteApp()]);
  served = await serve(built.folder);
}, 120_000);
afterAll(async () => {
  await somebody?.close();
  await served?.close();
  built?.remove();
  await insured?.world.close();
});

/** All widgets, with everything that they load later. */
async function fullPage(): Promise<Visit> {
  const visit = await somebody.visit(served.url + insured.query());
  const { page } = visit;
  await page.getByText('99,600').first().waitFor();
  await page.getByRole('textbox').first().fill('250');
  await page.getByRole('checkbox').first().check();
  await page
    .getByRole('timer')
    .getByText(/^Unlocks in/)
    .waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return visit;
}

/** What each element of the page, or of the kit, looks like. */
type Looks = Record<string, Record<string, string>>;

/** Runs in the page. */
function looksOf(selector: string): Looks {
  const looks: Looks = {};
  for (const [index, element] of [...document.querySelectorAll(selector)].entries()) {
    const path = [element.tagName.toLowerCase(), element.getAttribute('class') ?? ''].join(' ');
    const style = getComputedStyle(element);
    looks[`${index} ${path}`] = Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
  }
  return looks;
}

/** Of what nobody sees, or what others of the list say. */
const UNSEEN =
  /^(tab-size|-webkit-tap-highlight-color|box-sizing|.*-origin|(block|inline)-size|border-.*-(style|color)|(margin|padding|border|inset)-(block|inline).*)$/;

/** `12 button percosec-part percosec-button: padding 8px → 40px` */
function differences(before: Looks, after: Looks): string[] {
  expect(Object.keys(after)).toEqual(Object.keys(before));
  return Object.entries(before).flatMap(([element, style]) =>
    Object.entries(style)
      .filter(([name, value]) => after[element]?.[name] !== value && !UNSEEN.test(name))
      .map(([name, value]) => `${element}: ${name} ${value} → ${after[element]?.[name]}`),
  );
}

const KIT = '.percosec, .percosec *';

async function pictures(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const widget of await page.locator('.percosec').all()) {
    const picture = await widget.screenshot({ animations: 'disabled', caret: 'hide' });
    all.push(picture.toString('base64'));
  }
  return all;
}

test.each(Object.entries(HOSTILE))('a host with %s: the widgets are the same, to the pixel', async (_, css) => {
  const { page, leave } = await fullPage();
  const before = await page.evaluate(looksOf, KIT);
  const pictured = await pictures(page);
  expect(pictured.length).toBeGreaterThan(4);
  const sheet = await page.addStyleTag({ content: css });
  const after = await page.evaluate(looksOf, KIT);
  expect(differences(before, after)).toEqual([]);
  expect(await pictures(page)).toEqual(pictured);
  await sheet.evaluate((element) => (element as Element).remove());
  await leave();
});
