import { formatAmount, formatApy, formatPercent, formatScore, marketStateOf, poolView } from '@percosec/sdk/math';
import { useEpochSlot, useInsurance, useLiveStatus, useRiskScore } from '@percosec/sdk/react/core';
import { market, name, symbol } from './config.ts';

/** All that the page shows of the pool, at the epoch that the chain is in; a sentence where there is nothing to show. */
export function usePool() {
  const { data, error } = useInsurance({ market });
  const insurance = data?.value;
  const slot = useEpochSlot(insurance?.pool.epochDuration);
  if (!data) return error?.message ?? 'Reading the pool …';
  if (!insurance) return 'Nobody insures this market.';
  if (insurance.decimals === null) return 'The pool’s token can’t be read.';
  const state = marketStateOf(insurance, slot !== null && slot > data.slot ? slot : data.slot);
  const { decimals } = insurance;
  return { state, decimals, money: (atoms: bigint) => `${formatAmount(atoms, decimals)} ${symbol}` };
}

export function Pool() {
  const pool = usePool();
  const { kind } = useLiveStatus();
  if (typeof pool === 'string') return <p>{pool}</p>;
  const { nav, coverageBps, apyBps, availableBalance, openDeficit } = poolView(pool.state);
  return (
    <dl>
      <dt>In the pool</dt>
      <dd>{pool.money(nav)}</dd>
      <dt>Of what is open on {name}</dt>
      <dd>{coverageBps === null ? 'nothing is open' : formatPercent(coverageBps)}</dd>
      <dt>Last epoch, as a year’s yield</dt>
      <dd>{formatApy(apyBps)}</dd>
      <dt>May leave now</dt>
      <dd>{pool.money(availableBalance)}</dd>
      {openDeficit > 0n && (
        <>
          <dt>Loss that nobody has reported</dt>
          <dd>{pool.money(openDeficit)}</dd>
        </>
      )}
      <dt>This page is</dt>
      <dd>{kind}</dd>
    </dl>
  );
}

export function Risk() {
  const { state, score, error } = useRiskScore({ market });
  if (score) {
    const then = state === 'ready' ? '' : ', when last it was known';
    return (
      <p>
        Risk: <strong>{score.grade.toLowerCase()}</strong>, {formatScore(score.scoreBps)} of 1{then}.
      </p>
    );
  }
  const words = state === 'loading' ? 'being read' : state === 'unscored' ? 'nobody has scored it yet' : 'unknown';
  return <p>Risk: {error?.message ?? `${words}.`}</p>;
}
