// What stands on the screen once everything runs: where it is, what is there, how to use it. Read from the chain; no
// secrets.
import { riskMetricsAddress, riskMetricsCodec } from '@percosec/sdk';
import { formatAmount, formatPercent } from '@percosec/sdk/math';
import type { Chain } from '../chain/chain.ts';
import { type Cast, scenarioOf } from './cast.ts';
import { get, view } from './market.ts';

const LOCALE = { locale: 'en-US' };

export interface Endpoints {
  readonly rpcUrl: string;
  readonly wsUrl: string;
}

type Row = readonly string[];

/** Columns as wide as they need; those after the first `left` ones are figures and stand right. */
function table(rows: readonly Row[], left: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
}

export async function statusBlock(chain: Chain, cast: Cast, { rpcUrl, wsUrl }: Endpoints): Promise<string> {
  const scenario = await scenarioOf(cast);
  const { decimals, symbol, address } = scenario.mint;
  const money = (atoms: bigint) =>
    `${formatAmount(atoms, decimals, { ...LOCALE, maximumFractionDigits: 0 })} ${symbol}`;
  const markets = await Promise.all(
    cast.markets.map(async ({ plan, site }) => {
      const { nav, utilizationBps, claims } = await view(chain, site);
      const { grade } = get(chain, riskMetricsCodec, await riskMetricsAddress(site.market));
      const count = claims?.sequence ?? 0n;
      const uncovered = claims?.totalUncovered ?? 0n;
      return [
        plan.symbol,
        site.market,
        grade,
        money(nav),
        formatPercent(utilizationBps, LOCALE),
        uncovered === 0n ? `${count}` : `${count}, uncovered ${money(uncovered)}`,
      ];
    }),
  );
  const { programs, wallets } = scenario;
  const lines = [
    ...table(
      [
        ['RPC', rpcUrl],
        ['WebSocket', wsUrl],
        ['Genesis', chain.calendar.genesisHash],
        ['Slot', `${chain.slot}, ${new Date(Number(chain.unixTimestamp) * 1000).toISOString()}`],
      ],
      2,
    ),
    '',
    ...table(
      [
        ['Insurance pool', programs.insurancePool],
        ['Risk engine', programs.riskEngine],
        ['Premium manager', programs.premiumManager],
        ['Insolvency handler', programs.insolvencyHandler],
        [`${symbol} mint`, address],
        ['Demo wallet', wallets.demo],
        ['Keeper', wallets.keeper],
      ],
      2,
    ),
    '',
    ...table([['Market', 'Address', 'Grade', 'Pool worth', 'Utilization', 'Claims'], ...markets], 3),
  ];
  return lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
}
