import type { Words } from '../words/useWords.ts';

const en = {
  markets: 'Markets',
  address: 'Address of a perp market',
  open: 'Open market',
  noAddress: 'This is not the address of an account.',
  noPool: 'This market has no insurance pool on this cluster.',
};

const ar: typeof en = {
  markets: 'الأسواق',
  address: 'عنوان سوق العقود الدائمة',
  open: 'افتح السوق',
  noAddress: 'هذا ليس عنوان حساب.',
  noPool: 'ليس لهذا السوق صندوق تأمين على هذه الشبكة.',
};

export const words: Words<typeof en> = { en, ar };
