// A partner's theme: what it makes of his values, and what it refuses by name.

import { PercosecError } from '@percosec/sdk';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createTheme, type Theme, type ThemeOptions, themeCss } from './theme.ts';

const refusalOf = (options: unknown): PercosecError => {
  try {
    createTheme(options as ThemeOptions);
  } catch (error) {
    return error as PercosecError;
  }
  throw new Error('was taken');
};

/** What a browser makes of a theme's sheet: its rules, and its declarations if there is one rule. */
function parsed(css: string): { rules: number; declarations: Record<string, string> } {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  // What bundlers shall leave alone stands under a condition.
  const [first] = sheet.cssRules;
  const { cssRules } = first instanceof CSSSupportsRule ? first : sheet;
  const style = (cssRules[0] as CSSStyleRule | undefined)?.style;
  return {
    rules: sheet.cssRules.length + cssRules.length - 1,
    declarations: Object.fromEntries([...(style ?? [])].map((name) => [name, style?.getPropertyValue(name) ?? ''])),
  };
}

describe('what is taken', () => {
  it('each token is a custom property of its name, a pair follows the colour scheme', () => {
    const theme = createTheme({
      onAccent: { light: '#fff', dark: 'rgb(0 0 0 / 90%)' },
      radius: '2px',
      font: '"A, B", serif',
    });
    expect(theme.base).toBe('auto');
    expect(theme.style).toEqual({
      '--percosec-on-accent': 'light-dark(#fff, rgb(0 0 0 / 90%))',
      '--percosec-radius': '2px',
      '--percosec-font': '"A, B", serif',
    });
    expect(parsed(themeCss(theme))).toEqual({ rules: 1, declarations: theme.style });
    expect(themeCss(theme, '.mine .percosec')).toMatch(/^\.mine \.percosec \{\n/m);
    // A server component hands it to one of a client, as it would by JSON.
    expect(JSON.parse(JSON.stringify(theme))).toEqual(theme);
    expectTypeOf(theme).toEqualTypeOf<Theme>();
  });

  it('what is left out, or undefined, stays as it is', () => {
    expect(createTheme({ base: 'dark', accent: undefined as never })).toMatchObject({ base: 'dark', style: {} });
  });

  it.each([
    'rebeccapurple',
    'color-mix(in oklch, var(--brand) 80%, rgb(from white r g b))',
    'var(--brand, light-dark(#000, #fff))',
    'oklch(60% 0.2 250 / 0.5)',
  ])('a colour: %s', (accent) => {
    expect(parsed(themeCss(createTheme({ accent }))).declarations['--percosec-accent']).toBe(accent);
    expect(createTheme({ accent: { light: accent, dark: accent } }).style).toEqual({
      '--percosec-accent': `light-dark(${accent}, ${accent})`,
    });
  });
});

describe('what is refused, by name', () => {
  const breakouts = [
    'red; } body { display: none',
    'red}',
    '{',
    'red !important',
    'rgb(0 0 0',
    'red)',
    '"unclosed',
    "'unclosed",
    '"a\nb"',
    'red /* and so on',
    'red</style><script>',
    '"</style>"',
    '\\75 rl(https://example.org)',
    'url(https://example.org/seen)',
    'URL("x")',
    '@import "x"',
    'red\n--percosec-text: blue',
    '[',
    '',
    '  ',
  ];

  it.each(breakouts)('%j as a colour', (value) => {
    for (const options of [
      { accent: value },
      { accent: { light: value, dark: '#fff' } },
      { accent: { light: '#fff', dark: value } },
    ]) {
      const { code, message } = refusalOf(options);
      expect(code).toBe('InvalidArgument');
      expect(message).toMatch(/^The theme’s accent(\.light|\.dark)? is .* Pass a colour/s);
    }
  });

  it.each(breakouts)('%j as a font', (font) => {
    expect(refusalOf({ font })).toMatchObject({ code: 'InvalidArgument', context: { argument: 'font', found: font } });
  });

  it('two colours where one belongs, a pair where no colour belongs', () => {
    expect(refusalOf({ text: { light: 'red, blue', dark: 'red' } }).context.argument).toBe('text.light');
    expect(refusalOf({ text: '"red"' }).context.argument).toBe('text');
    expect(refusalOf({ radius: { light: '1px', dark: '2px' } }).context.argument).toBe('radius');
    expect(refusalOf({ text: { light: 'red' } }).context.argument).toBe('text.dark');
  });

  it.each([
    [{ acent: 'red' }, 'acent'],
    [{ __proto__: null, constructor: 'red' }, 'constructor'],
    [{ base: 'sepia' }, 'base'],
    [{ base: 'toString' }, 'base'],
    [{ radius: 8 }, 'radius'],
    [{ accent: null }, 'accent'],
    [{ accent: 5n }, 'accent'],
    [null, 'options'],
    [undefined, 'options'],
  ])('%o', (options, argument) => {
    const error = refusalOf(options);
    expect(error).toBeInstanceOf(PercosecError);
    expect(error.context.argument).toBe(argument);
  });

  it.each(['', '.a { } .b', '.a;', '</style>', '@media print', '.a /* '])('the selector %j', (selector) => {
    expect(() => themeCss(createTheme({ radius: '1px' }), selector)).toThrow(/selector/);
  });
});
