// A market's insurance in plain words.
import { decimalText, formatAmount, formatApy, formatPercent, formatSharePrice } from '@percosec/sdk/math';
import type { Printer, Row } from '../print.ts';
import type { Findings } from './read.ts';

const SECONDS_PER_SLOT = 0.4;

/** One notation on every machine: what is printed here is compared, searched and pasted. */
const LOCALE = { locale: 'en' } as const;

const count = (value: bigint | number) => value.toLocaleString('en');

function duration(slots: bigint): string {
  const seconds = Math.round(Number(slots) * SECONDS_PER_SLOT);
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? ['second', 1];
  const many = Math.round((10 * seconds) / size) / 10;
  return `about ${count(many)} ${unit}${many === 1 ? '' : 's'}`;
}

export function tell(findings: Findings, { heading, rows, line }: Printer): void {
  heading('Market');
  rows(marketRows(findings));
  const { pool, poolView: view } = findings;
  if (pool === null || view === null) {
    line('\nNot insured yet: this market has no pool. "percosec create-market --help" says how one is made.');
    return;
  }
  const money = (atoms: bigint) => formatAmount(atoms, pool.collateralDecimals, { ...LOCALE, exact: true });
  const sections: [string, Row[]][] = [
    ['Pool', poolRows(findings, pool, view, money)],
    ['Getting in and out', exitRows(pool, view, money)],
    ['Claims', claimRows(findings, pool, view, money)],
    ['Risk', riskRows(findings)],
    ['Premium', premiumRows(findings, money)],
  ];
  for (const [title, lines] of sections) {
    heading(title);
    rows(lines);
  }
}

type Money = (atoms: bigint) => string;
type Pool = NonNullable<Findings['pool']>;
type View = NonNullable<Findings['poolView']>;

function marketRows({ at, header, marketProgram, pool }: Findings): Row[] {
  const { address, upgradeable, upgradeAuthority } = marketProgram ?? {};
  const change = {
    true: `can be changed by ${upgradeAuthority}`,
    false: 'final: nobody can change it',
    null: 'whether it can be changed is unknown',
  }[`${upgradeable ?? null}`];
  const rows: Row[] = [
    ['address', at.market],
    ['program', address ?? 'none', change],
  ];
  if (header === null) {
    return [
      ...rows,
      ['state', 'gone, or no longer showing a valid header', 'its pool treats it as closed, without deficit'],
    ];
  }
  const decimals = pool?.collateralDecimals;
  const money = (atoms: bigint) =>
    decimals === undefined ? `${atoms} atoms` : formatAmount(atoms, decimals, { ...LOCALE, exact: true });
  return [
    ...rows,
    ['state', (header.flags & 1) === 1 ? 'open for trading' : 'closed for trading'],
    ['authority', header.authority],
    ['claims are paid to', header.coverVault],
    ['open interest', money(header.openInterest)],
    ['liquidity', money(header.liquidity)],
    ['average leverage', `${decimalText(header.avgLeverageBps, 4)}×`],
    ['deficits, ever', money(header.cumulativeDeficit), `${money(header.marginAbsorbed)} absorbed by its own margin`],
  ];
}

function poolRows({ at, vault }: Findings, pool: Pool, view: View, money: Money): Row[] {
  const barrier = view.acceptsDeposits.ok ? 'yes' : `no: ${view.acceptsDeposits.reason}`;
  return [
    ['address', at.pool],
    ['collateral', pool.collateralMint, `${pool.collateralDecimals} decimals`],
    ['worth (NAV)', money(view.nav)],
    ['shares', money(pool.totalShares), `each worth ${formatSharePrice(view.sharePrice, LOCALE)}`],
    ['in the vault', vault === null ? 'the vault is missing' : money(vault.amount)],
    ['yield', formatApy(pool.apyBps, LOCALE), 'a year, by the last settlement'],
    ['used cover', formatPercent(view.utilizationBps, LOCALE), 'by the last settlement'],
    [
      'covers',
      view.coverageBps === null ? 'nothing is open' : formatPercent(view.coverageBps, LOCALE),
      'of the open interest',
    ],
    ['accepts deposits', barrier],
    ['authority', pool.authority, 'opens and closes it to new deposits, and nothing else'],
  ];
}

function exitRows(pool: Pool, view: View, money: Money): Row[] {
  const epochs = (many: number) => `${count(many)} epoch${many === 1 ? '' : 's'}`;
  const length = (many: number) => duration(BigInt(many) * pool.epochDuration);
  const cooling: Row[] =
    pool.cooldownEpochs === 0
      ? [['withdrawals', 'at once, after the lock']]
      : [
          ['withdrawals', `by request: ${epochs(pool.cooldownEpochs)} to wait`, length(pool.cooldownEpochs)],
          ['then open for', epochs(pool.windowEpochs), length(pool.windowEpochs)],
        ];
  return [
    ['epoch', count(view.epoch), `${count(pool.epochDuration)} slots, ${duration(pool.epochDuration)}`],
    ['lock', epochs(pool.lockEpochs), length(pool.lockEpochs)],
    ...cooling,
    [
      'reserve',
      view.reserveWaived ? 'waived' : money(view.reserve),
      `${formatPercent(pool.minReserveBps, LOCALE)} must stay in an epoch`,
    ],
    ['may leave now', money(view.availableBalance)],
  ];
}

function claimRows({ claims, records }: Findings, pool: Pool, view: View, money: Money): Row[] {
  return [
    ['a claim is above', money(pool.insolvencyThreshold)],
    [
      'cap in an epoch',
      view.capLeft === null ? 'none: a claim can take the whole pool at once' : `${money(view.capLeft)} left`,
      view.capLeft === null ? undefined : `${formatPercent(pool.claimCapBps, LOCALE)} of the assets`,
    ],
    [
      'open deficit',
      money(view.openDeficit),
      view.reportable ? `reportable: ${money(view.payable)} payable` : 'no claim',
    ],
    ['waiting to be paid', money(pool.pendingClaims)],
    claims === null
      ? ['so far', 'the claims book is not opened yet']
      : [
          'so far',
          `${count(claims.sequence)} ${claims.sequence === 1n ? 'claim' : 'claims'}`,
          `${money(claims.totalCovered)} covered, ${money(claims.totalUncovered)} not`,
        ],
    ...records.map(
      ({ sequence, slot, deficitAmount, bufferUsed, payoutAmount, uncoveredAmount }): Row => [
        `claim ${sequence}`,
        `${money(deficitAmount)} in slot ${slot}`,
        `${money(bufferUsed)} by the market's margin, ${money(payoutAmount)} by the pool, ${money(uncoveredAmount)} by nobody`,
      ],
    ),
  ];
}

function riskRows({ config, metrics, riskView: view }: Findings): Row[] {
  const rows: Row[] = [];
  if (config === null) rows.push(['config', 'missing: nobody can score this market']);
  else {
    rows.push(
      ['state', config.active === 1 ? 'active' : 'not active'],
      ['oracle feed', Array.from(config.oracleFeed, (byte) => byte.toString(16).padStart(2, '0')).join('')],
      ['highest leverage', `${decimalText(config.maxLeverageBps, 4)}×`],
      ['to be active', `${formatPercent(config.minCoverBps, LOCALE)} of the open interest must be covered`],
    );
  }
  if (metrics === null || view === null) return [...rows, ['score', 'no risk metrics yet']];
  if (!view.scored) return [...rows, ['score', 'never scored']];
  const age =
    view.epochsOld === 0n ? 'of this epoch' : view.epochsOld === null ? undefined : `${view.epochsOld} epochs old`;
  return [
    ...rows,
    ['score', `${(view.scoreBps / 10_000).toFixed(4)}, ${view.grade}`, age],
    ...view.factors.map(
      ({ name, bps, weightBps }): Row => [
        { leverage: 'leverage', oiRatio: 'open interest', volatility: 'volatility', fundingVariance: 'funding' }[name],
        (bps / 10_000).toFixed(4),
        `counts ${formatPercent(weightBps, LOCALE)}`,
      ],
    ),
  ];
}

function premiumRows({ premium, treasury }: Findings, money: Money): Row[] {
  if (premium === null) return [['state', 'missing: this market pays no premium']];
  return [
    ['rate', formatPercent(premium.premiumRateBps, LOCALE), 'a year, of open interest'],
    ['owed by the market', money(premium.premiumOwed), 'shown, not enforced on chain'],
    ['collected, unsettled', money(premium.epochPremiumAccrued)],
    ['settled, ever', money(premium.totalSettled)],
    ['last settled', `epoch ${count(premium.lastSettledEpoch)}`],
    [
      'treasury',
      treasury === null ? 'missing' : money(treasury.amount),
      `takes ${formatPercent(premium.protocolFeeBps, LOCALE)}`,
    ],
    ['a keeper earns', money(premium.keeperFee), 'for each instruction'],
  ];
}
