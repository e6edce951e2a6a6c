// Somebody with a browser, to whom a page that complains is a page that fails.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { expect } from 'vitest';
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts';

export interface VisitOptions {
  /** Window, language, colours, touch. */
  readonly device?: BrowserContextOptions;
  /** Another tab of the same browser profile. */
  readonly beside?: Page;
  /** Complaints that this visit provokes on purpose. */
  readonly expected?: readonly RegExp[];
  /** Done before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
}

export interface Visit {
  readonly page: Page;
  /** What the page has complained of so far, but for what was expected. */
  complaints(): readonly string[];
  /** From now on. */
  expect(complaint: RegExp): void;
  /** Ends it, and fails if the page complained: an exception, what it wrote to the console, a request that failed. */
  leave(): Promise<void>;
}

export interface Visitor {
  visit(url: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

interface Habits {
  /** What is visited with, unless a visit says otherwise. */
  readonly device: BrowserContextOptions;
  /** Which words on the console are complaints. */
  readonly minds: readonly string[];
}

const HABITS: Habits = { device: { viewport: { width: 800, height: 1200 } }, minds: ['error', 'warning'] };

/** Chromium's own word for requests that the page itself has given up: it was left, or no longer wants the answer. */
const GIVEN_UP = 'net::ERR_ABORTED';

function listen(page: Page, minds: Habits['minds'], complain: (complaint: string) => void): void {
  page.on('pageerror', (error) => complain(`exception: ${error.stack ?? error}`));
  page.on('console', (message) => {
    if (minds.includes(message.type())) complain(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    if (reason !== GIVEN_UP) complain(`request: ${request.method()} ${request.url()}: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complain(`response: ${response.status()} ${response.url()}`);
  });
}

export async function visitor({ device: own, minds }: Habits = HABITS): Promise<Visitor> {
  const browser: Browser = await chromium.launch(chromiumLaunchOptions());
  return {
    async visit(url, { device, beside, expected = [], before } = {}) {
      const context = beside?.context() ?? (await browser.newContext({ ...own, ...device }));
      const page = await context.newPage();
      const named = [...expected];
      const complaints: string[] = [];
      listen(page, minds, (complaint) => {
        if (!named.some((one) => one.test(complaint))) complaints.push(complaint);
      });
      await before?.(page);
      await page.goto(url);
      return {
        page,
        complaints: () => complaints,
        expect: (complaint) => named.push(complaint),
        async leave() {
          await page.close();
          if (context.pages().length === 0) await context.close();
          expect(complaints).toEqual([]);
        },
      };
    },
    close: () => browser.close(),
  };
}
