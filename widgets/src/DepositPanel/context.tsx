'use client';

// What the panel knows: every part of both tabs reads it here.
import type { Address, PercosecError, ProviderPosition } from '@percosec/sdk';
import type { PoolView } from '@percosec/sdk/math';
import type { Balance } from '@percosec/sdk/query';
import { createContext } from 'react';
import { useWidget } from '../core/widget.tsx';
import type { PanelTab, Shell } from './shell.ts';
import type { Transactions } from './transactions.ts';
import type { DepositForm } from './useDepositForm.ts';

export interface Panel extends Shell {
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
  /** Reads again what could not be read. */
  readonly retry: () => void;
  readonly tab: PanelTab;
  readonly setTab: (tab: PanelTab) => void;
  /** What ids of this panel begin with. */
  readonly id: string;
  readonly transactions: Transactions;
  readonly deposit: DepositForm;
}

export const PanelContext = /* @__PURE__ */ createContext<Panel | null>(null);

export const usePanel = (): Panel => useWidget(PanelContext, 'DepositPanel');
