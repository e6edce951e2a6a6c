// Somebody with a browser, to whom a page that complains is a page that fails.
import { type Browser, chromium, type Page } from 'playwright';
import { expect } from 'vitest';
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts';

export interface Visit {
  readonly page: Page;
  /** Ends it, and fails if the page complained: an exception, or anything that it wrote as an error or a warning. */
  leave(): Promise<void>;
}

export interface Visitor {
  /** `before` is done before the page is opened. */
  visit(url: string, before?: (page: Page) => Promise<unknown>): Promise<Visit>;
  close(): Promise<void>;
}

export async function visitor(): Promise<Visitor> {
  const browser: Browser = await chromium.launch(chromiumLaunchOptions());
  return {
    async visit(url, before) {
      const page = await browser.newPage({ viewport: { width: 800, height: 1200 } });
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await before?.(page);
      await page.goto(url);
      return {
        page,
        async leave() {
          await page.close();
          expect(complaints).toEqual([]);
        },
      };
    },
    close: () => browser.close(),
  };
}
