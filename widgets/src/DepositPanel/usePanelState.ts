'use client';

import { poolView } from '@percosec/sdk/math';
import { useBalance, usePercosec, usePercosecWallet, usePosition } from '@percosec/sdk/react/core';
import { useId, useMemo, useState } from 'react';
import { ofOneMoment } from '../core/market-state.ts';
import type { Panel } from './context.tsx';
import type { PanelTab, Shell } from './shell.ts';
import { useTransactions } from './transactions.ts';
import { useDepositForm } from './useDepositForm.ts';

export function usePanelState(shell: Shell): Panel {
  const { props, market, name, reading } = shell;
  const { onConnect, tab: given, defaultTab = 'deposit', onTabChange } = props;
  const { state, insurance } = reading;
  const view = useMemo(() => (state ? poolView(state) : state), [state]);

  const { owner } = usePercosec();
  const signer = usePercosecWallet();
  const wallet = owner === null ? 'none' : signer?.signTransaction || signer?.sendTransaction ? 'signs' : 'watching';
  const position = usePosition({ market: market || null });
  const balance = useBalance({ mint: insurance?.pool.collateralMint });

  const [chosen, setChosen] = useState(defaultTab);
  const known = {
    ...shell,
    view,
    owner,
    wallet,
    onConnect,
    position: ofOneMoment(position.data?.value, state),
    balance: balance.data?.value,
    ownError: position.error ?? balance.error,
    retry: () => {
      if (reading.error) reading.retry();
      if (position.error) position.refetch();
      if (balance.error) balance.refetch();
    },
    tab: given ?? chosen,
    setTab: (tab: PanelTab) => {
      setChosen(tab);
      onTabChange?.(tab);
    },
    id: useId(),
    transactions: useTransactions(market, name),
  } satisfies Omit<Panel, 'deposit'>;
  return { ...known, deposit: useDepositForm(known, props) };
}
