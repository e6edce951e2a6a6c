import { address } from '@percosec/sdk';
import { claimsQueryOptions, insuranceQueryOptions, riskQueryOptions } from '@percosec/sdk/query';
import { notFound } from 'next/navigation';
import { readAhead } from '../../../insurance/ahead.ts';
import { Market } from '../../../insurance/Market.tsx';
import { CLAIMS } from '../../../insurance/markets.ts';
import { FromServer } from '../../../insurance/Providers.tsx';

export default async function Page({ params }: { readonly params: Promise<{ readonly address: string }> }) {
  const market = addressIn((await params).address) ?? notFound();
  const { state, complete } = await readAhead((client) => [
    riskQueryOptions(client, { market }),
    insuranceQueryOptions(client, { market }),
    claimsQueryOptions(client, { market, limit: CLAIMS }),
  ]);
  return (
    <FromServer state={state}>
      <Market market={market} complete={complete} />
    </FromServer>
  );
}

function addressIn(text: string) {
  try {
    return address(text);
  } catch {
    return null;
  }
}
