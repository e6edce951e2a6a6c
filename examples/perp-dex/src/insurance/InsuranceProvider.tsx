import { PercosecProvider } from '@percosec/sdk/react';
import { WidgetSettings } from '@percosec/widgets';
import { type ReactNode, useMemo } from 'react';
import { useMarkets } from '../markets/useMarkets.ts';
import { theme } from './theme.ts';

/** Finds connection, wallet and query client in the providers around it. */
export function InsuranceProvider({ children }: { readonly children: ReactNode }) {
  const { markets } = useMarkets();
  // A test token has no name that widgets could know.
  const symbols = useMemo(
    () => Object.fromEntries(markets.map(({ token, tokenSymbol }) => [token, tokenSymbol])),
    [markets],
  );
  return (
    <PercosecProvider>
      <WidgetSettings theme={theme} symbols={symbols}>
        {children}
      </WidgetSettings>
    </PercosecProvider>
  );
}
