'use client';

import type { ReactNode } from 'react';
import { keepFocus } from '../core/keep-focus.ts';
import { useMessages } from '../core/messages.ts';
import { usePanel } from './context.tsx';
import { panelMessages } from './panel-messages.ts';
import { isUnderWay } from './transactions.ts';

export type Remedy = 'reportDeficit' | 'payQueued' | 'reopen' | 'settleEpoch';

/** Begins what anybody may do about a pool that lets nobody in or out; nothing where there is no wallet to sign it. */
export function MendButton({ intent }: { readonly intent: Remedy }): ReactNode {
  const t = useMessages('depositPanel', panelMessages);
  const { wallet, transactions } = usePanel();
  const run = transactions.find(intent);
  if (wallet !== 'signs') return null;
  return (
    <div className="percosec-part percosec-actions">
      <button
        type="button"
        className="percosec-part percosec-button"
        aria-disabled={Boolean(run && isUnderWay(run.state))}
        onClick={(event) => {
          keepFocus(event);
          transactions.begin({ intent, words: t(intent) });
        }}
      >
        {t(intent)}
      </button>
    </div>
  );
}
