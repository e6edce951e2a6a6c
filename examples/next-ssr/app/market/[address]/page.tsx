import { address } from '@percosec/sdk';
import { claimsQueryOptions, insuranceQueryOptions, riskQueryOptions } from '@percosec/sdk/query';
import { ClaimHistory, PoolHealthGauge, RiskBadge } from '@percosec/widgets';
import { notFound } from 'next/navigation';
import { readAhead } from '../../../insurance/ahead.ts';
import { Line } from '../../../insurance/Line.tsx';
import { Named } from '../../../insurance/Markets.tsx';
import { FromServer } from '../../../insurance/Providers.tsx';

/** What the widget asks for is what was read ahead. */
const CLAIMS = 50;

export default async function Page({ params }: { readonly params: Promise<{ readonly address: string }> }) {
  const market = addressIn((await params).address) ?? notFound();
  const { state, complete, markets } = await readAhead((client) => [
    riskQueryOptions(client, { market }),
    insuranceQueryOptions(client, { market }),
    claimsQueryOptions(client, { market, limit: CLAIMS }),
  ]);
  const name = markets?.markets.find((listed) => listed.market === market)?.name ?? market;
  return (
    <FromServer state={state}>
      <h1>
        {name} <RiskBadge market={market} name={name} />
      </h1>
      <Line complete={complete} />
      <Named>
        <PoolHealthGauge market={market} name={name} />
        <ClaimHistory market={market} name={name} limit={CLAIMS} />
      </Named>
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
