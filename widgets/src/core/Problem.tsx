'use client';

import type { PercosecError, Refusal } from '@percosec/sdk';
import type { ReactNode } from 'react';
import { commonMessages } from './common-messages.ts';
import { useMessages } from './messages.ts';
import { useSettings } from './settings.tsx';

export interface ErrorWords {
  /** What happened, and why. */
  readonly what: string;
  /** What to do; null where `what` says it. */
  readonly todo: string | null;
}

/** An error or a refusal in the page's language; in English, and where a translation is missing, in the SDK's own words. */
export function useErrorWords(): (error: PercosecError | Refusal) => ErrorWords {
  const { words } = useSettings();
  const translated = (key: string) => {
    const found = words.map((one) => one?.errors?.[key]).find(Boolean);
    return typeof found === 'string' ? found : undefined;
  };
  return (error) => {
    const name = 'name' in error && error.name !== 'PercosecError' ? error.name : (error as PercosecError).code;
    const what = translated(name);
    if (what !== undefined) return { what, todo: translated(`${name}.remedy`) ?? null };
    return 'remedy' in error ? { what: error.message, todo: error.remedy } : { what: error.message, todo: null };
  };
}

export interface ProblemProps {
  readonly error: PercosecError | Refusal;
  readonly retry?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** What went wrong, why, what to do, and a button to try again. */
export function Problem({ error, retry, children }: ProblemProps): ReactNode {
  const t = useMessages('common', commonMessages);
  const { what, todo } = useErrorWords()(error);
  return (
    <div className="percosec-part percosec-problem" data-part="problem" role="alert">
      <p className="percosec-part">
        {what}
        {todo && ` ${todo}`}
      </p>
      {children}
      {retry && (
        <button type="button" className="percosec-part percosec-button" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
