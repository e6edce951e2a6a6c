import { WidgetSettings } from '@percosec/widgets';
import type { ReactNode } from 'react';

/** English words but for one, with the figures and dates of Britain. */
export const British = ({ children }: { readonly children: ReactNode }) => (
  <WidgetSettings locale={{ tag: 'en-GB' }} messages={{ common: { retry: 'Have another go' } }}>
    {children}
  </WidgetSettings>
);
