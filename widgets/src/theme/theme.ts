// What a partner can make his own: every token is a custom property, `--percosec-<token>`.

export type ThemeName = 'auto' | 'light' | 'dark' | 'high-contrast' | 'inherit';

/** One colour for both, or one for light and one for dark. */
export type Colour = string | { readonly light: string; readonly dark: string };

export interface ThemeColours {
  readonly background: Colour;
  /** Of insets and fields. */
  readonly surface: Colour;
  /** Hairlines. */
  readonly line: Colour;
  readonly text: Colour;
  /** Of labels. */
  readonly muted: Colour;
  /** Of the one primary action of a panel. */
  readonly accent: Colour;
  /** Of the words on it. */
  readonly onAccent: Colour;
  readonly low: Colour;
  readonly moderate: Colour;
  readonly high: Colour;
  readonly extreme: Colour;
}

export interface ThemeMeasures {
  /** Of a card's corners; controls have three quarters of it. */
  readonly radius: string;
  /** The grid's step, 4px; every distance is a multiple of it. */
  readonly space: string;
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

export interface Theme {
  readonly base: ThemeName;
  /** For the `theme` prop, which puts it on the widget's element. */
  readonly style: Readonly<Record<`--percosec-${string}`, string>>;
  /** The same as a stylesheet, for pages whose content security policy forbids style attributes. */
  css(selector?: string): string;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function createTheme({ base = 'auto', ...tokens }: ThemeOptions): Theme {
  const style: Record<`--percosec-${string}`, string> = {};
  for (const [name, value] of Object.entries(tokens) as [string, Colour | undefined][]) {
    if (value === undefined) continue;
    style[`--percosec-${kebab(name)}`] =
      typeof value === 'string' ? value : `light-dark(${value.light}, ${value.dark})`;
  }
  return {
    base,
    style,
    css: (selector = '.percosec') =>
      `${selector} {\n${Object.entries(style)
        .map(([property, value]) => `  ${property}: ${value};\n`)
        .join('')}}\n`,
  };
}
