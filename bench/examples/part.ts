// The perp DEX with the widgets and without them, page by page, in one run.
import { chromium, type Page } from 'playwright';
import { genesisBefore, settleScenario } from '../../localnet/src/scenario/settle.ts';
import { startLocalnet } from '../../localnet/src/server.ts';
import { chromiumLaunchOptions } from '../../scripts/chromium.ts';
import { atMost, NONE, number, type Part } from '../report.ts';
import { built } from './built.ts';
import { EMPTY, serveCompressed } from './served.ts';
import { type Times, type Visit, visit } from './visit.ts';

const KIB = 1_024;
const PAGES = [
  { name: 'Trade', path: '/trade/SOL-PERP' },
  { name: 'Earn', path: '/earn/SOL-PERP' },
] as const;
const RUNS = 5;
/** Lighthouse's, of a cheap phone. */
const SLOWDOWN = 4;

/** What the kit may weigh at once: the SDK's hooks, the five widgets, LossSimulator. As much again may come by itself after that. */
const SCRIPT_BUDGET = 2 * (24 + 14 + 4) * KIB;
const STYLE_BUDGET = 3 * KIB;
/** Above so many, Lighthouse calls a page's elements excessive. */
const MOST_ELEMENTS = 1_400;

/** Where the app looks for its chain. For this browser the bench's own is there, whichever ports that has. */
const RPC_URL = 'http://127.0.0.1:8899';
const WS_URL = 'ws://127.0.0.1:8900';

type Visiting = (slowdown: number) => Promise<Visit>;

interface PageVisits {
  readonly name: string;
  readonly uninsured: Visiting;
  readonly insured: Visiting;
}

interface Stage {
  readonly empty: Visiting;
  readonly pages: readonly PageVisits[];
  /** From now on slots pass. */
  resume(): void;
  close(): Promise<void>;
}

async function marketsAreThere(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'SOL-PERP' }).first().waitFor();
}

async function widgetsAreThere(page: Page): Promise<void> {
  await marketsAreThere(page);
  await page.locator('.percosec').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.percosec-skeleton'));
}

async function openStage(): Promise<Stage> {
  // One after the other: Vite sets its environment for the whole process.
  const folders = { uninsured: await built(false), insured: await built(true) };
  const localnet = await startLocalnet({
    ...genesisBefore(BigInt(Math.floor(Date.now() / 1000))),
    rpcPort: 0,
    paused: true,
    settle: async (chain, isNew) => (await settleScenario(chain, isNew)) ?? { description: null },
  });
  const at = (url: string) => new URL(url).host;
  const roads = [`MAP ${at(RPC_URL)} ${at(localnet.rpcUrl)}`, `MAP ${at(WS_URL)} ${at(localnet.wsUrl)}`];
  const { args, ...options } = chromiumLaunchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, `--host-resolver-rules=${roads.join(',')}`] });
  const uninsured = await serveCompressed(folders.uninsured);
  const insured = await serveCompressed(folders.insured);
  const visiting =
    (url: string, ready: (page: Page) => Promise<unknown>): Visiting =>
    (slowdown) =>
      visit(browser, { url, rpcUrl: RPC_URL, slowdown, ready });
  return {
    empty: visiting(uninsured.url + EMPTY, async () => {}),
    pages: PAGES.map(({ name, path }) => ({
      name,
      uninsured: visiting(uninsured.url + path, marketsAreThere),
      insured: visiting(insured.url + path, widgetsAreThere),
    })),
    resume: () => localnet.clockwork.resume(),
    async close() {
      await browser.close();
      await Promise.all([uninsured.close(), insured.close(), localnet.close()]);
    },
  };
}

const COUNTS: readonly { readonly what: string; of(visit: Visit): number }[] = [
  { what: 'JavaScript, gzip bytes', of: ({ bytes }) => bytes.script },
  { what: 'CSS, gzip bytes', of: ({ bytes }) => bytes.style },
  { what: 'all files, gzip bytes', of: ({ bytes }) => bytes.all },
  { what: 'files', of: ({ requests }) => requests },
  { what: 'accounts read', of: ({ accounts }) => accounts },
  { what: 'other RPC calls, different ones', of: ({ calls }) => calls },
  { what: 'sockets', of: ({ sockets }) => sockets },
  { what: 'elements', of: ({ elements }) => elements },
];

async function countedPart({ empty, pages }: Stage): Promise<Part> {
  const floor = await empty(1);
  const visited = [];
  for (const { name, uninsured, insured } of pages)
    visited.push({ name, uninsured: await uninsured(1), insured: await insured(1) });
  return {
    title: 'What the widgets add to a perp DEX',
    says:
      'examples/perp-dex, built for production with its packages’ sources, once as it is and once with its one room of insurance emptied; ' +
      'served gzipped from this machine, on the scenario’s chain, paused and without the panel that breaks it; in Chromium, 1,600 × 1,000, ' +
      'nobody connected, from a cold cache until it is at rest.',
    sections: visited.map(({ name, uninsured, insured }) => ({
      title: `${name}, SOL-PERP`,
      says: 'What loads by itself after the first paint is in it. Most of the other RPC calls are for the past that the gauge draws. Floor: an empty page of the same server.',
      head: ['', 'without', 'with', 'the widgets add', 'floor'],
      rows: COUNTS.map(({ what, of }) => [
        what,
        number(of(uninsured)),
        number(of(insured)),
        number(of(insured) - of(uninsured)),
        number(of(floor)),
      ]),
    })),
    goals: visited.flatMap(({ name, uninsured, insured }) => [
      atMost(
        `${name}: JavaScript that the widgets add, at most twice what the kit may weigh at once`,
        insured.bytes.script - uninsured.bytes.script,
        SCRIPT_BUDGET,
        'bytes',
      ),
      atMost(`${name}: CSS that they add`, insured.bytes.style - uninsured.bytes.style, STYLE_BUDGET, 'bytes'),
      atMost(`${name}: sockets that they add`, insured.sockets - uninsured.sockets, 1, 'sockets'),
      atMost(`${name}: elements of the page`, insured.elements, MOST_ELEMENTS, 'elements'),
    ]),
  };
}

interface Timing {
  readonly what: string;
  /** Where Lighthouse draws the line. */
  readonly good?: number;
  readonly unit: string;
  readonly digits: number;
  of(times: Times): number;
}

const TIMINGS: readonly Timing[] = [
  { what: 'first contentful paint', good: 1_800, unit: 'ms', digits: 0, of: (times) => times.firstPaint },
  { what: 'largest contentful paint', good: 2_500, unit: 'ms', digits: 0, of: (times) => times.largestPaint },
  { what: 'total blocking time', good: 200, unit: 'ms', digits: 0, of: (times) => times.blocked },
  { what: 'long tasks', unit: '', digits: 0, of: (times) => times.longTasks },
  { what: 'long tasks, together', unit: 'ms', digits: 0, of: (times) => times.longTasksSum },
  { what: 'longest task', unit: 'ms', digits: 0, of: (times) => times.longestTask },
  { what: 'cumulative layout shift', good: 0.1, unit: '', digits: 3, of: (times) => times.layoutShift },
];

const sorted = (values: readonly number[]) => [...values].sort((one, other) => one - other);
const median = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;

/** In turns: what else the machine does meets all of them alike. */
async function timedPart({ empty, pages, resume }: Stage): Promise<Part> {
  resume();
  const all = pages.map(({ name, uninsured, insured }) => ({
    name,
    uninsured: { visiting: uninsured, times: [] as Times[] },
    insured: { visiting: insured, times: [] as Times[] },
  }));
  const floor = { visiting: empty, times: [] as Times[] };
  for (let run = 0; run < RUNS; run++)
    for (const one of [floor, ...all.flatMap(({ uninsured, insured }) => [uninsured, insured])])
      one.times.push((await one.visiting(SLOWDOWN)).times);

  const said = (times: readonly Times[], { of, digits }: Timing) => {
    const values = sorted(times.map(of));
    const [least, middle, most] = [values[0], median(values), values.at(-1)].map((value) => value?.toFixed(digits));
    return least === most ? `${middle}` : `${middle} (${least}–${most})`;
  };
  return {
    title: 'How fast the perp DEX is with the widgets',
    says:
      `The same builds in Chromium, computing ${SLOWDOWN} times slower, on the same chain, its slots passing; medians of ${RUNS} loads from a cold cache, ` +
      'the least and the most in brackets; all take turns. Lighthouse: what it calls good.',
    sections: all.map(({ name, uninsured, insured }) => ({
      title: `${name}, SOL-PERP, as it loads`,
      says: 'Blocking: what tasks last beyond 50 ms, from the first paint until the page is at rest. Floor: an empty page of the same server.',
      head: ['', 'without', 'with', 'floor', 'Lighthouse', 'unit'],
      rows: TIMINGS.map((timing) => [
        timing.what,
        said(uninsured.times, timing),
        said(insured.times, timing),
        said(floor.times, timing),
        timing.good === undefined ? NONE : number(timing.good),
        timing.unit || NONE,
      ]),
    })),
    goals: all.flatMap(({ name, insured }) =>
      TIMINGS.flatMap((timing) => {
        const measured = Number(median(insured.times.map(timing.of)).toFixed(timing.digits));
        return timing.good === undefined
          ? []
          : [atMost(`${name}: ${timing.what}`, measured, timing.good, timing.unit || 'of the window')];
      }),
    ),
  };
}

/** Counts, which are checked, and times, which are not, and take a few minutes. */
export async function perpDexParts({ timed }: { readonly timed: boolean }): Promise<{
  readonly counted: Part;
  readonly timed: readonly Part[];
}> {
  const stage = await openStage();
  try {
    return { counted: await countedPart(stage), timed: timed ? [await timedPart(stage)] : [] };
  } finally {
    await stage.close();
  }
}
