// The widgets' settings: the host's colours and language, and what its test token is called.
import { PercosecProvider } from '@percosec/sdk/react';
import { WidgetSettings, type WidgetSettingsProps } from '@percosec/widgets';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useMarkets } from '../markets/useMarkets.ts';
import { type Language, usePreferences } from '../preferences.tsx';
import { theme } from './theme.ts';

/** Finds connection, wallet and query client in the providers around it. */
export function InsuranceProvider({ children }: { readonly children: ReactNode }) {
  const { markets } = useMarkets();
  const { language } = usePreferences();
  // A mint doesn't say what its token is called.
  const symbols = useMemo(
    () => Object.fromEntries(markets.map(({ token, tokenSymbol }) => [token, tokenSymbol])),
    [markets],
  );
  return (
    <PercosecProvider>
      <WidgetSettings theme={theme} symbols={symbols} locale={useLocale(language)}>
        {children}
      </WidgetSettings>
    </PercosecProvider>
  );
}

type Locale = WidgetSettingsProps['locale'];

/** English is built in; another language's words are loaded once it is chosen. Until then, the widgets speak English. */
function useLocale(language: Language): Locale {
  const [arabic, setArabic] = useState<Locale>();
  useEffect(() => {
    if (language !== 'ar') return;
    import('@percosec/widgets/locales/ar').then(
      ({ ar }) => setArabic(ar),
      (error) => console.warn('The widgets stay English:', error),
    );
  }, [language]);
  return language === 'ar' ? arabic : undefined;
}
