// A few pictures and what to say to each, as one animation: a silent viewer reads below each picture what it shows.
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Scene {
  readonly picture: Buffer;
  readonly says: string;
  /** Where to look, in the picture's own CSS pixels. */
  readonly look: Box;
  /** As near as shows all of that, instead of the whole picture. */
  readonly near: boolean;
  readonly milliseconds: number;
}

const WIDTH = 1_200;
const CAPTION_HEIGHT = 60;
/** Around what is looked at, of the picture's own pixels. */
const AROUND = 40;
/** No nearer than this wide: a widget alone is no page. */
const NEAREST = 840;
/** WebP's 0 to 100: below this, small type frays. */
const QUALITY = 80;

const within = (value: number, most: number) => Math.max(0, Math.min(value, most));

/** The part of the picture that is shown, in the picture's own shape. */
function shown({ look, near }: Scene, { width, height }: Size): Box {
  if (!near) return { x: 0, y: 0, width, height };
  const shape = width / height;
  const wanted = Math.max(NEAREST, look.width + 2 * AROUND, (look.height + 2 * AROUND) * shape);
  const size = { width: Math.min(width, wanted), height: Math.min(width, wanted) / shape };
  return {
    ...size,
    x: within(look.x + look.width / 2 - size.width / 2, width - size.width),
    y: within(look.y + look.height / 2 - size.height / 2, height - size.height),
  };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The picture, a ring around what matters, how far along it is, and the words. */
function slide(scene: Scene, at: number, count: number, size: Size): string {
  const view = shown(scene, size);
  const zoom = WIDTH / view.width;
  const { look } = scene;
  const placed = (x: number, y: number, width: number, height: number) =>
    `left:${(x - view.x) * zoom}px;top:${(y - view.y) * zoom}px;width:${width * zoom}px;height:${height * zoom}px`;
  const steps = Array.from({ length: count }, (_, step) => `<s${step <= at ? ' class="past"' : ''}></s>`).join('');
  return `<!doctype html><meta charset="utf-8"><style>
    * { margin: 0; box-sizing: border-box; }
    body { background: #000; color: #fff; font: 500 23px/1.2 system-ui, sans-serif; }
    div { position: relative; height: ${(size.height * WIDTH) / size.width}px; overflow: hidden; }
    img, i { position: absolute; }
    i { border: 3px solid #ffb020; border-radius: 12px; box-shadow: 0 0 0 9999px rgb(0 0 0 / 15%); }
    nav { display: flex; gap: 4px; height: 4px; }
    s { flex: 1; background: #444; }
    .past { background: #ffb020; }
    p { display: grid; place-items: center; height: ${CAPTION_HEIGHT - 4}px; text-align: center; }
  </style><div><img src="data:image/png;base64,${scene.picture.toString('base64')}" style="${placed(0, 0, size.width, size.height)}"><i
    style="${placed(look.x - 6, look.y - 6, look.width + 12, look.height + 12)}"></i></div><nav>${steps}</nav><p>${escaped(scene.says)}</p>`;
}

async function photograph(page: Page, html: string): Promise<Buffer> {
  await page.setContent(html);
  await page.waitForFunction(() => document.images[0]?.complete);
  return page.screenshot();
}

/** `size` is that of every picture. WebP, not GIF: a page's small type keeps its edges, in a fraction of the bytes, and GitHub plays it. */
export async function writeFilm(browser: Browser, scenes: readonly Scene[], size: Size, file: string): Promise<void> {
  const height = Math.round((size.height * WIDTH) / size.width) + CAPTION_HEIGHT;
  const page = await browser.newPage({ viewport: { width: WIDTH, height } });
  const frames: Buffer[] = [];
  for (const [at, scene] of scenes.entries())
    frames.push(await photograph(page, slide(scene, at, scenes.length, size)));
  await page.close();
  await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: scenes.map(({ milliseconds }) => milliseconds), quality: QUALITY, effort: 6 })
    .toFile(file);
}
