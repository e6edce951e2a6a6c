'use client';

import { commonMessages } from './common-messages.ts';
import { useMessages } from './messages.ts';

/** In place of what could not be loaded: says so, and tries again when asked. */
export function NotLoaded({ retry }: { readonly retry: () => void }) {
  const t = useMessages('common', commonMessages);
  return (
    <div className="percosec-part percosec-problem" role="alert">
      <p className="percosec-part">{t('broken', { reason: '' })}</p>
      <button type="button" className="percosec-part percosec-button" onClick={retry}>
        {t('retry')}
      </button>
    </div>
  );
}
