// What every page owes whoever is on it: room, targets, focus, and nothing that axe finds.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

const AXE = path.resolve(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js');

/** Rule by rule, and what breaks it. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(readFileSync(AXE, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return (await axe.run()).violations;
  });
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id}: ${help}: ${target} ${html}`));
}

/** What reaches out of the window sideways; a table that scrolls inside of its own box doesn't. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (right > clientWidth + 0.5 || left < -0.5);
      })
      .map((element) => `${element.tagName} ${element.className} ${Math.round(element.getBoundingClientRect().right)}`)
      .concat(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
  });

export async function expectTarget(target: Locator, least = 40): Promise<void> {
  const box = await target.boundingBox();
  const name = await target.evaluate((element) => element.outerHTML.slice(0, 200));
  expect({ name, wide: (box?.width ?? 0) >= least, high: (box?.height ?? 0) >= least, box }).toMatchObject({
    wide: true,
    high: true,
  });
}

interface Focused {
  readonly lost: boolean;
  readonly name: string;
  readonly marked: boolean;
  readonly seen: boolean;
}

/** Where the focus is, whether it is marked, and whether that can be seen. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body)
      return { lost: true, name: 'nothing', marked: false, seen: false };
    const isMarked = (one: Element, part: string | null) => {
      const { outlineStyle, outlineWidth, boxShadow, content } = getComputedStyle(one, part);
      if (part !== null && content === 'none') return false;
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    // A link that covers its card is marked around the card, and a bare input around its field.
    const marked =
      [null, '::before', '::after'].some((part) => isMarked(element, part)) ||
      (element instanceof HTMLInputElement && element.parentElement !== null && isMarked(element.parentElement, null));
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
    return {
      lost: false,
      name: element.outerHTML.slice(0, 160),
      marked,
      seen: width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    };
  });

/** By Tab alone, as somebody without a mouse does; every stop on the way has to be seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const way: string[] = [];
  await target.waitFor();
  for (let step = 0; step < 120; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    const now = await focused(page);
    // Past the last element is the browser's own frame; after it the page begins again.
    if (!now.lost && !(now.marked && now.seen)) throw new Error(`The focus can't be seen on ${JSON.stringify(now)}`);
    way.push(now.name);
  }
  throw new Error(`Tab never came to ${target}:\n${way.join('\n')}`);
}

export async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => focused(page)).toMatchObject({ lost: false, seen: true });
}
