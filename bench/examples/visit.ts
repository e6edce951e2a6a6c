// One load of one page in Chromium, from the first byte until it is at rest: what it fetched, asked, painted and kept busy.
import type { Browser, Page, Request } from 'playwright';

export interface Visit {
  /** Bytes as they came over the wire, without headers. */
  readonly bytes: { readonly script: number; readonly style: number; readonly all: number };
  readonly requests: number;
  /** Different ones, however a busy page gathers them: what is asked again, as often as its timer has it, is one. */
  readonly accounts: number;
  /** Of the RPC, for anything but accounts; different ones. */
  readonly calls: number;
  readonly sockets: number;
  readonly elements: number;
  /** In milliseconds, but for the layout's shift, which has no unit. */
  readonly times: Times;
}

export interface Times {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocked: number;
  readonly longTasks: number;
  readonly longTasksSum: number;
  readonly longestTask: number;
  readonly layoutShift: number;
}

export interface Visited {
  readonly url: string;
  readonly rpcUrl: string;
  /** Chromium takes so many times as long for everything that it computes. */
  readonly slowdown: number;
  /** What a visitor waits for. */
  ready(page: Page): Promise<unknown>;
}

/** Wide enough for all of a page that stands side by side: what is loaded once it is seen is loaded. */
const WINDOW = { width: 1_600, height: 1_000 };

/** Nothing more has come for so long: what loads by itself has loaded. */
const REST_MILLISECONDS = 1_500;

const ACCOUNTS = new Set(['getAccountInfo', 'getMultipleAccounts']);

declare global {
  interface Window {
    readonly seen: {
      firstPaint: number;
      largestPaint: number;
      readonly tasks: { readonly start: number; readonly duration: number }[];
      readonly shifts: { readonly start: number; readonly value: number }[];
    };
  }
}

/** In the page, before any script of its own. */
function observe(): void {
  const seen: Window['seen'] = { firstPaint: 0, largestPaint: 0, tasks: [], shifts: [] };
  Object.assign(window, { seen });
  const on = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
    }).observe({ type, buffered: true });
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime;
  });
  on('largest-contentful-paint', ({ startTime }) => {
    seen.largestPaint = startTime;
  });
  on('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, duration }));
  on('layout-shift', (entry) => {
    const { startTime, value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shifts.push({ start: startTime, value });
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const SESSION_MILLISECONDS = 5_000;
const SESSION_GAP_MILLISECONDS = 1_000;

/** As Chromium's own report has it: the worst run of shifts, at most 5 s long, no two more than 1 s apart. */
function cumulativeShift(shifts: Window['seen']['shifts']): number {
  let worst = 0;
  let session = { first: Number.NEGATIVE_INFINITY, last: Number.NEGATIVE_INFINITY, value: 0 };
  for (const { start, value } of shifts) {
    const goesOn = start - session.last < SESSION_GAP_MILLISECONDS && start - session.first < SESSION_MILLISECONDS;
    session = goesOn ? { ...session, last: start, value: session.value + value } : { first: start, last: start, value };
    worst = Math.max(worst, session.value);
  }
  return worst;
}

const LONG_TASK_MILLISECONDS = 50;

function timesOf({ firstPaint, largestPaint, tasks, shifts }: Window['seen']): Times {
  const lasted = tasks.map(({ duration }) => duration);
  return {
    firstPaint,
    largestPaint,
    // What was computed before the first paint blocked nobody who could see something to press.
    blocked: sum(
      tasks.map(({ start, duration }) => {
        const seenBy = Math.max(start, firstPaint);
        return Math.max(0, start + duration - seenBy - LONG_TASK_MILLISECONDS);
      }),
    ),
    longTasks: tasks.length,
    longTasksSum: sum(lasted),
    longestTask: Math.max(0, ...lasted),
    layoutShift: cumulativeShift(shifts),
  };
}

/** Until nothing new was asked for, and nothing was on its way, for a while. */
async function rest(page: Page, under: ReadonlySet<Request>, lastChange: () => number): Promise<void> {
  while (under.size > 0 || performance.now() - lastChange() < REST_MILLISECONDS) await page.waitForTimeout(100);
}

export async function visit(browser: Browser, { url, rpcUrl, slowdown, ready }: Visited): Promise<Visit> {
  const context = await browser.newContext({ viewport: WINDOW });
  try {
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    const files: Request[] = [];
    const under = new Set<Request>();
    let changed = performance.now();
    const accounts = new Set<string>();
    const calls = new Set<string>();
    const known = () => accounts.size + calls.size;
    let sockets = 0;
    const isCall = (request: Request) => new URL(request.url()).origin === new URL(rpcUrl).origin;
    page.on('websocket', () => {
      sockets += 1;
    });
    page.on('request', (request) => {
      if (isCall(request)) {
        const before = known();
        for (const { method, params } of [request.postDataJSON()].flat() as { method: string; params: unknown[] }[])
          if (ACCOUNTS.has(method)) for (const one of [params[0]].flat()) accounts.add(`${one}`);
          else calls.add(JSON.stringify([method, params]));
        // What is asked again, as often as its timer has it, would never rest.
        if (known() === before) return;
      } else files.push(request);
      under.add(request);
      changed = performance.now();
    });
    const ended = (request: Request) => {
      if (under.delete(request)) changed = performance.now();
    };
    page.on('requestfinished', ended).on('requestfailed', ended);
    page.on('response', (response) => {
      if (response.status() >= 400) failures.push(`${response.url()} was answered with ${response.status()}`);
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(observe);
    await page.goto(url);
    await ready(page);
    await rest(page, under, () => changed);
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    const seen = await page.evaluate(() => window.seen);
    const weighed = await Promise.all(
      files
        .filter((request) => request.url().startsWith('http'))
        .map(async (request) => ({ type: request.resourceType(), bytes: (await request.sizes()).responseBodySize })),
    );
    if (failures[0] !== undefined) throw new Error(`${url}: ${failures.join('; ')}`);
    const bytes = (type?: string) => sum(weighed.filter((one) => !type || one.type === type).map((one) => one.bytes));
    return {
      bytes: { script: bytes('script'), style: bytes('stylesheet'), all: bytes() },
      requests: weighed.length,
      accounts: accounts.size,
      calls: calls.size,
      sockets,
      elements,
      times: timesOf(seen),
    };
  } finally {
    await context.close();
  }
}
