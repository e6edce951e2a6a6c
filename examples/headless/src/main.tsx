import './style.css';
import { PercosecClientProvider } from '@percosec/sdk/react/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Claims } from './Claims.tsx';
import { name, rpcUrl, wsUrl } from './config.ts';
import { Deposit } from './Deposit.tsx';
import { Pool, Risk } from './Pool.tsx';
import { Position } from './Position.tsx';
import { useWallets } from './wallet.ts';

const queryClient = new QueryClient();

function App() {
  const { wallets, wallet, address, connect, leave } = useWallets();
  const [failed, setFailed] = useState('');
  return (
    <QueryClientProvider client={queryClient}>
      <PercosecClientProvider rpcUrl={rpcUrl} wsUrl={wsUrl} wallet={wallet}>
        <h1>{name}</h1>
        <Risk />
        <p>
          {address && (
            <button type="button" onClick={leave}>
              Leave {address.slice(0, 4)}…{address.slice(-4)}
            </button>
          )}
          {!address &&
            wallets.map((one) => (
              <button
                key={one.name}
                type="button"
                onClick={() =>
                  connect(one).then(
                    () => setFailed(''),
                    ({ message }) => setFailed(`${one.name}: ${message}`),
                  )
                }
              >
                Connect {one.name}
              </button>
            ))}
          {failed || (wallets.length === 0 && 'This browser has no wallet.')}
        </p>
        <section>
          <h2>The pool</h2>
          <Pool />
        </section>
        <section>
          <h2>Deposit</h2>
          <p>Deposits cover this market’s losses. They can be lost.</p>
          <Deposit />
        </section>
        <section>
          <h2>Yours</h2>
          <Position />
        </section>
        <section>
          <h2>Claims</h2>
          <Claims />
        </section>
      </PercosecClientProvider>
    </QueryClientProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
