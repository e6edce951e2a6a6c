// Pictures of what is on a page, and whether two of them look the same.
import type { Locator, Page } from 'playwright';

export async function picturesOf(all: Locator): Promise<string[]> {
  const pictures: string[] = [];
  for (const one of await all.all())
    pictures.push((await one.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64'));
  return pictures;
}

/** Of 255; Chromium smooths the same edge a little differently from one time to the next. */
const NOTICEABLE = 32;

/** How many pixels of one picture are not those of the other; all of them where the sizes differ. The page's browser reads them. */
export const differingPixels = (page: Page, one: string, other: string): Promise<number> =>
  page.evaluate(
    async ([one, other, noticeable]) => {
      const [left, right] = await Promise.all(
        [one, other].map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
          const context = canvas.getContext('2d') as CanvasRenderingContext2D;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (!left || !right || left.width !== right.width || left.height !== right.height)
        return Number.POSITIVE_INFINITY;
      let differing = 0;
      for (let at = 0; at < left.data.length; at += 4)
        if (
          [0, 1, 2, 3].some((part) => Math.abs((left.data[at + part] ?? 0) - (right.data[at + part] ?? 0)) > noticeable)
        )
          differing += 1;
      return differing;
    },
    [one, other, NOTICEABLE] as const,
  );
