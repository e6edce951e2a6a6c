// The kit's stylesheet as it is shipped: it reaches nothing but the kit's own elements, loses to whatever class a host
// writes later, and stays small.
import { gzipSync } from 'node:zlib';
import { bundle, type Selector, type SelectorComponent, transform } from 'lightningcss';
import { expect, it } from 'vitest';
import { createTheme, themeCss } from '../../widgets/src/theme/theme.ts';

const filename = new URL('../../widgets/src/theme/styles.css', import.meta.url).pathname;

const selectors: Selector[] = [];
const { code } = bundle({
  filename,
  minify: true,
  visitor: {
    Rule: {
      style({ value }) {
        selectors.push(...value.selectors);
      },
    },
  },
});

type Weight = readonly [ids: number, classes: number, types: number];

const NONE: Weight = [0, 0, 0];
const sum = (a: Weight, b: Weight): Weight => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const heavier = (a: Weight, b: Weight): Weight => ((a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) > 0 ? a : b);

/** By the rules of Selectors Level 4. */
function weightOf(component: SelectorComponent): Weight {
  switch (component.type) {
    case 'id':
      return [1, 0, 0];
    case 'class':
    case 'attribute':
      return [0, 1, 0];
    case 'type':
    case 'pseudo-element':
      return [0, 0, 1];
    case 'pseudo-class':
      if (component.kind === 'where') return NONE;
      return 'selectors' in component && component.selectors
        ? (component.selectors as Selector[]).map(specificity).reduce(heavier, NONE)
        : [0, 1, 0];
    default:
      return NONE;
  }
}

const specificity = (selector: Selector): Weight => selector.map(weightOf).reduce(sum, NONE);

const classesIn = (selector: Selector): string[] =>
  selector.flatMap((component) => (component.type === 'class' ? [component.name] : []));

it('there are rules to look at', () => {
  expect(selectors.length).toBeGreaterThan(30);
});

it('each selector names a class of the kit and weighs no more than it', () => {
  for (const selector of selectors) {
    const shown = JSON.stringify(selector);
    expect(classesIn(selector).length, shown).toBe(1);
    expect(classesIn(selector)[0], shown).toMatch(/^percosec(-|$)/);
    const [ids, classes, types] = specificity(selector);
    expect([ids, classes, types], shown).toEqual([0, 1, expect.any(Number)]);
    expect(types, shown).toBeLessThanOrEqual(shown.includes('pseudo-element') ? 1 : 0);
  }
});

it('nothing is loaded, imported or imposed', () => {
  const css = code.toString();
  expect(css).not.toMatch(/url\(|@import|@font-face|!important/);
  // Pages of any direction of writing read it.
  expect(css).not.toMatch(/[{;](?:margin|padding|border)-(?:left|right)|[{;](?:left|right):|text-align:(?:left|right)/);
});

it('all of it fits into 3 KiB', () => {
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(3 * 1024);
});

it('a bundler that writes for browsers of before light-dark() leaves it as it is, which follows what no sheet says', () => {
  const targets = { chrome: 111 << 16, firefox: 114 << 16, safari: (16 << 16) | (4 << 8) };
  const lowered = (css: string) =>
    transform({ filename, code: Buffer.from(css), minify: true, targets }).code.toString();
  // It is one that does so.
  expect(lowered('p { color: light-dark(red, blue) }')).toContain('--lightningcss-light');
  const theme = createTheme({ accent: { light: '#f00', dark: '#00f' }, radius: '2px' });
  for (const css of [code.toString(), `@layer percosec { ${code} }`, themeCss(theme)]) {
    expect(lowered(css)).not.toContain('var(--lightningcss-');
    expect(lowered(css)).toMatch(/--percosec-accent: ?light-dark\(/);
  }
});
