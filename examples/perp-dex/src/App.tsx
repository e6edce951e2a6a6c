// Providers, and which page is at which address.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter, Route, Routes } from 'react-router';
import { InsuranceProvider } from './insurance/index.tsx';
import { EarnLayout } from './pages/EarnLayout.tsx';
import { FailureBoundary } from './pages/FailureBoundary.tsx';
import { MarketRoute } from './pages/MarketRoute.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { Shell } from './pages/Shell.tsx';
import { TradeLayout } from './pages/TradeLayout.tsx';
import { PreferencesProvider } from './preferences.tsx';
import { Wallets } from './wallet/Wallets.tsx';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: 1,
      // A chain on this machine answers without the internet.
      networkMode: 'always',
    },
  },
});

export const App = () => (
  <PreferencesProvider>
    <FailureBoundary>
      <QueryClientProvider client={queryClient}>
        <Wallets>
          <InsuranceProvider>
            <BrowserRouter>
              <Routes>
                <Route element={<Shell />}>
                  <Route index element={<MarketRoute page={TradeLayout} />} />
                  <Route path="trade/:symbol" element={<MarketRoute page={TradeLayout} />} />
                  <Route path="earn/:symbol" element={<MarketRoute page={EarnLayout} />} />
                  <Route path="*" element={<NotFound />} />
                </Route>
              </Routes>
            </BrowserRouter>
          </InsuranceProvider>
        </Wallets>
      </QueryClientProvider>
    </FailureBoundary>
  </PreferencesProvider>
);
