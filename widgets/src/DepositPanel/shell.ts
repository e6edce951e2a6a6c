'use client';

// What is known of the panel before the rest of it is loaded.
import type { AddressLike } from '@percosec/sdk';
import { createContext } from 'react';
import { type MarketReading, useMarketReading } from '../core/market-state.ts';
import { shortAddress } from '../core/symbols.ts';
import { useWidget } from '../core/widget.tsx';

export type PanelTab = 'deposit' | 'withdraw';

export interface PanelProps {
  readonly market: AddressLike | null | undefined;
  /** What the market is called. */
  readonly name?: string | undefined;
  /** Opens the host's choice of wallets; without it the panel says in words that one is needed. */
  readonly onConnect?: (() => void) | undefined;
  readonly tab?: PanelTab | undefined;
  readonly defaultTab?: PanelTab | undefined;
  readonly onTabChange?: ((tab: PanelTab) => void) | undefined;
  /** Whether this person has read what can be lost; unless told, the browser remembers it for each market. */
  readonly acknowledged?: boolean | undefined;
  readonly onAcknowledge?: ((acknowledged: boolean) => void) | undefined;
}

export interface Shell {
  readonly props: PanelProps;
  /** Its address; empty where none is chosen. */
  readonly market: string;
  readonly name: string;
  readonly reading: MarketReading;
  /** `failed`: nothing could be read. What was read once stays `ready`. */
  readonly standing: 'no-market' | 'no-pool' | 'failed' | 'loading' | 'ready';
}

export const ShellContext = /* @__PURE__ */ createContext<Shell | null>(null);

export const useShell = (): Shell => useWidget(ShellContext, 'DepositPanel');

export function useShellState(props: PanelProps): Shell {
  const { market: given } = props;
  const market = given == null ? '' : typeof given === 'string' ? given : given.toBase58();
  const reading = useMarketReading(market || null);
  const { state, error } = reading;
  const standing =
    market === '' ? 'no-market' : state ? 'ready' : state === null ? 'no-pool' : error ? 'failed' : 'loading';
  return { props, market, name: props.name ?? shortAddress(market), reading, standing };
}
