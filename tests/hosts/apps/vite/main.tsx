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

const widgets = [
  <RiskBadge key="badge" {...named} />,
  <PoolHealthGauge key="gauge" {...named} />,
  <WithdrawUnlockTimer key="timer" {...named} onAction={() => {}} />,
  <LossSimulator key="simulator" {...named} />,
  <ClaimHistory key="history" {...named} />,
  <DepositPanel key="panel" {...named} />,
];

// Whatever the page's sheets say, each stands at the same place.
const place = { all: 'unset', display: 'block', height: 1_300 } as const;

document.documentElement.dataset.react = version;
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <PercosecClientProvider rpcUrl={asked.get('rpc') ?? ''} wsUrl={asked.get('ws') ?? ''} wallet={wallet as never}>
        {widgets.map((widget) => (
          <div key={widget.key} style={place}>
            {widget}
          </div>
        ))}
      </PercosecClientProvider>
    </QueryClientProvider>
  </StrictMode>,
);
