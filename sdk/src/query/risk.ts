import { type MarketConfig, marketConfigCodec, type RiskMetrics, riskMetricsCodec } from '../accounts/generated.ts';
import { type AddressLike, address } from '../address.ts';
import { marketConfigAddress, riskMetricsAddress } from '../addresses.ts';
import type { PercosecClient } from '../client.ts';
import type { Snapshot } from '../rpc.ts';
import { accountsQueryOptions, decode, type Later, nameOf } from './source.ts';

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
    () => {
      const checked = address(market as AddressLike);
      return [riskMetricsAddress(checked), marketConfigAddress(checked)];
    },
    ([metricsAccount, configAccount]): Risk | null => {
      const metrics = decode(riskMetricsCodec, metricsAccount);
      return metrics && { metrics, config: decode(marketConfigCodec, configAccount) };
    },
  );
