// What a partner can make his own: every token is a custom property, `--percosec-<token>`.
import { PercosecError } from '@percosec/sdk';

export type ThemeName = 'auto' | 'light' | 'dark' | 'high-contrast' | 'inherit';

/** One colour for both, or one for light and one for dark. */
export type Colour = string | { readonly light: string; readonly dark: string };

export interface ThemeColours {
  /** Of cards. */
  readonly background: Colour;
  /** Of insets and fields. */
  readonly surface: Colour;
  /** Hairlines. */
  readonly line: Colour;
  /** Of figures and headings. */
  readonly text: Colour;
  /** Of labels. */
  readonly muted: Colour;
  /** Of the one primary action of a panel. */
  readonly accent: Colour;
  /** Of the words on it. */
  readonly onAccent: Colour;
  /** Of the grade Low, beside its word and its own shape. */
  readonly low: Colour;
  /** Of the grade Moderate, beside its word and its own shape. */
  readonly moderate: Colour;
  /** Of the grade High, beside its word and its own shape. */
  readonly high: Colour;
  /** Of the grade Extreme, beside its word and its own shape. */
  readonly extreme: Colour;
}

export interface ThemeMeasures {
  /** Of a card's corners; controls have three quarters of it. */
  readonly radius: string;
  /** The grid's step, 4px; every distance is a multiple of it. */
  readonly space: string;
  /** A list of families; `inherit` takes the page's. */
  readonly font: string;
  /** Of the body's type, 13px; the other sizes follow it. */
  readonly size: string;
  /** How long a change takes, 150ms; 0s under reduced motion. */
  readonly motion: string;
}

export interface ThemeOptions extends Partial<ThemeColours>, Partial<ThemeMeasures> {
  /** What everything else is taken from; `auto` unless told otherwise. */
  readonly base?: ThemeName | undefined;
}

/** For the `theme` prop. Data and nothing else, so that a server component can make one and hand it on. */
export interface Theme {
  readonly base: ThemeName;
  /** What is put on the widget's element. */
  readonly style: Readonly<Record<`--percosec-${string}`, string>>;
}

/** A pair for light and dark makes sense for colours only. */
const TOKENS: Readonly<Record<keyof ThemeColours | keyof ThemeMeasures, 'colour' | 'measure'>> = {
  background: 'colour',
  surface: 'colour',
  line: 'colour',
  text: 'colour',
  muted: 'colour',
  accent: 'colour',
  onAccent: 'colour',
  low: 'colour',
  moderate: 'colour',
  high: 'colour',
  extreme: 'colour',
  radius: 'measure',
  space: 'measure',
  font: 'measure',
  size: 'measure',
  motion: 'measure',
};

const BASES: Readonly<Record<ThemeName, true>> = {
  auto: true,
  light: true,
  dark: true,
  'high-contrast': true,
  inherit: true,
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function createTheme(options: ThemeOptions): Theme {
  if (typeof options !== 'object' || options === null)
    throw invalid('options', options, 'tokens, such as { radius: "4px" }');
  const { base = 'auto', ...tokens } = options;
  if (!Object.hasOwn(BASES, base)) throw invalid('base', base, `one of ${Object.keys(BASES).join(', ')}`);
  const style: Record<`--percosec-${string}`, string> = {};
  for (const [name, value] of Object.entries(tokens) as [keyof typeof TOKENS, Colour | undefined][]) {
    if (!Object.hasOwn(TOKENS, name)) throw invalid(name, value, `no tokens but ${Object.keys(TOKENS).join(', ')}`);
    if (value !== undefined)
      style[`--percosec-${kebab(name)}`] = TOKENS[name] === 'colour' ? colour(name, value) : text(name, value);
  }
  return { base, style };
}

/** A theme as a stylesheet, for pages whose content security policy forbids style attributes. */
export function themeCss({ style }: Theme, selector = '.percosec'): string {
  if (!/^[^{};<\\@/]+$/.test(selector)) throw invalid('selector', selector, 'a selector such as ".percosec"');
  const declarations = Object.entries(style).map(([property, value]) => `  ${property}: ${value};\n`);
  const rule = `${selector} {\n${declarations.join('')}}\n`;
  // A host's bundler reads it: see tokens.css.
  return rule.includes('light-dark(') ? `@supports (color: light-dark(var(--light), var(--dark))) {\n${rule}}\n` : rule;
}

function colour(name: string, value: Colour): string {
  if (typeof value !== 'object' || value === null) return oneColour(name, value);
  return `light-dark(${oneColour(`${name}.light`, value.light)}, ${oneColour(`${name}.dark`, value.dark)})`;
}

/** Outside of functions a comma would part it in two. */
const oneColour = (name: string, value: unknown) => whole(name, value, 'a colour such as "#2f5fde"', /[,·]/);

const text = (name: string, value: unknown) => whole(name, value, 'a value of CSS such as "8px"');

/**
 * A value that ends where its declaration ends: with quotations and functions closed, nothing that could begin something
 * else, in a sheet or in the page around it, and nothing that loads anything.
 */
function whole(name: string, value: unknown, expected: string, unwanted = /$^/): string {
  if (typeof value !== 'string') throw invalid(name, value, expected);
  let rest = value.replace(/"[^"<>\\\n\r\f]*"|'[^'<>\\\n\r\f]*'/g, '·');
  const foreign = /[;{}<>[\]\\@!\n\r\f]|\/\*|(?:url|src|image|image-set)\(/i.test(rest);
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\([^()]*\)/g, '');
  }
  if (foreign || value.trim() === '' || /["'()]/.test(rest) || unwanted.test(rest))
    throw invalid(name, value, expected);
  return value;
}

const invalid = (argument: string, found: unknown, expected: string) =>
  new PercosecError(
    'InvalidArgument',
    `The theme’s ${argument} is ${typeof found === 'string' ? JSON.stringify(found) : `of type ${typeof found}`}. Pass ${expected}.`,
    { argument, expected, found },
  );
