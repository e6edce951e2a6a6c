'use client';

import type { RiskScore } from '@percosec/sdk/react/core';
import { type ComponentType, createContext } from 'react';
import { useWidget } from '../core/widget.tsx';
import type { riskBadgeMessages } from './messages.ts';

/** Of what the badge says, what stands for a grade. */
export type Word = Exclude<keyof typeof riskBadgeMessages, 'risk' | 'failed'>;

export interface RiskBadgeValue extends RiskScore {
  /** What the market is called; empty where it was not said. */
  readonly name: string;
  /** The grade where the market has one now, else what there is instead. */
  readonly word: Word;
  /** The same in the page's language. */
  readonly grade: string;
  /** The score, 0 to 1; empty where there is no grade. */
  readonly figure: string;
  /** Whose grade it is, for who doesn't see where it stands. */
  readonly label: string;
  /** Of the element with the details. */
  readonly detailsId: string;
  /** What the details show, once it is loaded. */
  readonly Content: ComponentType | null;
  readonly load: () => void;
}

export const RiskBadgeContext = /* @__PURE__ */ createContext<RiskBadgeValue | null>(null);

export const useRiskBadge = (): RiskBadgeValue => useWidget(RiskBadgeContext, 'RiskBadge');
