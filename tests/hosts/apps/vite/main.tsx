// A host as the guides have it: all widgets on one market, of which the page's address tells.
import '@percosec/widgets/styles.css';
import { PercosecClientProvider } from '@percosec/sdk/react/core';
import {
  ClaimHistory,
  DepositPanel,
  LossSimulator,
  PoolHealthGauge,
  RiskBadge,
  WithdrawUnlockTimer,
} from '@percosec/widgets';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, version } from 'react';
import { createRoot } from 'react-dom/client';

const asked = new URLSearchParams(location.search);
const market = asked.get('market');
const owner = asked.get('owner');
const wallet =
  owner === null ? null : { publicKey: { toBase58: () => owner }, signTransaction: () => Promise.reject() };
const named = { market, name: 'SOL-PERP' };

document.documentElement.dataset.react = version;
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <PercosecClientProvider rpcUrl={asked.get('rpc') ?? ''} wsUrl={asked.get('ws') ?? ''} wallet={wallet as never}>
        <RiskBadge {...named} />
        <PoolHealthGauge {...named} />
        <WithdrawUnlockTimer {...named} onAction={() => {}} />
        <LossSimulator {...named} />
        <ClaimHistory {...named} />
        <DepositPanel {...named} />
      </PercosecClientProvider>
    </QueryClientProvider>
  </StrictMode>,
);
