// The languages that widgets speak. One whose words are not there yet has its figures, its dates and its direction.
import type { Locale } from '../../widgets/src/theme/catalogue.ts';

const NAMES = { en: 'English', es: 'Español', zh: '中文', ja: '日本語', ar: 'العربية' } as const;

const catalogues = import.meta.glob<Record<string, Locale>>('../../widgets/src/theme/locales/*.ts', { eager: true });

export const LANGUAGES = Object.entries(NAMES).map(([tag, name]) => ({ value: tag, title: name }));

const localeOf = (tag: string): Locale => catalogues[`../../widgets/src/theme/locales/${tag}.ts`]?.[tag] ?? { tag };

/** Of a direction, and of a language whose figures and dates no browser knows, so that it writes its own reader's. */
const FORCED = { rtl: 'dv', ltr: 'en' } as const;

/** Direction follows from the language; forced, its words stay. */
export function localeFor(tag: string, direction: 'language' | 'ltr' | 'rtl'): Locale {
  const locale = localeOf(tag);
  const own = /^ar\b/.test(locale.tag) ? 'rtl' : 'ltr';
  if (direction === 'language' || direction === own) return locale;
  return { ...locale, tag: FORCED[direction] };
}
