// What can be made one's own, as the kit's own files say it: values from the stylesheet, words from the types.

import type { ThemeColours, ThemeMeasures } from '../../widgets/src/theme/theme.ts';
import themeTypes from '../../widgets/src/theme/theme.ts?raw';
import tokensCss from '../../widgets/src/theme/tokens.css?raw';

interface Named<Name> {
  readonly name: Name;
  /** `--percosec-on-accent` */
  readonly property: string;
  /** What it is for, where the name doesn't say it. */
  readonly use: string;
}

export interface ColourToken extends Named<keyof ThemeColours> {
  readonly light: string;
  readonly dark: string;
}

export interface MeasureToken extends Named<keyof ThemeMeasures> {
  readonly value: string;
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function useOf(name: string): string {
  const found = new RegExp(`(?:/\\*\\*\\s*([^*]+?)\\s*\\*/\\s*)?readonly ${name}: `).exec(themeTypes);
  if (!found) throw new Error(`theme.ts has no token ${name}, and tokens.css has.`);
  return found[1] ?? '';
}

const declared = [
  ...(/\.percosec \{([^}]*)\}/.exec(tokensCss)?.[1] ?? '').matchAll(/(--percosec-([\w-]+)): (.+);/g),
].map(([, property = '', name = '', value = '']) => ({ property, name: camel(name), value }));
if (declared.length === 0) throw new Error('tokens.css declares no token on .percosec.');

export const COLOURS: readonly ColourToken[] = declared.flatMap(({ property, name, value }) => {
  const [, light, dark] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
  if (light === undefined || dark === undefined) return [];
  return [{ name: name as keyof ThemeColours, property, use: useOf(name), light, dark }];
});

export const MEASURES: readonly MeasureToken[] = declared
  .filter(({ value }) => !value.startsWith('light-dark('))
  .map(({ property, name, value }) => ({ name: name as keyof ThemeMeasures, property, use: useOf(name), value }));
