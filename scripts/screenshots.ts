// Pictures of each widget as people see it, from its own story: docs/widgets/*.png and the page that shows them.
//   npm run screenshots        builds the stories, takes the pictures, writes docs/widgets.md
//   npm run screenshots -- RiskBadge        of some only, from the stories as they were built last
// Arabic needs a font that has it: Debian's fonts-noto-core.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { serve } from '../tests/hosts/support/files.ts';
import { chromiumLaunchOptions } from './chromium.ts';
import { EYES, keep } from './pictures/album.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const STORIES = path.join(ROOT, 'storybook/dist');
const PICTURES = path.join(ROOT, 'docs/widgets');
const PAGE = path.join(ROOT, 'docs/widgets.md');
const MARGIN = 16;

interface Widget {
  readonly name: string;
  readonly story: string;
  /** What a person would do first. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const WIDGETS: readonly Widget[] = [
  {
    name: 'DepositPanel',
    story: 'widgets-depositpanel--ready',
    prepare: (page) => page.getByRole('textbox').fill('500'),
  },
  {
    name: 'RiskBadge',
    story: 'widgets-riskbadge--moderate',
    prepare: (page) => page.getByRole('button').first().click(),
  },
  { name: 'PoolHealthGauge', story: 'widgets-poolhealthgauge--healthy' },
  { name: 'ClaimHistory', story: 'widgets-claimhistory--ready' },
  { name: 'WithdrawUnlockTimer', story: 'widgets-withdrawunlocktimer--cooling' },
  { name: 'LossSimulator', story: 'widgets-losssimulator--of-a-position' },
];

const LOOKS = [
  { name: 'light', title: 'Light', globals: { theme: 'light', locale: 'en', width: '480' } },
  { name: 'dark', title: 'Dark', globals: { theme: 'dark', locale: 'en', width: '480' } },
  { name: 'high-contrast', title: 'High contrast', globals: { theme: 'high contrast', locale: 'en', width: '480' } },
  { name: 'arabic', title: 'Arabic', globals: { theme: 'light', locale: 'ar', width: '480' } },
  { name: 'narrow', title: '320 px', globals: { theme: 'light', locale: 'en', width: '320' } },
] as const;

function build(): void {
  console.log('Building the stories (a minute) …');
  const { status } = spawnSync('npm', ['run', '--silent', 'storybook:build'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The stories could not be built.');
}

/** What is seen of a widget: its own box, and a popover that is open. */
function boxOf(page: Page) {
  return page.evaluate((margin) => {
    const seen = [...document.querySelectorAll('[data-width] .percosec, :popover-open')].map((element) =>
      element.getBoundingClientRect(),
    );
    const [left, top] = [Math.min(...seen.map((box) => box.left)), Math.min(...seen.map((box) => box.top))];
    const [right, bottom] = [Math.max(...seen.map((box) => box.right)), Math.max(...seen.map((box) => box.bottom))];
    return {
      x: Math.max(0, left + scrollX - margin),
      y: Math.max(0, top + scrollY - margin),
      width: right - left + 2 * margin,
      height: bottom - top + 2 * margin,
    };
  }, MARGIN);
}

const asked = process.argv.slice(2);
if (asked.length === 0) {
  build();
  rmSync(PICTURES, { recursive: true, force: true });
}
mkdirSync(PICTURES, { recursive: true });
const server = await serve(STORIES);
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  const context = await browser.newContext({ ...EYES, viewport: { width: 560, height: 1_200 } });
  for (const { name, story, prepare } of WIDGETS.filter((one) => asked.length === 0 || asked.includes(one.name))) {
    for (const look of LOOKS) {
      const page = await context.newPage();
      const globals = Object.entries(look.globals).map((pair) => pair.join(':'));
      await page.goto(`${server.url}/iframe.html?id=${story}&viewMode=story&globals=${globals.join(';')}`);
      await page.locator('[data-width] .percosec').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.waitForFunction(() => !document.querySelector('.percosec-skeleton'));
      await prepare?.(page);
      // What comes of it is loaded, and there.
      await page.waitForTimeout(1_500);
      const picture = await page.screenshot({ clip: await boxOf(page), fullPage: true, animations: 'disabled' });
      await keep(picture, path.join(PICTURES, `${name}-${look.name}.png`));
      await page.close();
      console.log(`${name}, ${look.name}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

const picture = (name: string, look: (typeof LOOKS)[number]) =>
  `<img src="widgets/${name}-${look.name}.png" alt="${name}, ${look.title.toLowerCase()}" width="${Number(look.globals.width) === 320 ? 240 : 340}">`;
writeFileSync(
  PAGE,
  `# What the widgets look like

Written by \`npm run screenshots\`, from the stories: don't edit. \`npm run storybook\` shows every other state.

${WIDGETS.map(
  ({ name }) => `## ${name}

${LOOKS.map((look) => picture(name, look)).join('\n')}
`,
).join('\n')}`,
);
