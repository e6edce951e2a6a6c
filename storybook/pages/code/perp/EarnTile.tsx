import { formatApy, marketStateOf, poolView } from '@percosec/sdk/math';
import { useInsurance } from '@percosec/sdk/react';

/** A tile of your own on the page of all markets: the widgets' figures, by the same hooks. */
export function EarnTile({ market, name }: { readonly market: string; readonly name: string }) {
  const { data, error } = useInsurance({ market });
  const insurance = data?.value;
  if (error && !insurance) return <p>{error.message}</p>;
  if (!data || !insurance) return <p>{data ? `${name} has no insurance pool.` : 'Loading'}</p>;
  const { apyBps, acceptsDeposits } = poolView(marketStateOf(insurance, data.slot));
  return (
    <a href={`/markets/${market}`}>
      {name} {formatApy(apyBps)} {acceptsDeposits.ok ? null : 'closed to deposits'}
    </a>
  );
}
