'use client';

import { formatAmount, formatPercent, marketStateOf, poolView } from '@percosec/sdk/math';
import { useInsurance, usePercosec } from '@percosec/sdk/react/core';
import { RiskBadge, WidgetSettings } from '@percosec/widgets';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { marketsQuery } from './markets.ts';

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
            <Cover market={market} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const LOCALE = { locale: 'en' };

/** The same language on both sides: the server's own may be another than the browser's. */
function Cover({ market }: { readonly market: string }) {
  const { data, error } = useInsurance({ market });
  const insurance = data?.value;
  if (!data || !insurance || insurance.decimals === null) {
    const why = error ? 'unread' : data === undefined ? '…' : 'not insured';
    return (
      <>
        <td className="figure">{why}</td>
        <td className="figure">{why}</td>
      </>
    );
  }
  const { nav, coverageBps } = poolView(marketStateOf(insurance, data.slot));
  return (
    <>
      <td className="figure">{formatAmount(nav, insurance.decimals, { ...LOCALE, maximumFractionDigits: 0 })}</td>
      <td className="figure">{coverageBps === null ? 'none open' : formatPercent(coverageBps, LOCALE)}</td>
    </>
  );
}

/** Widgets that call tokens by their names. */
export function Named({ children }: { readonly children: ReactNode }) {
  const { data } = useQuery(marketsQuery(usePercosec().client));
  return <WidgetSettings symbols={data?.symbols}>{children}</WidgetSettings>;
}
