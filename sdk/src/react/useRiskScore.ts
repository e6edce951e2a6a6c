'use client';

import { useMemo } from 'react';
import type { PercosecError } from '../error.ts';
import type { Risk, RiskParameters } from '../query/risk.ts';
import { type RiskView, riskView } from '../views/risk.ts';
import { useEpochSlot } from './useEpochSlot.ts';
import { useRisk } from './useRisk.ts';
import { useStaleSince } from './useStaleSince.ts';

/** Of the line, which tells nothing of the score. Any other says that what is there now is no score that can be read. */
const LINE = /^Rpc(Unreachable|Timeout|RateLimited|Refused|Behind)$/;

/** Only the score of `ready` is the market's now. */
export type RiskScoreState =
  /** No market was given. */
  | 'empty'
  | 'loading'
  | 'ready'
  /** Scored more than two epochs ago, or not followed for so long, or what came after it can't be read: then there is an error. */
  | 'stale'
  /** Scored, but the market's configuration is missing: nobody can tell how long ago. */
  | 'partial'
  /** Nobody has scored the market yet. */
  | 'unscored'
  /** There is not even a place for a score: no such market on this chain, or one without insurance. */
  | 'missing'
  | 'error';

export interface RiskScore {
  readonly state: RiskScoreState;
  /** The last score there was. */
  readonly score: Extract<RiskView, { readonly scored: true }> | null;
  /** What it was read from. */
  readonly risk: Risk | null | undefined;
  readonly error: PercosecError | null;
  readonly retry: () => void;
}

/** What may be shown of a market's risk, live: its score, and whether that is the market's now. */
export function useRiskScore({ market }: RiskParameters): RiskScore {
  const { data, error, refetch } = useRisk({ market });
  const risk = data?.value;
  const epochDuration = risk?.config?.epochDuration;
  const epochSlot = useEpochSlot(epochDuration);
  const offline = useStaleSince(data?.receivedAt, epochDuration) !== null;
  const score = useMemo(() => {
    if (!data?.value) return null;
    const { metrics, config } = data.value;
    const view = riskView(metrics, config, epochSlot !== null && epochSlot > data.slot ? epochSlot : data.slot);
    return view.scored ? view : null;
  }, [data, epochSlot]);

  function stateOf(): RiskScoreState {
    if (market == null) return 'empty';
    if (risk === undefined) return error ? 'error' : 'loading';
    if (risk === null) return 'missing';
    if (score === null) return 'unscored';
    if (score.epochsOld === null) return 'partial';
    return offline || score.epochsOld > 2n || (error && !LINE.test(error.code)) ? 'stale' : 'ready';
  }
  return { state: stateOf(), score, risk, error, retry: () => void refetch() };
}
