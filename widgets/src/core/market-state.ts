'use client';

// One market's insurance as all widgets read it: the accounts, and the epoch that the chain is in.
import type { AddressLike, PercosecError, ProviderPosition } from '@percosec/sdk';
import { type MarketState, marketStateOf } from '@percosec/sdk/math';
import type { Insurance } from '@percosec/sdk/query';
import { useEpochSlot, useInsurance, useStaleSince } from '@percosec/sdk/react/core';
import { useMemo } from 'react';
import { useSettings } from './settings.tsx';
import { symbolOf } from './symbols.ts';

export interface MarketReading {
  /** undefined: not read yet; null: the market has no pool here. */
  readonly insurance: Insurance | null | undefined;
  /** The same for the views of `@percosec/sdk/math`, as of the epoch that the chain is in. */
  readonly state: MarketState | null | undefined;
  readonly error: PercosecError | null;
  readonly retry: () => void;
  /** In milliseconds. */
  readonly receivedAt: number | undefined;
  /** When the figures were right, where that is more than two epochs ago; else null. */
  readonly staleSince: number | null;
  /** Of the collateral; null: its mint could not be read. */
  readonly decimals: number | null;
  readonly symbol: string;
}

/**
 * Pool and position are told one after the other. A position that holds more than its whole pool is not of the same moment: it
 * is not known until both are.
 */
export const ofOneMoment = (
  position: ProviderPosition | null | undefined,
  state: MarketState | null | undefined,
): ProviderPosition | null | undefined =>
  position && state && position.generation === state.pool.generation && position.shares > state.pool.totalShares
    ? undefined
    : position;

export function useMarketReading(market: AddressLike | null | undefined): MarketReading {
  const { symbols } = useSettings();
  const { data, error, refetch } = useInsurance({ market });
  const insurance = data?.value;
  const epochDuration = insurance?.pool.epochDuration;
  const epochSlot = useEpochSlot(epochDuration);
  const state = useMemo(() => {
    if (!data || !insurance) return insurance as null | undefined;
    return marketStateOf(insurance, epochSlot !== null && epochSlot > data.slot ? epochSlot : data.slot);
  }, [data, insurance, epochSlot]);
  const staleSince = useStaleSince(data?.receivedAt, epochDuration);
  return {
    insurance,
    state,
    error,
    retry: () => void refetch(),
    receivedAt: data?.receivedAt,
    staleSince,
    decimals: insurance?.decimals ?? null,
    symbol: insurance ? symbolOf(insurance.pool.collateralMint, symbols) : '',
  };
}
