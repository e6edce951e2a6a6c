// What stands on the screen once everything runs: where it is, what is there, how to use it. Read from the chain; no
// secrets.
import { riskMetricsAddress, riskMetricsCodec } from '@percosec/sdk';
import { formatAmount, formatPercent } from '@percosec/sdk/math';
import type { Chain } from '../chain/chain.ts';
import type { Cast } from './cast.ts';
import { COLLATERAL_DECIMALS, COLLATERAL_SYMBOL } from './collateral.ts';
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

/** `cast` is null on a chain without the scenario. */
export async function statusBlock(chain: Chain, cast: Cast | null, { rpcUrl, wsUrl }: Endpoints): Promise<string> {
  const blocks = [
    table(
      [
        ['RPC', rpcUrl],
        ['WebSocket', wsUrl],
        ['Genesis', chain.calendar.genesisHash],
        ['Slot', `${chain.slot}, ${new Date(Number(chain.unixTimestamp) * 1000).toISOString()}`],
      ],
      2,
    ),
    addresses(chain, cast),
    ...(cast === null ? [] : [await markets(chain, cast)]),
    [
      `Use it: new Connection('${rpcUrl}') of @solana/web3.js, or any other Solana client.`,
      `${cast === null ? '' : 'The call percosec_scenario gives these addresses as JSON. '}Ctrl-C stops the chain.`,
    ],
  ];
  return blocks.map((lines) => lines.map((line) => `  ${line}`).join('\n')).join('\n\n');
}

/** The markets alone, for whoever shows the rest elsewhere. */
export async function statusText(chain: Chain, cast: Cast | null): Promise<string> {
  if (cast === null) return 'The chain is empty: programs and a faucet, nothing else.';
  const lines = await markets(chain, cast);
  return [...lines, '', 'The call percosec_scenario gives every address as JSON.'].join('\n');
}

function addresses({ programs }: Chain, cast: Cast | null): string[] {
  const rows = [
    ['Insurance pool', programs.insurance_pool.address],
    ['Risk engine', programs.risk_engine.address],
    ['Premium manager', programs.premium_manager.address],
    ['Insolvency handler', programs.insolvency_handler.address],
  ];
  if (cast !== null) {
    rows.push(
      [`${COLLATERAL_SYMBOL} mint`, cast.mint.address],
      ['Demo wallet', cast.providers.demo.wallet.address],
      ['Keeper', cast.keeper.wallet.address],
    );
  }
  return table(rows, 2);
}

async function markets(chain: Chain, cast: Cast): Promise<string[]> {
  const money = (atoms: bigint) =>
    `${formatAmount(atoms, COLLATERAL_DECIMALS, { ...LOCALE, maximumFractionDigits: 0 })} ${COLLATERAL_SYMBOL}`;
  const rows = cast.markets.map(async ({ plan, site }) => {
    const { nav, utilizationBps, claims } = await view(chain, site);
    const { grade } = get(chain, riskMetricsCodec, await riskMetricsAddress(site.market));
    const uncovered = claims?.totalUncovered ?? 0n;
    const count = `${claims?.sequence ?? 0n}`;
    const told = uncovered === 0n ? count : `${count}, uncovered ${money(uncovered)}`;
    return [plan.symbol, site.market, grade, money(nav), formatPercent(utilizationBps, LOCALE), told];
  });
  return table(
    [['Market', 'Address', 'Grade', 'Pool worth', 'Utilization', 'Claims'], ...(await Promise.all(rows))],
    3,
  );
}
