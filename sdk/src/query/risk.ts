import { checked } from '../accounts/checked.ts';
import { type MarketConfig, marketConfigLayout, type RiskMetrics, riskMetricsLayout } from '../accounts/generated.ts';
import type { AddressLike } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import type { Snapshot } from '../rpc.ts';
import { accountsQueryOptions, type Later, nameOf } from './source.ts';

export interface RiskParameters {
  readonly market: Later;
}

export interface Risk {
  readonly metrics: RiskMetrics;
  /** Null where the market was never configured. */
  readonly config: MarketConfig | null;
}

/** Null where the market was never scored. */
export type RiskData = Snapshot<Risk | null>;

export const riskQueryKey = (client: Pick<PercosecClient, 'key'>, { market }: RiskParameters) =>
  ['percosec', client.key, 'risk', { market: nameOf(market) }] as const;

/** A market's risk score, its factors, and how it is configured. */
export const riskQueryOptions = (client: PercosecClient, { market }: RiskParameters) =>
  accountsQueryOptions(
    client,
    riskQueryKey(client, { market }),
    market != null,
    ({ riskMetricsAddress, marketConfigAddress }) => [
      riskMetricsAddress(market as AddressLike),
      marketConfigAddress(market as AddressLike),
    ],
    ([metricsAccount, configAccount]): Risk | null => {
      const asked = { market: nameOf(market) };
      const metrics = checked(client.decode(riskMetricsLayout, metricsAccount), asked);
      return metrics && { metrics, config: checked(client.decode(marketConfigLayout, configAccount), asked) };
    },
  );
