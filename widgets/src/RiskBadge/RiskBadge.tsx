'use client';

import type { AddressLike } from '@percosec/sdk';
import { formatScore } from '@percosec/sdk/math';
import { useRiskScore } from '@percosec/sdk/react/core';
import { type ComponentType, useId, useState } from 'react';
import { useMessages } from '../core/messages.ts';
import { useSettings } from '../core/settings.tsx';
import { type WidgetProps, type WidgetRoot, widget } from '../core/widget.tsx';
import { RiskBadgeContext, type Word } from './context.ts';
import { riskBadgeMessages } from './messages.ts';
import { Details, Grade, Icon, Score, Trigger } from './parts.tsx';

export interface Own {
  readonly market: AddressLike | null | undefined;
  /** What the market is called. */
  readonly name?: string | undefined;
}

export type RiskBadgeProps = WidgetProps<'span', Own>;

/**
 * How risky a market is: grade, shape, colour and score, and a button that tells why. Renders a `<span>`, and nothing in it
 * that may not stand in a line of text. With other children, it is what you compose. Headless: `useRiskScore`.
 */
const Root: WidgetRoot<'span', Own> = /* @__PURE__ */ widget(
  'span',
  'risk-badge',
  RiskBadgeContext,
  ({ market, name = '', ...props }) => {
    const t = useMessages('riskBadge', riskBadgeMessages);
    const { tag } = useSettings();
    const detailsId = useId();
    const [Content, setContent] = useState<ComponentType | null>(null);
    const reading = useRiskScore({ market });
    const { state, score } = reading;
    const current = state === 'ready' && score;
    const word = (current ? score.grade.toLowerCase() : state in riskBadgeMessages ? state : 'unknown') as Word;
    return [
      {
        ...reading,
        name,
        word,
        grade: t(word),
        figure: current ? formatScore(score.scoreBps, { locale: tag }) : '',
        label: t('risk', { name }),
        detailsId,
        Content,
        load: () =>
          void import('./RiskDetails.tsx').then(
            ({ RiskDetails }) => setContent(() => RiskDetails),
            () => setContent(() => () => t('failed')),
          ),
      },
      props,
      {
        'data-state': state,
        children: (
          <>
            <Trigger />
            <Details />
          </>
        ),
      },
    ];
  },
);

export const RiskBadge = /* @__PURE__ */ Object.assign(Root, { Root, Trigger, Icon, Grade, Score, Details });
