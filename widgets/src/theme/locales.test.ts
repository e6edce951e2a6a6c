// Every language says all that the English says, with the same figures in it, in its own plurals.
import { describe, expect, test } from 'vitest';
import { PROGRAM_ERRORS } from '../../../sdk/src/errors/program-errors.ts';
import { claimHistoryMessages } from '../ClaimHistory/messages.ts';
import { commonMessages } from '../core/common-messages.ts';
import type { Messages } from '../core/messages.ts';
import { factMessages } from '../DepositPanel/fact-messages.ts';
import { depositPanelMessages } from '../DepositPanel/messages.ts';
import { panelMessages } from '../DepositPanel/panel-messages.ts';
import { reviewMessages } from '../DepositPanel/review-messages.ts';
import { transactionMessages } from '../DepositPanel/transaction-messages.ts';
import { withdrawMessages } from '../DepositPanel/withdraw/messages.ts';
import { withdrawReviewMessages } from '../DepositPanel/withdraw/review-messages.ts';
import { lossSimulatorMessages } from '../LossSimulator/messages.ts';
import { poolContentMessages } from '../PoolHealthGauge/content-messages.ts';
import { poolHistoryMessages } from '../PoolHealthGauge/history-messages.ts';
import { poolHealthGaugeMessages } from '../PoolHealthGauge/messages.ts';
import { riskDetailsMessages } from '../RiskBadge/details-messages.ts';
import { riskBadgeMessages } from '../RiskBadge/messages.ts';
import { unlockContentMessages } from '../WithdrawUnlockTimer/content-messages.ts';
import { withdrawUnlockTimerMessages } from '../WithdrawUnlockTimer/messages.ts';
import { reminderMessages } from '../WithdrawUnlockTimer/reminder-messages.ts';
import type { Catalogue, Locale } from './catalogue.ts';

/** As the catalogue has it; `errors` are the SDK's own in English. */
const ENGLISH: { readonly [Namespace in Exclude<keyof Catalogue, 'errors'>]: readonly Messages[] } = {
  common: [commonMessages],
  riskBadge: [riskBadgeMessages],
  riskDetails: [riskDetailsMessages],
  poolHealthGauge: [poolHealthGaugeMessages, poolContentMessages, poolHistoryMessages],
  claimHistory: [claimHistoryMessages],
  withdrawUnlockTimer: [withdrawUnlockTimerMessages, unlockContentMessages, reminderMessages],
  lossSimulator: [lossSimulatorMessages],
  depositPanel: [
    depositPanelMessages,
    panelMessages,
    factMessages,
    reviewMessages,
    transactionMessages,
    withdrawMessages,
    withdrawReviewMessages,
  ],
};

/** What a person can meet who uses the widgets, besides the SDK's own codes, which are held by the catalogue's type. */
const ERRORS: readonly string[] = [
  ...[PROGRAM_ERRORS.insurance_pool, PROGRAM_ERRORS.insolvency_handler, PROGRAM_ERRORS.premium_manager].flatMap(
    (errors) => Object.values(errors).map(({ name }) => name),
  ),
  // Of the SDK, before anything is signed.
  'NoPool',
  'NotEnoughCollateral',
  'NotEnoughSol',
  // Of the token program, which says it of the wallet's account, not of the pool.
  'token.InsufficientFunds',
  'AccountFrozen',
  'UninitializedState',
  // Of the system program, and of wallets' own guard.
  'ResultWithNegativeLamports',
  'AssertionFailed',
  // Of the runtime.
  'AccountNotFound',
  'InsufficientFundsForFee',
  'InsufficientFundsForRent',
  'BlockhashNotFound',
  'AlreadyProcessed',
  'AccountInUse',
  'WouldExceedMaxBlockCostLimit',
  'WouldExceedMaxAccountCostLimit',
  'ClusterMaintenance',
  'SignatureFailure',
  'MissingRequiredSignature',
  'ProgramAccountNotFound',
  'ComputationalBudgetExceeded',
];

/** Said as they are in every language. */
const SAME_EVERYWHERE = /\b(?:APY|CSV|JSON|SOL|USDC|UTC|RPC|SPL|PercoSec|https|localhost|ms)\b/g;
/** Where a language happens to have the English word. */
const SAME_HERE: Readonly<Record<string, RegExp>> = { es: /\bSlot\b/g };

const catalogues = Object.entries(import.meta.glob<Record<string, Locale>>('./locales/*.ts', { eager: true })).map(
  ([path, module]) => [/(\w+)\.ts$/.exec(path)?.[1] ?? path, module] as const,
);

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const said = (text: string, tag: string) =>
  text
    .replace(/\{\w+\}/g, '')
    .replace(SAME_EVERYWHERE, '')
    .replace(SAME_HERE[tag] ?? '', '');
const forms = (message: unknown) =>
  typeof message === 'string' ? [message] : Object.values(message as Record<string, string>);

test('every English word of the widgets is to be translated', () => {
  const written = Object.values(
    import.meta.glob<Record<string, unknown>>(['../**/*messages.ts', '!../core/messages.ts'], { eager: true }),
  ).flatMap((module) => Object.entries(module).flatMap(([name, value]) => (/Messages$/.test(name) ? [value] : [])));
  expect(new Set(Object.values(ENGLISH).flat())).toEqual(new Set(written));
});

test('no two parts of a namespace have the same key', () => {
  for (const [namespace, parts] of Object.entries(ENGLISH)) {
    const keys = parts.flatMap(Object.keys);
    expect(
      keys.filter((key, at) => keys.indexOf(key) !== at),
      namespace,
    ).toEqual([]);
  }
});

test('there are languages', () => {
  expect(catalogues.map(([tag]) => tag)).toEqual(expect.arrayContaining(['ar', 'es', 'ja', 'zh']));
});

describe.each(catalogues)('%s', (tag, module) => {
  const { messages = {}, tag: own } = module[tag] as Locale;
  const words = messages as Readonly<Record<string, Messages>>;
  const all = Object.entries(words).flatMap(([namespace, texts]) =>
    Object.entries(texts).flatMap(([key, message]) =>
      forms(message).map((text) => [`${namespace}.${key}`, text] as const),
    ),
  );

  test('is exported by its tag', () => {
    expect(Object.keys(module)).toEqual([tag]);
    expect(own).toBe(tag);
  });

  describe.each(Object.entries(ENGLISH))('%s', (namespace, parts) => {
    const english = Object.assign({}, ...parts) as Messages;
    const translated = words[namespace] ?? {};

    test('has every key of the English, and no other', () => {
      expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    });

    test('has the same figures in each, and all forms of its plurals', () => {
      const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
      for (const [key, message] of Object.entries(english)) {
        const translation = translated[key];
        const where = `${tag} ${namespace}.${key}`;
        if (typeof message === 'string') {
          expect(typeof translation, where).toBe('string');
          expect(placeholders(translation as string), where).toEqual(placeholders(message));
          continue;
        }
        expect(Object.keys(translation ?? {}).sort(), where).toEqual(categories);
        const figures = placeholders(forms(message).join(' '));
        for (const form of forms(translation))
          expect([...new Set([...placeholders(form), '{count}'])].sort(), `${where}: ${form}`).toEqual(figures);
      }
    });

    test('says nothing in English', () => {
      for (const [key, message] of Object.entries(english)) {
        const same = forms(translated[key] ?? []).filter((text) => forms(message).includes(text));
        expect(
          same.filter((text) => /\p{L}/u.test(said(text, tag))),
          `${tag} ${namespace}.${key}`,
        ).toEqual([]);
      }
    });
  });

  test('names every error that a person can meet, and what to do', () => {
    const errors = words.errors ?? {};
    const missing = [...new Set(ERRORS)].flatMap((name) => [name, `${name}.remedy`]).filter((key) => !errors[key]);
    expect(missing).toEqual([]);
    const lonely = Object.keys(errors).filter((key) => !errors[`${key.replace(/\.remedy$/, '')}.remedy`]);
    expect(lonely).toEqual([]);
    expect(all.filter(([key, text]) => key.startsWith('errors.') && /\{/.test(text))).toEqual([]);
  });

  test('has no space at an end, nor two in a row, and nothing empty', () => {
    expect(all.filter(([, text]) => text !== text.trim() || /\s\s/.test(text) || text === '')).toEqual([]);
  });

  // The languages of other scripts show at a glance what was left.
  test.skipIf(new Intl.Locale(tag).maximize().script === 'Latn')('has no word in Latin letters', () => {
    expect(all.filter(([, text]) => /\p{Script=Latin}/u.test(said(text, tag)))).toEqual([]);
  });
});
