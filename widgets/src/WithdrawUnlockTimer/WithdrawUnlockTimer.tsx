'use client';

import { type WidgetRoot, widget } from '../core/widget.tsx';
import { UnlockTimerContext, useUnlockTimerValue, type WithdrawUnlockTimerOwnProps } from './context.ts';
import {
  Action,
  Amount,
  Countdown,
  Note,
  Problem,
  Reminder,
  Status,
  Steps,
  Title,
  Track,
  useTitle,
  When,
  WIDGET,
} from './parts.tsx';

/**
 * When a deposit can leave: the lock, the request, the cooldown, the window, by the chain's own clock.
 *
 * Ready-made as it is. With children of your own it is the frame that its parts stand in: `Title`, `Problem`, `Status`,
 * `Countdown`, `Track`, `Date`, `Amount`, `Steps`, `Note`, `Action`, `Reminder`, or your own with `useUnlockTimer`. Headless:
 * `useInsurance`, `usePosition`, `useEpochSlot` and `useChainClock`, with `positionView` and `timeOfSlot`.
 *
 * Renders a `<div role="group">` with `data-state`: an `UnlockState`.
 */
const Root: WidgetRoot<'div', WithdrawUnlockTimerOwnProps> = /* @__PURE__ */ widget(
  'div',
  WIDGET,
  UnlockTimerContext,
  ({ market, owner, name, onAction, ...props }) => {
    const timer = useUnlockTimerValue({ market, owner, name, onAction });
    return [
      timer,
      props,
      {
        className: 'percosec-card',
        role: 'group',
        'aria-label': useTitle(timer),
        'aria-busy': timer.state === 'loading',
        'data-state': timer.state,
        children: (
          <div className="percosec-part percosec-stack">
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
          </div>
        ),
      },
    ];
  },
);

export const WithdrawUnlockTimer = /* @__PURE__ */ Object.assign(Root, {
  Root,
  Title,
  Problem,
  Status,
  Countdown,
  Track,
  Date: When,
  Amount,
  Steps,
  Note,
  Action,
  Reminder,
});
