// What the widgets add to a host's page that has React, TanStack Query and the SDK. Counted, so it is checked.
import path from 'node:path';
import { bundleAsync } from 'lightningcss';
import { PEERS } from '../bundle.ts';
import { atMost, NONE, number, type Part } from '../report.ts';
import { gzipped, weigh } from '../weigh.ts';

const KIB = 1_024;
const SDK = '@percosec/sdk';
const THEME = path.resolve(import.meta.dirname, '../../widgets/src/theme');

const READ_ONLY = ['RiskBadge', 'PoolHealthGauge', 'ClaimHistory', 'WithdrawUnlockTimer'];
const FIVE = ['DepositPanel', ...READ_ONLY];

const of = (names: readonly string[]) => `export { ${names.join(', ')} } from '@percosec/widgets'`;

const SHIPMENTS: readonly { readonly what: string; readonly code: string; readonly budget?: number }[] = [
  { what: 'RiskBadge alone', code: of(['RiskBadge']), budget: 2.5 * KIB },
  ...FIVE.filter((name) => name !== 'RiskBadge').map((name) => ({ what: `${name} alone`, code: of([name]) })),
  { what: 'LossSimulator alone', code: of(['LossSimulator']) },
  { what: 'the four that only read', code: of(READ_ONLY), budget: 7 * KIB },
  { what: 'all five', code: of(FIVE), budget: 14 * KIB },
  { what: 'all five and LossSimulator', code: of([...FIVE, 'LossSimulator']) },
];

async function styles(file: string): Promise<number> {
  const { code } = await bundleAsync({ filename: path.join(THEME, file), minify: true });
  return gzipped(code);
}

export async function widgetBytesPart(): Promise<Part> {
  const rows = await Promise.all(
    SHIPMENTS.map(async ({ what, code, budget }) => {
      const [beside, whole] = await Promise.all([weigh(code, [...PEERS, SDK]), weigh(code, PEERS)]);
      return { what, budget, beside, whole };
    }),
  );
  const [css, layered] = await Promise.all([styles('styles.css'), styles('styles.layer.css')]);
  const locales = await Promise.all(
    ['es', 'zh', 'ja', 'ar'].map(async (tag) => ({
      tag,
      weight: await weigh(`export { ${tag} } from '@percosec/widgets/locales/${tag}'`, PEERS),
    })),
  );
  return {
    title: 'What the widgets add to a page',
    says:
      'Bytes after rolldown’s minification and gzip, with the English words. React, TanStack Query, web3.js and the wallet adapter are the ' +
      'host’s own; so is the SDK, which a page has once however many widgets it shows: the last column counts it in.',
    sections: [
      {
        title: 'JavaScript',
        says: '“Later” is loaded while the chain is being read, or when it is first wanted: the review dialog with Radix’s, exports, reminders, what is behind a popover. How much of it comes without a click, “Bytes of a page at rest” tells.',
        head: ['import', 'gzip bytes', 'budget', 'later', 'with the SDK'],
        rows: rows.map(({ what, budget, beside, whole }) => [
          what,
          number(beside.first),
          budget === undefined ? NONE : number(budget),
          beside.later === 0 ? NONE : number(beside.later),
          number(whole.first),
        ]),
      },
      {
        title: 'CSS and languages',
        says: 'One sheet for all widgets and themes; a language is loaded only by who imports it.',
        head: ['file', 'gzip bytes', 'budget'],
        rows: [
          ['styles.css', number(css), number(3 * KIB)],
          ['styles.layer.css', number(layered), NONE],
          ...locales.map(({ tag, weight }) => [`locales/${tag}`, number(weight.first), NONE]),
        ],
      },
    ],
    goals: [
      ...rows.flatMap(({ what, budget, beside }) =>
        budget === undefined ? [] : [atMost(what, beside.first, budget, 'bytes')],
      ),
      atMost('styles.css', css, 3 * KIB, 'bytes'),
    ],
  };
}
