import { claimView } from '@percosec/sdk/math';
import { useClaims } from '@percosec/sdk/react/core';
import { market } from './config.ts';
import { usePool } from './Pool.tsx';

export function Claims() {
  const pool = usePool();
  const { data, error } = useClaims({ market, limit: 10 });
  if (typeof pool === 'string') return <p>{pool}</p>;
  if (!data) return <p>{error?.message ?? 'Reading the claims …'}</p>;
  if (data.value.records.length === 0) return <p>None yet.</p>;
  return (
    <ul>
      {data.value.records
        .map(claimView)
        .map(({ sequence, timestamp, deficitAmount, payoutAmount, uncoveredAmount }) => (
          <li key={String(sequence)}>
            {new Date(Number(timestamp) * 1_000).toLocaleDateString()}: a loss of {pool.money(deficitAmount)}, the pool
            paid {pool.money(payoutAmount)},{' '}
            {uncoveredAmount === 0n ? 'nobody lost anything' : `${pool.money(uncoveredAmount)} stayed uncovered`}.
          </li>
        ))}
    </ul>
  );
}
