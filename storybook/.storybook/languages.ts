// The languages that widgets speak. One whose words are not there yet has its figures, its dates and its direction.
import type { Locale } from '../../widgets/src/theme/catalogue.ts';

const NAMES = { en: 'English', es: 'Español', zh: '中文', ja: '日本語', ar: 'العربية' } as const;

const catalogues = import.meta.glob<Record<string, Locale>>('../../widgets/src/theme/locales/*.ts', { eager: true });

export const LANGUAGES = Object.entries(NAMES).map(([tag, name]) => ({ value: tag, title: name }));

const localeOf = (tag: string): Locale => catalogues[`../../widgets/src/theme/locales/${tag}.ts`]?.[tag] ?? { tag };

/** Direction follows from the language; forced, the words stay and the language of the figures is one of that direction. */
export function localeFor(tag: string, direction: 'language' | 'ltr' | 'rtl'): Locale {
  const locale = localeOf(tag);
  const own = /^ar\b/.test(locale.tag) ? 'rtl' : 'ltr';
  if (direction === 'language' || direction === own) return locale;
  return { ...locale, tag: direction === 'rtl' ? 'he' : 'en' };
}
