'use client';

import type { ReactNode } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { keepFocus } from '../core/keep-focus.ts';
import { useMessages } from '../core/messages.ts';
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
  const common = useMessages('common', commonMessages);
  const { loaded, failed, retry } = useLater(load, true);
  if (loaded) return children(loaded);
  if (!failed) return fallback;
  return (
    <div className="percosec-part percosec-problem" role="alert">
      <p className="percosec-part">{t('notLoaded')}</p>
      <button
        type="button"
        className="percosec-part percosec-button"
        onClick={(event) => {
          keepFocus(event);
          retry();
        }}
      >
        {common('retry')}
      </button>
    </div>
  );
}
