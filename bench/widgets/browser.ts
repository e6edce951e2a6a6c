// The page of widgets in a real Chromium, bundled for production.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../scripts/chromium.ts';
import { bundle, PEERS } from '../bundle.ts';
import { atLeast, atMost, NONE, number, type Part } from '../report.ts';
import { weigh } from '../weigh.ts';
import type { asking, claims, stillness } from './page.tsx';

const ROOT = path.resolve(import.meta.dirname, '../..');

const ALL_FIVE =
  "export { DepositPanel, RiskBadge, PoolHealthGauge, ClaimHistory, WithdrawUnlockTimer } from '@percosec/widgets';";

declare global {
  interface Window {
    readonly bench: {
      readonly stillness: typeof stillness;
      readonly asking: typeof asking;
      readonly claims: typeof claims;
    };
  }
}

async function measured() {
  const folder = path.join(ROOT, 'node_modules/.cache/percosec-bench-widgets');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const chunks = await bundle(`import ${JSON.stringify(path.join(import.meta.dirname, 'page.tsx'))}`, []);
  for (const { fileName, code } of chunks.values()) writeFileSync(path.join(folder, fileName), code);
  const sheet = pathToFileURL(path.join(ROOT, 'widgets/src/theme/styles.css')).href;
  const html = path.join(folder, 'index.html');
  writeFileSync(
    html,
    `<!doctype html><link rel="stylesheet" href="${sheet}"><body><script type="module" src="./bench-entry.mjs"></script>`,
  );
  const browser = await chromium.launch({
    ...chromiumLaunchOptions(),
    // The page is a file, and so are its modules.
    args: [...chromiumLaunchOptions().args, '--allow-file-access-from-files'],
  });
  try {
    const page = await browser.newPage();
    const failures: Error[] = [];
    const loaded = new Set<string>();
    page.on('requestfinished', (request) => loaded.add(path.basename(request.url())));
    page.on('pageerror', (error) => failures.push(error));
    await page.goto(pathToFileURL(html).href);
    await page.waitForFunction(() => 'bench' in window);
    const anybody = await page.evaluate(() => window.bench.asking(false));
    // By themselves, without a click: what a visitor's page is at rest with.
    const wanted = [...chunks.values()].filter(({ fileName, facadeModuleId }) => {
      return loaded.has(fileName) && facadeModuleId?.includes('/widgets/src/');
    });
    const entry = wanted.map(
      ({ facadeModuleId }, at) => `export * as later${at} from ${JSON.stringify(facadeModuleId)};`,
    );
    const atRest = await weigh(`${ALL_FIVE}\n${entry.join('\n')}`, [...PEERS, '@percosec/sdk']);
    const figures = {
      anybody,
      atRest: atRest.first,
      connected: await page.evaluate(() => window.bench.asking(true)),
      stillness: await page.evaluate(() => window.bench.stillness()),
      claims: await page.evaluate(() => window.bench.claims()),
    };
    if (failures[0]) throw failures[0];
    return figures;
  } finally {
    await browser.close();
  }
}

/** Counts, which are checked, and times, which are not: of one run. */
export async function browserParts(): Promise<{ readonly counted: Part; readonly timed: Part }> {
  const { stillness, anybody, atRest, connected, claims } = await measured();
  const says = 'A production bundle in Chromium, on a scripted chain.';
  return {
    counted: {
      title: 'What the widgets do on a page',
      says,
      sections: [
        {
          title: 'Renders, requests, timers',
          says: 'Fifty pools in fifty gauges, and all five widgets on ten markets with a wallet connected.',
          head: ['', 'measured', 'floor'],
          rows: [
            ['renders of 50 gauges in 50 slots without a change', number(stillness.idleRenders), '0'],
            ['requests in the same time', number(stillness.idleRequests), '0'],
            ['gauges that render when one of the 50 pools changes', number(stillness.touched), '1'],
            ['timers at rest: the chain’s clock and the line’s heartbeat', number(stillness.timers), '1'],
            ['accounts read at once by 5 widgets × 10 markets, nobody connected', number(anybody.atOnce), NONE],
            ['accounts read after that: for the history that is on screen', number(anybody.after), NONE],
            ['accounts read at once with a wallet connected', number(connected.atOnce), NONE],
            [
              'accounts read after that: the wallet’s balance too, which the pool’s mint tells',
              number(connected.after),
              NONE,
            ],
            ['sockets', number(connected.sockets), '1'],
            ['timers at rest', number(connected.timers), '1'],
            ['renders in a minute without a change', number(anybody.idleRenders + connected.idleRenders), '0'],
          ],
        },
        {
          title: 'Bytes of a page at rest',
          says: 'The page’s first bundle, and what the widgets then load by themselves while the chain is being read: no click, nobody connected.',
          head: ['', 'gzip bytes'],
          rows: [['all five, with what they have loaded; without React, TanStack Query and the SDK', number(atRest)]],
        },
        {
          title: 'ClaimHistory with 10,000 claims',
          says: 'Beside a plain table of the same rows, as one would write it first.',
          head: ['', 'rows in the page', 'elements'],
          rows: [
            ['ClaimHistory', number(claims.ours.rows), number(claims.ours.nodes)],
            ['plain table', number(claims.plain.rows), number(claims.plain.nodes)],
          ],
        },
      ],
      goals: [
        atMost(
          'renders while nothing changes',
          stillness.idleRenders + anybody.idleRenders + connected.idleRenders,
          0,
          'renders',
        ),
        atMost('widgets rendered when one of 50 pools changes', stillness.touched, 1, 'widgets'),
        atLeast('of those, the one whose pool it is', stillness.touched, 1, 'widgets'),
        atMost('timers of a page', Math.max(stillness.timers, anybody.timers, connected.timers), 2, 'timers'),
        atMost('accounts read after the first read, nobody connected', anybody.after, 1, 'accounts'),
        atMost('accounts read after the first read, with a wallet', connected.after, 3, 'accounts'),
        atMost('sockets of 5 widgets × 10 markets', connected.sockets, 1, 'sockets'),
      ],
    },
    timed: {
      title: 'How long 10,000 claims take to mount',
      says,
      sections: [
        {
          title: 'Milliseconds',
          says: 'From rendering to layout, the claims being read already; one run.',
          head: ['', 'milliseconds'],
          rows: [
            ['ClaimHistory', claims.ours.milliseconds.toFixed(1)],
            ['plain table', claims.plain.milliseconds.toFixed(1)],
          ],
        },
      ],
      goals: [],
    },
  };
}
