import { useEffect, useState } from 'react';
import type { Locale } from '../theme/catalogue.ts';

/** Loaded when a page is in that language. */
const CATALOGUES: Readonly<Record<string, () => Promise<Locale>>> = {
  ar: () => import('../theme/locales/ar.ts').then(({ ar }) => ar),
  es: () => import('../theme/locales/es.ts').then(({ es }) => es),
  ja: () => import('../theme/locales/ja.ts').then(({ ja }) => ja),
  zh: () => import('../theme/locales/zh.ts').then(({ zh }) => zh),
};

export const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** By its language: `es-MX` has the words of `es`, and its own figures. */
const catalogueOf = (tag: string) => CATALOGUES[tag.toLowerCase().split('-')[0] as string];

/** The words of a language tag; undefined while they are on their way, then those before stay. */
export function useLocale(given: Locale | string | undefined): Locale | undefined | 'loading' {
  const tag = typeof given === 'string' ? given : undefined;
  const [loaded, setLoaded] = useState<Locale>();
  const load = tag && isTag(tag) ? catalogueOf(tag) : undefined;
  useEffect(() => {
    if (!tag || !load) return;
    let wanted = true;
    const take = (words?: Locale) => wanted && setLoaded({ ...words, tag });
    // Without its words a language has its figures still.
    load().then(take, () => take());
    return () => {
      wanted = false;
    };
  }, [tag, load]);
  if (typeof given !== 'string') return given;
  return load ? (loaded ?? 'loading') : { tag: given };
}
