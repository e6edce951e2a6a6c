'use client';

import { forwardRef } from 'react';
import type { WidgetProps } from '../core/widget.tsx';
import type { WithdrawUnlockTimerOwnProps } from './context.ts';
import {
  Action,
  Amount,
  Countdown,
  Note,
  Problem,
  Reminder,
  Root,
  Status,
  Steps,
  Title,
  Track,
  When,
} from './parts.tsx';

export type WithdrawUnlockTimerProps = Omit<WidgetProps<'div', WithdrawUnlockTimerOwnProps>, 'asChild' | 'children'>;

const ReadyMade = /* @__PURE__ */ forwardRef<HTMLDivElement, WithdrawUnlockTimerProps>(
  ({ className = '', ...props }, ref) => (
    <Root {...props} ref={ref} className={`percosec-card percosec-stack ${className}`}>
      <Title />
      <Problem />
      <Status />
      <Countdown />
      <Track />
      <When />
      <Amount />
      <Steps />
      <Note />
      <div className="percosec-part percosec-actions">
        <Action />
        <Reminder />
      </div>
    </Root>
  ),
);

/**
 * When a deposit can leave: the lock, the request, the cooldown, the window, by the chain's own clock.
 *
 * Without these parts, the same is made of `useInsurance`, `usePosition` and `useChainClock` of `@percosec/sdk/react/core`
 * with `marketStateOf`, `positionView` and `timeOfSlot` of `@percosec/sdk/math`; inside of `Root`, of `useUnlockTimer`.
 */
export const WithdrawUnlockTimer = /* @__PURE__ */ Object.assign(ReadyMade, {
  Root,
  Title,
  Status,
  Countdown,
  Date: When,
  Track,
  Amount,
  Steps,
  Action,
  Reminder,
  Note,
  Problem,
});
