'use client';

import { useChainClock } from './useChainClock.ts';

/**
 * The first slot of the epoch that the chain has said to be in; null until both are known. The views look at a slot's epoch only: who
 * reads them at this one renders once an epoch, not once a slot.
 */
export const useEpochSlot = (epochDuration: bigint | undefined): bigint | null =>
  useChainClock((clock) => (clock && epochDuration ? (clock.told / epochDuration) * epochDuration : null));
