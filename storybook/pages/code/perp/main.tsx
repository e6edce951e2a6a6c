import '@percosec/widgets/styles.css';
import { createRoot } from 'react-dom/client';
import { MarketPage } from './MarketPage.tsx';
import { Providers } from './providers.tsx';

const market = new URLSearchParams(location.search).get('market') ?? '';

createRoot(document.getElementById('root') as HTMLElement).render(
  <Providers rpcUrl="https://your-rpc.example">
    <MarketPage market={market} name="SOL-PERP">
      <p>Your chart and your order form</p>
    </MarketPage>
  </Providers>,
);
