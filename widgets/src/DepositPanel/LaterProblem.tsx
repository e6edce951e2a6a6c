'use client';

import type { ReactNode } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { depositPanelMessages } from './messages.ts';

/** What comes later did not come. */
export function LaterProblem({ retry }: { readonly retry: () => void }): ReactNode {
  const t = useMessages('depositPanel', depositPanelMessages);
  const common = useMessages('common', commonMessages);
  return (
    <div className="percosec-part percosec-problem" role="alert">
      <p className="percosec-part">{t('notLoaded')}</p>
      <button type="button" className="percosec-part percosec-button" onClick={retry}>
        {common('retry')}
      </button>
    </div>
  );
}
