// The themes as a browser sees them: what is written can be read, and a host's own colours are taken where it asks so.
import { afterEach, describe, expect, it } from 'vitest';
import './styles.css';

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', {
  willReadFrequently: true,
}) as OffscreenCanvasRenderingContext2D;

/** Whatever notation a browser computes to. */
function rgba(colour: string): Rgba {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

const over = ([r, g, b, a]: Rgba, [R, G, B]: Rgba): Rgba => [
  r * a + R * (1 - a),
  g * a + G * (1 - a),
  b * a + B * (1 - a),
  1,
];

/** By the formulas of WCAG 2.2. */
function luminance([red, green, blue]: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgba, other: Rgba): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function element(theme: string, { scheme, host = '' }: { scheme?: string; host?: string } = {}): HTMLElement {
  document.documentElement.style.colorScheme = scheme ?? '';
  document.body.innerHTML = `<div style="${host}"><div class="percosec-part percosec" data-theme="${theme}"><p class="percosec-part"></p></div></div>`;
  return document.body.querySelector('p') as HTMLElement;
}

function token(at: HTMLElement, name: string): Rgba {
  at.style.color = `var(--percosec-${name})`;
  return rgba(getComputedStyle(at).color);
}

afterEach(() => {
  document.documentElement.style.colorScheme = '';
  document.body.innerHTML = '';
});

const WORDS = ['text', 'muted', 'accent', 'low', 'moderate', 'high', 'extreme'];

const NAMED = [
  ['light', undefined],
  ['light', 'dark'],
  ['dark', undefined],
  ['dark', 'light'],
  ['high-contrast', 'light'],
  ['high-contrast', 'dark'],
  ['auto', 'light'],
  ['auto', 'dark'],
] as const;

describe.each(NAMED)('%s on a page of scheme %s', (theme, scheme) => {
  it('all that is written stands out by 5:1 from card and inset, and the words of a button from it', () => {
    const at = element(theme, scheme ? { scheme } : {});
    for (const ground of ['background', 'surface']) {
      const behind = token(at, ground);
      expect(behind[3], ground).toBe(1);
      for (const word of WORDS)
        expect(contrast(token(at, word), behind), `${word} on ${ground}`).toBeGreaterThanOrEqual(5);
    }
    expect(contrast(token(at, 'on-accent'), token(at, 'accent'))).toBeGreaterThanOrEqual(5);
  });
});

it('light and dark are what they are called, whatever the page is', () => {
  for (const scheme of ['light', 'dark']) {
    expect(luminance(token(element('light', { scheme }), 'background'))).toBeGreaterThan(0.9);
    expect(luminance(token(element('dark', { scheme }), 'background'))).toBeLessThan(0.1);
  }
  expect(luminance(token(element('auto', { scheme: 'dark' }), 'background'))).toBeLessThan(0.1);
  expect(luminance(token(element('auto', { scheme: 'light' }), 'background'))).toBeGreaterThan(0.9);
});

it('hairlines and words stand out more in high contrast', () => {
  for (const scheme of ['light', 'dark'])
    for (const name of [...WORDS, 'line']) {
      const high = element('high-contrast', { scheme });
      const highest = contrast(token(high, name), token(high, 'background'));
      const usual = element('auto', { scheme });
      expect(highest, `${name}, ${scheme}`).toBeGreaterThan(contrast(token(usual, name), token(usual, 'background')));
    }
});

describe('inherit', () => {
  it.each([
    ['color: rgb(10, 60, 90); background: rgb(255, 250, 240)', [10, 60, 90, 1], [255, 250, 240, 1]],
    ['color: rgb(250, 240, 200); background: rgb(20, 10, 40)', [250, 240, 200, 1], [20, 10, 40, 1]],
  ] as const)('%s', (host, ink, paper) => {
    const at = element('inherit', { host });
    const root = at.parentElement as HTMLElement;
    expect(rgba(getComputedStyle(root).color)).toEqual(ink);
    expect(rgba(getComputedStyle(root).backgroundColor)[3]).toBe(0);
    const surface = over(token(at, 'surface'), paper);
    for (const behind of [paper, surface]) {
      at.style.color = '';
      const text = rgba(getComputedStyle(at).color);
      expect(text).toEqual(ink);
      expect(contrast(over(token(at, 'muted'), behind), behind)).toBeGreaterThanOrEqual(5);
    }
  });

  it('what is muted within what is muted is not muted twice', () => {
    const at = element('inherit', { host: 'color: black; background: white' });
    at.className = 'percosec-label';
    at.innerHTML =
      '1 <span class="percosec-figure" data-state="stale">2 <span class="percosec-unit">USDC</span></span>';
    const colours = [at, ...at.querySelectorAll('span')].map((one) => getComputedStyle(one).color);
    expect(new Set(colours).size).toBe(1);
    expect(rgba(colours[0] as string)[3]).toBeCloseTo(0.78, 1);
  });
});
