'use client';

// What the panel knows: every part of both tabs reads it here.
import type { Address, AddressLike, PercosecError, ProviderPosition } from '@percosec/sdk';
import { type PoolView, poolView } from '@percosec/sdk/math';
import type { Balance } from '@percosec/sdk/query';
import { useBalance, usePercosec, usePercosecWallet, usePosition } from '@percosec/sdk/react/core';
import { createContext, useId, useMemo, useState } from 'react';
import { type MarketReading, useMarketReading } from '../core/market-state.ts';
import { shortAddress } from '../core/symbols.ts';
import { useWidget } from '../core/widget.tsx';
import { type Transactions, useTransactions } from './transactions.ts';
import { type DepositForm, useDepositForm } from './useDepositForm.ts';

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

export interface Panel {
  /** Its address; empty where none is chosen. */
  readonly market: string;
  readonly name: string;
  readonly reading: MarketReading;
  /** `failed`: nothing could be read. What was read once stays `ready`. */
  readonly standing: 'no-market' | 'no-pool' | 'failed' | 'loading' | 'ready';
  /** undefined: not read; null: there is no pool. */
  readonly view: PoolView | null | undefined;
  /** The connected wallet's. */
  readonly owner: Address | null;
  /** `watching`: it shows an account and can't sign for it. */
  readonly wallet: 'none' | 'watching' | 'signs';
  readonly onConnect: (() => void) | undefined;
  /** undefined: not read; null: there is none. */
  readonly position: ProviderPosition | null | undefined;
  readonly balance: Balance | undefined;
  /** Why the owner's position or balance could not be read. */
  readonly ownError: PercosecError | null;
  readonly retryOwn: () => void;
  readonly tab: PanelTab;
  readonly setTab: (tab: PanelTab) => void;
  /** What ids of this panel begin with. */
  readonly id: string;
  readonly transactions: Transactions;
  readonly deposit: DepositForm;
}

export const PanelContext = /* @__PURE__ */ createContext<Panel | null>(null);

export const usePanel = (): Panel => useWidget(PanelContext, 'DepositPanel');

const addressOf = (market: AddressLike | null | undefined) =>
  market == null ? '' : typeof market === 'string' ? market : market.toBase58();

export function usePanelState(props: PanelProps): Panel {
  const { onConnect, tab: given, defaultTab = 'deposit', onTabChange } = props;
  const market = addressOf(props.market);
  const name = props.name ?? shortAddress(market);
  const reading = useMarketReading(market || null);
  const { state, insurance } = reading;
  const view = useMemo(() => (state ? poolView(state) : state), [state]);

  const { owner } = usePercosec();
  const signer = usePercosecWallet();
  const wallet = owner === null ? 'none' : signer?.signTransaction || signer?.sendTransaction ? 'signs' : 'watching';
  const position = usePosition({ market: market || null });
  const balance = useBalance({ mint: insurance?.pool.collateralMint });

  const [chosen, setChosen] = useState(defaultTab);
  const transactions = useTransactions(market, name);
  const known = {
    market,
    name,
    reading,
    standing:
      market === '' ? 'no-market' : state === null ? 'no-pool' : state ? 'ready' : reading.error ? 'failed' : 'loading',
    view,
    owner,
    wallet,
    onConnect,
    position: position.data?.value,
    balance: balance.data?.value,
    ownError: (position.data ? null : position.error) ?? (balance.data ? null : balance.error),
    retryOwn: () => {
      if (!position.data) position.refetch();
      if (!balance.data) balance.refetch();
    },
    tab: given ?? chosen,
    setTab: (tab: PanelTab) => {
      setChosen(tab);
      onTabChange?.(tab);
    },
    id: useId(),
    transactions,
  } satisfies Omit<Panel, 'deposit'>;
  return { ...known, deposit: useDepositForm(known, props) };
}
