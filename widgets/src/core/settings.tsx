'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale, Words } from '../theme/catalogue.ts';
import type { Theme, ThemeName } from '../theme/theme.ts';
import type { Explorer } from './explorer.ts';

/** How widgets look and speak. Each widget takes the same as props, which go before those of the page. */
export interface WidgetSettingsProps {
  /**
   * `auto` (unless told otherwise) follows the `color-scheme` of the host's page; `light`, `dark` and `high-contrast` are
   * fixed; `inherit` takes the host's own colours. Or a theme of `createTheme`.
   */
  readonly theme?: ThemeName | Theme | undefined;
  /** A catalogue of `@percosec/widgets/locales/…`, or `{ tag: 'en-GB' }` for English words and British figures. */
  readonly locale?: Locale | undefined;
  /** Single words of your own: `{ depositPanel: { deposit: 'Earn' } }`. */
  readonly messages?: Words | undefined;
  /** Where links to transactions and addresses lead. */
  readonly explorer?: Explorer | undefined;
  /** What tokens are called, by mint, where they are others than USDC, USDT and SOL. */
  readonly symbols?: Readonly<Record<string, string>> | undefined;
  /** Where dialogs are put; `document.body` unless told otherwise. */
  readonly portalContainer?: HTMLElement | null | undefined;
}

export interface Settings {
  readonly theme: ThemeName | Theme;
  /** A BCP 47 tag. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** Where words are looked up, the first that has them wins; English is in none of them. */
  readonly words: readonly (Words | undefined)[];
  readonly explorer?: Explorer | undefined;
  readonly symbols: Readonly<Record<string, string>>;
  readonly portalContainer?: HTMLElement | null | undefined;
}

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ks|ku|ps|sd|ug|ur|yi)\b/i;

const ENGLISH: Settings = {
  theme: 'auto',
  tag: 'en',
  dir: 'ltr',
  words: [],
  symbols: {},
};

const SettingsContext = /* @__PURE__ */ createContext(ENGLISH);

export const useSettings = (): Settings => useContext(SettingsContext);

/** Theme, language and the like for all widgets inside. */
export function WidgetSettings({ children, ...props }: WidgetSettingsProps & { readonly children?: ReactNode }) {
  const outer = useSettings();
  const { theme, locale, messages, explorer, symbols, portalContainer } = props;
  const settings = useMemo<Settings>(
    () => ({
      theme: theme ?? outer.theme,
      tag: locale?.tag ?? outer.tag,
      dir: RIGHT_TO_LEFT.test(locale?.tag ?? outer.tag) ? 'rtl' : 'ltr',
      // Another language has other words: those of the one around it are of no use.
      words: locale ? [messages, locale.messages] : [messages, ...outer.words],
      explorer: explorer ?? outer.explorer,
      symbols: symbols ? { ...outer.symbols, ...symbols } : outer.symbols,
      portalContainer: portalContainer ?? outer.portalContainer,
    }),
    [outer, theme, locale, messages, explorer, symbols, portalContainer],
  );
  return <SettingsContext.Provider value={settings}>{children}</SettingsContext.Provider>;
}
