'use client';

// That capital can be lost is agreed to once a market. Where the browser's storage is blocked it is remembered for as long
// as the page lives.
import { usePercosec } from '@percosec/sdk/react/core';
import { useMemo, useSyncExternalStore } from 'react';
import type { PanelProps } from './shell.ts';

/** Where the browser keeps nothing, or has no room. */
const agreed = /* @__PURE__ */ new Set<string>();
const listeners = /* @__PURE__ */ new Set<() => void>();

const keyOf = (market: string) => `percosec:acknowledged:${market}`;

function read(market: string): boolean {
  try {
    return agreed.has(market) || localStorage.getItem(keyOf(market)) !== null;
  } catch {
    return false;
  }
}

function write(market: string, acknowledged: boolean): void {
  agreed.delete(market);
  try {
    if (acknowledged) localStorage.setItem(keyOf(market), '1');
    else localStorage.removeItem(keyOf(market));
  } catch {
    if (acknowledged) agreed.add(market);
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useAcknowledged(market: string, props: Pick<PanelProps, 'acknowledged' | 'onAcknowledge'>) {
  const { tell } = usePercosec();
  const remembered = useSyncExternalStore(
    subscribe,
    useMemo(() => () => read(market), [market]),
    () => false,
  );
  return {
    acknowledged: props.acknowledged ?? remembered,
    acknowledge(acknowledged: boolean) {
      if (props.acknowledged === undefined) write(market, acknowledged);
      props.onAcknowledge?.(acknowledged);
      if (acknowledged) tell({ type: 'acknowledged', market });
    },
  };
}
