'use client';

// The markets, each with its badge and with figures of the page's own.
import { formatAmount, formatPercent, marketStateOf, poolView } from '@percosec/sdk/math';
import type { InsuranceData } from '@percosec/sdk/query';
import { useInsurance, usePercosec } from '@percosec/sdk/react/core';
import { RiskBadge } from '@percosec/widgets';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { type Markets as Listed, marketsQuery } from './markets.ts';

export function Markets() {
  const { data, isError, refetch, isFetching } = useQuery(marketsQuery(usePercosec().client));
  if (data === undefined && isError)
    return (
      <p role="alert">
        Which markets there are could not be read. The server can be told by <code>MARKETS</code>.{' '}
        <button type="button" onClick={() => void refetch()} disabled={isFetching}>
          Try again
        </button>
      </p>
    );
  if (data === undefined) return <p>Reading which markets there are …</p>;
  if (data.markets.length === 0)
    return (
      <p>
        This chain names no markets. Tell the server by <code>MARKETS</code>.
      </p>
    );
  return (
    <table>
      <thead>
        <tr>
          <th>Market</th>
          <th>Risk</th>
          <th className="figure">Insured by</th>
          <th className="figure">Of open interest</th>
        </tr>
      </thead>
      <tbody>
        {data.markets.map(({ market, name }) => (
          <tr key={market}>
            <th scope="row">
              <Link href={`/market/${market}`} prefetch={false}>
                {name}
              </Link>
            </th>
            <td>
              <RiskBadge market={market} name={name} />
            </td>
            <Cover market={market} symbols={data.symbols} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cover({ market, symbols }: Pick<Listed, 'symbols'> & { readonly market: string }) {
  const { data, error } = useInsurance({ market });
  const [amount, share] = data ? figuresOf(data, symbols) : error ? ['unread', 'unread'] : ['…', '…'];
  return (
    <>
      <td className="figure">{amount}</td>
      <td className="figure">{share}</td>
    </>
  );
}

/** One language on both sides: the server's own may be another than the browser's. */
const LOCALE = { locale: 'en' };

function figuresOf({ value, slot }: InsuranceData, symbols: Listed['symbols']): readonly [string, string] {
  if (value === null || value.decimals === null) return ['not insured', ''];
  const { nav, coverageBps } = poolView(marketStateOf(value, slot));
  const amount = formatAmount(nav, value.decimals, { ...LOCALE, maximumFractionDigits: 0 });
  const symbol = symbols[value.pool.collateralMint] ?? '';
  return [`${amount} ${symbol}`, coverageBps === null ? 'nothing open' : formatPercent(coverageBps, LOCALE)];
}
