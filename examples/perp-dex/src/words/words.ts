// The words of the page around the rooms.
import type { Words } from './useWords.ts';

const en = {
  skip: 'Skip to content',
  main: 'Main',
  markets: 'Markets',
  trade: 'Trade',
  earn: 'Earn',
  light: 'Light',
  dark: 'Dark',
  otherLanguage: 'العربية',
  loading: 'Loading markets',
  notFound: 'There is no such page',
};

const ar: typeof en = {
  skip: 'انتقل إلى المحتوى',
  main: 'الرئيسية',
  markets: 'الأسواق',
  trade: 'تداول',
  earn: 'اكسب',
  light: 'فاتح',
  dark: 'داكن',
  otherLanguage: 'English',
  loading: 'جارٍ تحميل الأسواق',
  notFound: 'لا توجد صفحة كهذه',
};

export const words: Words<typeof en> = { en, ar };
