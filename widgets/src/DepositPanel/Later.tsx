'use client';

import type { ReactNode } from 'react';
import { useMessages } from '../core/messages.ts';
import { RetryButton } from '../core/RetryButton.tsx';
import { useLater } from '../core/useLater.ts';
import { depositPanelMessages } from './messages.ts';

export interface LaterProps<Module> {
  /** The same function each time. */
  readonly load: () => Promise<Module>;
  /** Until it is there. */
  readonly fallback?: ReactNode;
  readonly children: (module: Module) => ReactNode;
}

/** Shows what it loads; where that fails, says so and tries again when asked. */
export function Later<Module>({ load, fallback, children }: LaterProps<Module>): ReactNode {
  const t = useMessages('depositPanel', depositPanelMessages);
  const { loaded, failed, retry } = useLater(load, true);
  if (loaded) return children(loaded);
  if (!failed) return fallback;
  return (
    <div className="percosec-part percosec-problem" role="alert">
      <p className="percosec-part">{t('notLoaded')}</p>
      <RetryButton retry={retry} />
    </div>
  );
}
