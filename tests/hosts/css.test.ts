// The kit's CSS and the host's, on one page: neither changes what is the other's.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from './support/files.ts';
import { HOSTILE } from './support/hostile.ts';
import { type Insured, insuredWorld } from './support/insured.ts';
import { differingPixels, picturesOf } from './support/pictures.ts';
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
  const visit = await somebody.visit(served.url + insured.query(), {
    before: ({ clock }) => clock.install(),
  });
  const { page } = visit;
  // Charts are loaded when they are seen: all of it is.
  await page.setViewportSize({ width: 800, height: 8_000 });
  await page.getByText('99,600').first().waitFor();
  await page.getByRole('textbox').first().fill('250');
  await page.getByRole('checkbox').first().check();
  await page
    .getByRole('timer')
    .getByText(/^Unlocks in/)
    .waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.evaluate(quiet);
  // Nothing counts down while pictures are taken.
  await page.clock.pauseAt(Date.now() + 1_000);
  return visit;
}

/** Runs in the page: until nothing has come into it for a while. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(done, 1_500);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 1_500);
    });
    observer.observe(document.body, { subtree: true, childList: true });
    function done() {
      observer.disconnect();
      resolve();
    }
  });
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
  /^(tab-size|-webkit-locale|-webkit-tap-highlight-color|box-sizing|.*-origin|(block|inline)-size|border-.*-(style|color)|(margin|padding|border|inset)-(block|inline).*)$/;

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

test.each(Object.entries(HOSTILE))(
  'a host with %s: nobody sees it in the widgets',
  { timeout: 120_000 },
  async (_, css) => {
    const { page, leave } = await fullPage();
    const before = await page.evaluate(looksOf, KIT);
    const pictured = await picturesOf(page.locator('.percosec'));
    expect(pictured).toHaveLength(6);
    await page.addStyleTag({ content: css });
    const after = await page.evaluate(looksOf, KIT);
    expect(differences(before, after)).toEqual([]);
    const again = await picturesOf(page.locator('.percosec'));
    await leave();
    const { page: blank, leave: close } = await somebody.visit('about:blank');
    const differing = pictured.map((picture, index) => differingPixels(blank, picture, again[index] as string));
    expect(await Promise.all(differing)).toEqual([0, 0, 0, 0, 0, 0]);
    await close();
  },
);

test('a host’s own elements are the same with the kit’s sheet and without it', async () => {
  const { page, leave } = await fullPage();
  await page.evaluate(() => {
    const host = document.createElement('article');
    const tags =
      'h1 h2 p a b em small code pre blockquote ul ol li dl dt dd table caption thead tbody tr th td form fieldset legend label ' +
      'input select option textarea button progress meter details summary figure figcaption section header footer nav aside svg img hr';
    for (const tag of tags.split(' '))
      host.append(Object.assign(document.createElement(tag), { className: 'card button' }));
    document.body.append(host);
  });
  const THEIRS = 'html, body, main, article, article *';
  const withIt = await page.evaluate(looksOf, THEIRS);
  expect(Object.keys(withIt).length).toBeGreaterThan(40);
  const card = () =>
    page
      .locator('.percosec.percosec-card')
      .first()
      .evaluate((one) => getComputedStyle(one).borderTopWidth);
  expect(await card()).toBe('1px');
  await page.evaluate(() => {
    for (const sheet of [...document.styleSheets]) if (sheet.href) sheet.disabled = true;
    // What the widgets make of themselves without it is not the question.
    for (const widget of document.querySelectorAll<HTMLElement>('.percosec')) widget.style.display = 'none';
  });
  expect(await card()).toBe('0px');
  expect(differences(withIt, await page.evaluate(looksOf, THEIRS))).toEqual([]);
  await leave();
});
