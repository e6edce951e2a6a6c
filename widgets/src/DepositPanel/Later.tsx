'use client';

import type { ReactNode } from 'react';
import { LaterProblem } from './LaterProblem.tsx';
import { useLater } from './useLater.ts';

export const loadReview = () => import('./DepositReview.tsx');
export const loadNotices = () => import('./notices.tsx');
export const loadStatus = () => import('./TransactionStatus.tsx');
export const loadFacts = () => import('./FactList.tsx');

export interface LaterProps<Module> {
  /** The same function each time. */
  readonly load: () => Promise<Module>;
  readonly children: (module: Module) => ReactNode;
}

/** Shows what it loads. */
export function Later<Module>({ load, children }: LaterProps<Module>): ReactNode {
  const { loaded, failed, retry } = useLater(load, true);
  return loaded ? children(loaded) : failed && <LaterProblem retry={retry} />;
}
