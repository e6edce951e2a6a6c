'use client';

import type { PercosecError, Refusal } from '@percosec/sdk';
import type { ReactNode } from 'react';
import { RetryButton } from './RetryButton.tsx';
import { sentences } from './sentences.ts';
import { useSettings } from './settings.tsx';

export interface ErrorWords {
  /** What happened, and why. */
  readonly what: string;
  /** And what to do, where that does not say it. */
  readonly said: string;
}

/** By which keys its words are looked up, the first that has any wins. */
function keysOf(error: PercosecError | Refusal): string[] {
  if (!('program' in error)) return [error.code];
  const { program, code, name } = error;
  // A program that is known by its address alone may mean anything by a name.
  const strange = code !== null && program.length > 30;
  return strange ? [] : [`${program}.${name}`, name];
}

/** An error or a refusal in the page's language; in English, and where a translation is missing, in the SDK's own words. */
export function useErrorWords(): (error: PercosecError | Refusal) => ErrorWords {
  const { words } = useSettings();
  const translated = (key: string) => words.map((one) => one?.errors?.[key]).find(Boolean);
  return (given) => {
    // A refusal that was thrown is still that refusal.
    const error = ('context' in given && (given.context.refusal as Refusal)) || given;
    const key = keysOf(error).find(translated);
    const what = (key && translated(key)) || error.message;
    const todo = key ? translated(`${key}.remedy`) : 'remedy' in error && error.remedy;
    return { what, said: sentences(what, todo) };
  };
}

export interface ProblemProps {
  readonly error: PercosecError | Refusal;
  readonly retry?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** What went wrong, why, what to do, and a button to try again. */
export function Problem({ error, retry, children }: ProblemProps): ReactNode {
  const { said } = useErrorWords()(error);
  return (
    <div className="percosec-part percosec-problem" data-part="problem" role="alert">
      <p className="percosec-part">{said}</p>
      {children}
      {retry && <RetryButton retry={retry} />}
    </div>
  );
}
