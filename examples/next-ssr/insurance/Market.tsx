'use client';

// One market: what it and its token are called is known as soon as either side has read it.
import type { Address } from '@percosec/sdk';
import { usePercosec } from '@percosec/sdk/react/core';
import { ClaimHistory, PoolHealthGauge, RiskBadge, WidgetSettings } from '@percosec/widgets';
import { useQuery } from '@tanstack/react-query';
import { Line } from './Line.tsx';
import { CLAIMS, marketsQuery, shortened } from './markets.ts';

export function Market({ market, complete }: { readonly market: Address; readonly complete: boolean }) {
  const { data } = useQuery(marketsQuery(usePercosec().client));
  const name = data?.markets.find((listed) => listed.market === market)?.name ?? shortened(market);
  return (
    <WidgetSettings symbols={data?.symbols}>
      <h1>
        {name} <RiskBadge market={market} name={name} />
      </h1>
      <Line complete={complete} />
      <PoolHealthGauge market={market} name={name} />
      <ClaimHistory market={market} name={name} limit={CLAIMS} />
    </WidgetSettings>
  );
}
