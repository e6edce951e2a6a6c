// What the visitor has chosen: a language and a colour scheme. The document says both, for browsers and for CSS.
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { recall, remember } from './stored.ts';

export type Language = 'en' | 'ar';
export type Scheme = 'dark' | 'light';

export interface Preferences {
  readonly language: Language;
  readonly scheme: Scheme;
  setLanguage(language: Language): void;
  setScheme(scheme: Scheme): void;
}

const PreferencesContext = createContext<Preferences | null>(null);

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('usePreferences needs a <PreferencesProvider> around it.');
  return preferences;
}

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (recall('language') === 'ar' ? 'ar' : 'en'));
  const [scheme, setScheme] = useState<Scheme>(() => (recall('scheme') === 'light' ? 'light' : 'dark'));

  // Before the browser paints: nobody shall see the page in the other direction first.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
    remember('language', language);
  }, [language]);
  useLayoutEffect(() => {
    document.documentElement.dataset.scheme = scheme;
    remember('scheme', scheme);
  }, [scheme]);

  const preferences = useMemo(() => ({ language, scheme, setLanguage, setScheme }), [language, scheme]);
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}
