import type { Words } from '../words/useWords.ts';

const en = {
  unknownPrice: 'The oracle’s price is not known yet',
  stalePrice: 'The oracle has been silent for a while',
};

const ar: typeof en = {
  unknownPrice: 'سعر الأوراكل غير معروف بعد',
  stalePrice: 'لم يصدر الأوراكل سعرًا منذ فترة',
};

export const words: Words<typeof en> = { en, ar };
