import { insuranceQueryOptions, riskQueryOptions } from '@percosec/sdk/query';
import { readAhead } from '../insurance/ahead.ts';
import { Line } from '../insurance/Line.tsx';
import { Markets } from '../insurance/Markets.tsx';
import { FromServer } from '../insurance/Providers.tsx';

export default async function Page() {
  const { state, complete } = await readAhead((client, found) =>
    (found?.markets ?? []).flatMap(({ market }) => [
      riskQueryOptions(client, { market }),
      insuranceQueryOptions(client, { market }),
    ]),
  );
  return (
    <FromServer state={state}>
      <h1>What stands behind each market</h1>
      <Line complete={complete} />
      <Markets />
    </FromServer>
  );
}
