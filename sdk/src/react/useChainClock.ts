'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { ChainClock } from '../live/clock.ts';
import { usePercosec } from './context.ts';

/**
 * The chain's clock, not the viewer's: slot and time, at most once a second, null until the chain has told.
 * One ticker serves all components, and each renders only when what it selects changes:
 * `useChainClock((clock) => clock && clock.slot / epochDuration)` renders once an epoch. Select a plain value.
 */
export function useChainClock<Selected = ChainClock | null>(select?: (clock: ChainClock | null) => Selected): Selected {
  const { clock } = usePercosec().client;
  const selection = useMemo(() => selectionOf(clock.get, select ?? whole<Selected>), [clock, select]);
  return useSyncExternalStore(clock.subscribe, selection, () => (select ?? whole<Selected>)(null));
}

const whole = <Selected>(clock: ChainClock | null) => clock as Selected;

/** The same clock gives the same selection, as useSyncExternalStore asks, even where select makes objects. */
function selectionOf<Selected>(get: () => ChainClock | null, select: (clock: ChainClock | null) => Selected) {
  let last: { readonly clock: ChainClock | null; readonly selected: Selected } | undefined;
  return () => {
    const clock = get();
    if (last === undefined || last.clock !== clock) last = { clock, selected: select(clock) };
    return last.selected;
  };
}
