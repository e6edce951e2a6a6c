'use client';

// Every word of the kit: English stands beside the widget that says it, translations in theme/locales.
import { useMemo } from 'react';
import type { Catalogue } from '../theme/catalogue.ts';
import { type Settings, useSettings } from './settings.tsx';

/** By the forms of a language: `one`, `few`, `other` and the like, chosen by `count`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export type Messages = Readonly<Record<string, string | Plural>>;

/** The same keys in another language. */
export type Translation<M extends Messages> = { readonly [Key in keyof M]: M[Key] extends string ? string : Plural };

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

type Values<Message> = Message extends string
  ? { readonly [Name in Placeholders<Message>]: string }
  : { readonly [Name in Exclude<Placeholders<Message[keyof Message]>, 'count'>]: string } & {
      readonly count: number | bigint;
    };

/** `t('unlocksIn', { time })`: a missing value, or one that the message doesn't have, is an error of types. */
export type Translate<M extends Messages> = <Key extends keyof M & string>(
  key: Key,
  ...values: keyof Values<M[Key]> extends never ? [] : [values: Values<M[Key]>]
) => string;

export function translator<M extends Messages>(
  { tag, words }: Pick<Settings, 'tag' | 'words'>,
  namespace: keyof Catalogue,
  english: M,
): Translate<M> {
  return ((key: string, values: Record<string, string | number | bigint> = {}) => {
    // A translation may lag behind: English is better than nothing.
    const message = words.map((one) => (one?.[namespace] as Messages | undefined)?.[key]).find(Boolean) ?? english[key];
    const text =
      typeof message === 'object'
        ? (message[new Intl.PluralRules(tag).select(Number(values.count))] ?? message.other)
        : (message ?? key);
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'string' ? value : new Intl.NumberFormat(tag).format(value);
    });
  }) as Translate<M>;
}

/** The widget's words in the page's language: overrides first, then the locale, then English. */
export function useMessages<const M extends Messages>(namespace: keyof Catalogue, english: M): Translate<M> {
  const settings = useSettings();
  return useMemo(() => translator(settings, namespace, english), [settings, namespace, english]);
}
