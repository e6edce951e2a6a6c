'use client';

import { usePercosec } from '@percosec/sdk/react/core';
import { type ReactNode, useEffect, useState } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { NotLoaded } from '../core/NotLoaded.tsx';
import { part, type Tag } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { useSettings } from '../core/settings.tsx';
import { useUnlockTimer } from './context.ts';
import { withdrawUnlockTimerMessages } from './messages.ts';

export const WIDGET = 'withdraw-unlock-timer';

export const useTitle = (values: { readonly name: string }) =>
  useMessages('withdrawUnlockTimer', withdrawUnlockTimerMessages)('title', values);

/** Which market's. Renders a `<p>`. */
export const Title = /* @__PURE__ */ part('p', WIDGET, 'title', () => ({
  className: 'percosec-label',
  children: useTitle(useUnlockTimer()),
}));

/** How it stands, in words; a change is announced, once. Renders a `<p role="status">`. */
export const Status = /* @__PURE__ */ part('p', WIDGET, 'status', () => {
  const { state, content } = useUnlockTimer();
  const common = useMessages('common', commonMessages);
  const silent = state === 'loading' || state === 'problem';
  // What a page shows at first is no news; what becomes of it is.
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!silent) setShown(true);
  }, [silent]);
  return {
    role: 'status',
    'aria-live': shown ? 'polite' : 'off',
    'data-state': state,
    // It stays where it is while it is silent, or its next words would be no change.
    className: state === 'problem' ? 'percosec-hidden' : 'percosec-title',
    children:
      state === 'loading' ? (
        <>
          <Skeleton width={14} />
          <span className="percosec-hidden">{common('loading')}</span>
        </>
      ) : (
        content && <content.Words />
      ),
  };
});

/** A part whose content is loaded while the chain is being read. */
const later = <T extends Tag>(
  tag: T,
  name: keyof typeof import('./content.tsx')['content'],
  className?: string,
  loading?: ReactNode,
) =>
  part(tag, WIDGET, name, () => {
    const timer = useUnlockTimer();
    const shown = timer.state === 'loading' ? loading && { children: loading } : timer.content?.content[name](timer);
    return shown ? { className, ...shown } : null;
  });

/** "Unlocks in 3 d 4 h", by the chain's slots. Its text runs without a render, and is read aloud when asked for. Renders a `<p role="timer">`. */
export const Countdown = /* @__PURE__ */ later('p', 'countdown', 'percosec-value', <Skeleton width={16} />);

/** When that will be: local time, and UTC on hover and read aloud. Renders a `<p>`. */
export const When = /* @__PURE__ */ later('p', 'date', 'percosec-label', <Skeleton width={20} />);

/** How much of the wait has passed, as a thin line. For the eye only: the countdown says it. Renders a `<div>`. */
export const Track = /* @__PURE__ */ later('div', 'track');

/** What it is worth, was requested for, or can leave now. Renders a `<p>`. */
export const Amount = /* @__PURE__ */ later('p', 'amount', undefined, <Skeleton width={24} />);

/** Where it stands among lock, request, cooldown, withdrawal. Renders an `<ol>`. */
export const Steps = /* @__PURE__ */ later(
  'ol',
  'steps',
  undefined,
  <li className="percosec-part percosec-actions">
    <Skeleton width={30} />
  </li>,
);

/** What can be done next, where the host does it. Renders a `<button>`. */
export const Action = /* @__PURE__ */ later('button', 'action', 'percosec-button');

/** What one has to know beside it: how old the figures are, what could not be read, a request that goes on while locked. Renders a `<p>`. */
export const Note = /* @__PURE__ */ later('p', 'note', 'percosec-notice');

/** Puts the moment, or the window, into the viewer's calendar. Renders a `<button>`. */
export const Reminder = /* @__PURE__ */ part('button', WIDGET, 'reminder', () => {
  const timer = useUnlockTimer();
  const { clock } = usePercosec().client;
  const settings = useSettings();
  const [failed, setFailed] = useState(false);
  return timer.content && timer.endsAt !== null
    ? timer.content.reminder({ timer, clock: clock.get, settings, failed, setFailed })
    : null;
});

/** Why nothing can be shown, and another try. */
export function Problem(): ReactNode {
  const { state, content, retry } = useUnlockTimer();
  return state !== 'problem' ? null : content ? <content.Trouble /> : <NotLoaded retry={retry} />;
}
