'use client';

import { commonMessages } from './common-messages.ts';
import { useFrame } from './frame.ts';
import { useMessages } from './messages.ts';

/** What stands in the place of a widget that could not be rendered. */
export function Broken({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const t = useMessages('common', commonMessages);
  return (
    <div {...useFrame()} role="alert" data-part="root" data-state="broken">
      <p className="percosec-part percosec-problem">
        {t('broken', { reason: error instanceof Error ? error.message : String(error) })}
      </p>
      <button type="button" className="percosec-part percosec-button" onClick={retry}>
        {t('retry')}
      </button>
    </div>
  );
}
