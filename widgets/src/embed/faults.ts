import { PercosecError } from '@percosec/sdk';
import type { ThemeName } from '../theme/theme.ts';
import type { EmbedProps } from './Embedded.tsx';
import { isTag } from './locales.ts';
import { widgets } from './widgets.ts';

const THEMES: Readonly<Record<ThemeName, true>> = {
  auto: true,
  light: true,
  dark: true,
  'high-contrast': true,
  inherit: true,
};

/** What is wrong with what a page said, to be shown in the widget's place; null where nothing is. */
export function faultIn(props: EmbedProps): PercosecError | null {
  const { widget, market, client, connection, rpcUrl, theme, locale, wallet } = props;
  if (!Object.hasOwn(widgets(), widget)) return fault('widget', widget, `one of ${Object.keys(widgets()).join(', ')}`);
  if (!market) return fault('market', market, 'the address of a perp market');
  if (!client && !connection && !/^https?:\/\/./i.test(rpcUrl ?? ''))
    return fault('rpc', rpcUrl, 'the URL of a Solana RPC, such as https://…');
  if (typeof theme === 'string' && !Object.hasOwn(THEMES, theme))
    return fault('theme', theme, `one of ${Object.keys(THEMES).join(', ')}`);
  if (typeof locale === 'string' && !isTag(locale)) return fault('locale', locale, 'a language tag, such as es');
  if (wallet && typeof wallet.signTransaction !== 'function' && typeof wallet.sendTransaction !== 'function')
    return fault('wallet', wallet, 'an object with publicKey and signTransaction, or null');
  return null;
}

const fault = (argument: string, found: unknown, expected: string) =>
  new PercosecError(
    'InvalidArgument',
    found == null || found === ''
      ? `“${argument}” is missing. Give ${expected}.`
      : `“${argument}” is ${typeof found === 'string' ? `“${found.slice(0, 90)}”` : `of type ${typeof found}`}. Give ${expected}.`,
    { argument, found, expected },
  );
