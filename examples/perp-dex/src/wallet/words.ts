import type { Words } from '../words/useWords.ts';
import type { ProgramName } from './summary.ts';

const en = {
  connect: 'Connect wallet',
  connecting: 'Connecting',
  account: (address: string) => `Wallet ${address}`,
  copy: 'Copy address',
  copied: 'Copied',
  change: 'Change wallet',
  disconnect: 'Disconnect',
  close: 'Close',

  approveTitle: 'Approve transaction',
  calls: 'It calls',
  times: (count: string) => `× ${count}`,
  unknownProgram: (address: string) => `Unknown program ${address}`,
  instructions: 'Instructions',
  accounts: 'Accounts',
  fee: 'Network fee',
  network: 'Network',
  localnet: (url: string) => `Localnet, ${url}`,
  worthless: 'Anybody can sign with this key: it is worth nothing elsewhere.',
  approve: 'Approve',
  reject: 'Reject',
  programs: {
    computeBudget: 'Compute budget',
    system: 'System',
    token: 'SPL Token',
    associatedToken: 'Associated token account',
    insurancePool: 'Insurance pool',
    riskEngine: 'Risk engine',
    premiumManager: 'Premium manager',
    insolvencyHandler: 'Insolvency handler',
  } satisfies Record<ProgramName, string>,
};

const ar: typeof en = {
  connect: 'ربط المحفظة',
  connecting: 'جارٍ الربط',
  account: (address) => `المحفظة ${address}`,
  copy: 'نسخ العنوان',
  copied: 'تم النسخ',
  change: 'تغيير المحفظة',
  disconnect: 'فصل المحفظة',
  close: 'إغلاق',

  approveTitle: 'الموافقة على المعاملة',
  calls: 'تستدعي',
  times: (count) => `× ${count}`,
  unknownProgram: (address) => `برنامج غير معروف ${address}`,
  instructions: 'التعليمات',
  accounts: 'الحسابات',
  fee: 'رسوم الشبكة',
  network: 'الشبكة',
  localnet: (url) => `شبكة محلية، ${url}`,
  worthless: 'يمكن لأي شخص التوقيع بهذا المفتاح: لا قيمة له في أي مكان آخر.',
  approve: 'موافقة',
  reject: 'رفض',
  programs: {
    computeBudget: 'ميزانية الحوسبة',
    system: 'النظام',
    token: 'SPL Token',
    associatedToken: 'حساب الرمز المرتبط',
    insurancePool: 'صندوق التأمين',
    riskEngine: 'محرك المخاطر',
    premiumManager: 'مدير الأقساط',
    insolvencyHandler: 'معالج الإعسار',
  },
};

export const words: Words<typeof en> = { en, ar };
