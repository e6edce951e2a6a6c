// Pictures of the perp DEX in examples/ on the real `npm start`, and the story of a loss that its insurance covers:
// docs/perp-dex/*, and docs/perp-dex.md that shows them.
//   npm run capture
// Arabic needs a font that has it: Debian's fonts-noto-core.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { panel, typeDeposit } from '../tests/e2e/support/earn.ts';
import { startStack } from '../tests/e2e/support/stack.ts';
import { connect } from '../tests/e2e/support/wallet.ts';
import { chromiumLaunchOptions } from './chromium.ts';
import { EYES, keep } from './pictures/album.ts';
import { writeFilm } from './pictures/film.ts';
import { goLong, leaveAlone, settled, stressPanel } from './pictures/meridian.ts';
import { type Moment, STORY_SIZE, tellStory } from './pictures/story.ts';

const DOCS = path.resolve(import.meta.dirname, '../docs');
const PICTURES = path.join(DOCS, 'perp-dex');
const FILM = 'crash-and-cover.webp';

const DESK = { width: 1_600, height: 1_000 };
const PHONE = { width: 390, height: 844 };

interface Look {
  readonly name: string;
  readonly says: string;
  readonly where: string;
  readonly size: typeof DESK;
  /** What a person does first. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click();

const LOOKS: readonly Look[] = [
  { name: 'trade-dark', says: 'Trade, dark', where: 'trade/SOL-PERP', size: DESK, prepare: goLong },
  {
    name: 'trade-light',
    says: 'Trade, light',
    where: 'trade/SOL-PERP',
    size: DESK,
    async prepare(page) {
      await goLong(page);
      await press('Light')(page);
    },
  },
  { name: 'earn-dark', says: 'Earn, dark', where: 'earn/JTO-PERP', size: DESK },
  { name: 'earn-light', says: 'Earn, light', where: 'earn/JTO-PERP', size: DESK, prepare: press('Light') },
  { name: 'earn-arabic', says: 'Earn, in Arabic', where: 'earn/JTO-PERP', size: DESK, prepare: press('العربية') },
  { name: 'phone-trade', says: 'Trade, 390 px wide', where: 'trade/SOL-PERP', size: PHONE },
  { name: 'phone-earn', says: 'Earn, 390 px wide', where: 'earn/SOL-PERP', size: PHONE },
];

/** The page of somebody with a wallet, everything read, the panel that breaks markets out of the way. */
async function open(browser: Browser, url: string, { where, size }: Pick<Look, 'where' | 'size'>): Promise<Page> {
  const context = await browser.newContext({ ...EYES, viewport: size });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(new URL(where, url).href);
  await settled(page);
  await stressPanel(page, false);
  await connect(page);
  return page;
}

async function takeLook(browser: Browser, url: string, look: Look): Promise<void> {
  const page = await open(browser, url, look);
  if (look.where.startsWith('earn')) {
    await typeDeposit(page, '5,000');
    // What it costs has been reckoned.
    await panel(page).getByText(/SOL$/).first().waitFor();
  }
  await look.prepare?.(page);
  await settled(page);
  await leaveAlone(page);
  await keep(await page.screenshot({ animations: 'disabled', caret: 'hide' }), path.join(PICTURES, `${look.name}.png`));
  await page.context().close();
  console.log(look.name);
}

async function takeStory(browser: Browser, url: string): Promise<readonly Moment[]> {
  const page = await open(browser, url, { where: 'trade/SOL-PERP', size: STORY_SIZE });
  const moments = await tellStory(page);
  await page.context().close();
  await writeFilm(browser, moments, STORY_SIZE, path.join(PICTURES, FILM));
  for (const { name, picture } of moments) await keep(picture, path.join(PICTURES, `story-${name}.png`));
  console.log(FILM);
  return moments;
}

rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });
const stack = await startStack();
try {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    for (const look of LOOKS) await takeLook(browser, stack.url, look);
    const moments = await takeStory(browser, stack.url);
    writeFileSync(path.join(DOCS, 'perp-dex.md'), document(moments));
  } finally {
    await browser.close();
  }
} finally {
  await stack.stop();
}

function document(moments: readonly Moment[]): string {
  const picture = (file: string, alt: string, width: number) =>
    `<img src="perp-dex/${file}" alt="${alt}" width="${width}">`;
  const steps = moments.map(
    ({ name, says }, at) => `${at + 1}. ${says}\n\n   ${picture(`story-${name}.png`, says, 720)}`,
  );
  const looks = LOOKS.map(({ name, says, size }) => picture(`${name}.png`, says, size === PHONE ? 240 : 480));
  return `# A perp DEX with the widgets inside

Written by \`npm run capture\`, from the real \`npm start\`: don't edit. The exchange is made up and trades on paper; its insurance is real:
programs on a chain, [in examples/perp-dex](../examples/perp-dex/README.md).

## A crash, and what covers it

${picture(FILM, 'A market crashes, liquidations leave a loss, somebody reports it from the widget, and the pool pays', 800)}

${steps.join('\n\n')}

## How it looks

${looks.join('\n')}
`;
}
