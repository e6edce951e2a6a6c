'use client';

import type { ChainClock } from '@percosec/sdk';
import { MILLISECONDS_PER_SLOT } from '@percosec/sdk/math';
import { useLiveStatus, usePercosec } from '@percosec/sdk/react/core';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { Amount as Money } from '../core/Figure.tsx';
import { translator, useMessages } from '../core/messages.ts';
import { Problem as ProblemNotice, useErrorWords } from '../core/Problem.tsx';
import { part } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { useSettings } from '../core/settings.tsx';
import { duration, localTime, Moment, useTick, useTickingText, useTimeOfSlot, utcTime } from '../core/time.tsx';
import { widget } from '../core/widget.tsx';
import {
  type UnlockAction,
  type UnlockSpan,
  type UnlockState,
  type UnlockTimer,
  UnlockTimerContext,
  useUnlockTimer,
  useUnlockTimerValue,
  type WithdrawUnlockTimerOwnProps,
} from './context.ts';
import { withdrawUnlockTimerMessages } from './messages.ts';

const WIDGET = 'withdraw-unlock-timer';
const CLASS = `percosec-${WIDGET}`;

const useWords = () => useMessages('withdrawUnlockTimer', withdrawUnlockTimerMessages);
const useCommonWords = () => useMessages('common', commonMessages);

/** The frame, and what all other parts read. Renders a `<div role="group">`. */
export const Root = /* @__PURE__ */ widget<'div', WithdrawUnlockTimerOwnProps, UnlockTimer>(
  'div',
  WIDGET,
  UnlockTimerContext,
  ({ market, owner, name, onAction, ...props }) => {
    const timer = useUnlockTimerValue({ market, owner, name, onAction });
    return [
      timer,
      {
        role: 'group',
        'aria-label': useWords()('title', timer),
        'aria-busy': timer.state === 'loading',
        'data-state': timer.state,
        ...props,
      },
    ];
  },
);

/** Which market's. Renders a `<p>`. */
export const Title = /* @__PURE__ */ part('p', WIDGET, 'title', () => ({
  className: 'percosec-label',
  children: useWords()('title', useUnlockTimer()),
}));

/** How it stands, in words; a change is announced, once. Renders a `<p role="status">`. */
export const Status = /* @__PURE__ */ part('p', WIDGET, 'status', () => {
  const { state } = useUnlockTimer();
  const t = useWords();
  const common = useCommonWords();
  const known = state !== 'loading' && state !== 'problem';
  // What a page shows at first is no news; what becomes of it is.
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (known) setShown(true);
  }, [known]);
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
      ) : state === 'no-market' ? (
        common('noMarket')
      ) : state === 'no-pool' ? (
        common('noPool')
      ) : (
        known && t(state)
      ),
  };
});

/** "Unlocks in 3 d 4 h", by the chain's slots. Its text runs without a render, and is read aloud when asked for. Renders a `<p role="timer">`. */
export const Countdown = /* @__PURE__ */ part('p', WIDGET, 'countdown', () => {
  const { state, span, endsAt } = useUnlockTimer();
  const { tag } = useSettings();
  if (!span && state !== 'loading') return null;
  return {
    role: 'timer',
    className: 'percosec-value',
    title: endsAt === null ? undefined : `${localTime(endsAt, tag)} · ${utcTime(endsAt, tag)}`,
    children: span ? <Running {...span} /> : <Skeleton width={16} />,
  };
});

function Running({ kind, to }: UnlockSpan) {
  const t = useWords();
  const { tag } = useSettings();
  const element = useRef<HTMLSpanElement>(null);
  useTickingText(
    element,
    useCallback(
      (clock: ChainClock | null) => {
        if (!clock) return t('noClock');
        const left = (to - clock.slot) * MILLISECONDS_PER_SLOT;
        // It comes with the chain's epoch: until then, nothing is promised.
        return left < 1_000n ? t('anyMoment') : t(kind, { time: duration(left, tag) });
      },
      [t, tag, kind, to],
    ),
  );
  return <span ref={element} />;
}

/** When that will be: local time, and UTC on hover and read aloud. Renders a `<p>`. */
export const When = /* @__PURE__ */ part('p', WIDGET, 'date', () => {
  const { state, endsAt } = useUnlockTimer();
  const { tag } = useSettings();
  const t = useWords();
  if (endsAt === null && state !== 'loading') return null;
  return {
    className: 'percosec-label',
    children:
      endsAt === null ? (
        <Skeleton width={20} />
      ) : (
        <>
          <Moment at={endsAt}>{t('about', { time: localTime(endsAt, tag) })}</Moment>
          <span className="percosec-hidden">{` ${utcTime(endsAt, tag)}`}</span>
        </>
      ),
  };
});

/** How much of the wait has passed, as a thin line. For the eye only: the countdown says it. Renders a `<div>`. */
export const Track = /* @__PURE__ */ part('div', WIDGET, 'track', () => {
  const { span } = useUnlockTimer();
  return span && { children: <Passed {...span} /> };
});

function Passed({ from, to }: UnlockSpan) {
  const element = useRef<SVGLineElement>(null);
  useTick(
    useCallback(
      (clock) => {
        const passed = clock ? Number(((clock.slot - from) * 1_000n) / (to - from)) / 10 : 0;
        element.current?.setAttribute('x2', `${Math.min(Math.max(passed, 0), 100)}%`);
      },
      [from, to],
    ),
  );
  return (
    <svg className={`${CLASS}-line`} width="100%" height="4" aria-hidden="true">
      <line x2="100%" y1="2" y2="2" />
      <line ref={element} className={`${CLASS}-passed`} y1="2" y2="2" />
    </svg>
  );
}

/** What it is worth, was requested for, or can leave now. Renders a `<dl>`. */
export const Amount = /* @__PURE__ */ part('dl', WIDGET, 'amount', () => {
  const { state, held, reading } = useUnlockTimer();
  const t = useWords();
  if (!held && state !== 'loading') return null;
  const [label, atoms] = !held
    ? (['value'] as const)
    : held.status === 'withdrawable' || held.status === 'claimable'
      ? (['canLeave', held.maxWithdrawable.amount] as const)
      : held.request
        ? (['requested', held.request.value] as const)
        : (['value', held.value] as const);
  const { decimals, symbol, staleSince } = reading;
  return {
    className: 'percosec-rows',
    children: (
      <div className="percosec-part">
        <dt className="percosec-part">{t(label)}</dt>
        <dd className="percosec-part">
          {held ? <Money {...{ atoms, decimals, symbol, staleSince }} /> : <Skeleton width={12} />}
        </dd>
      </div>
    ),
  };
});

const STEPS = ['locked', 'request', 'cooling', 'withdraw'] as const;

/** Which of them a position is at, where it is not called so itself. */
const STEP = {
  requestable: 'request',
  expired: 'request',
  claimable: 'withdraw',
  withdrawable: 'withdraw',
} as const;

/** Where it stands among lock, request, cooldown, withdrawal. Renders an `<ol>`. */
export const Steps = /* @__PURE__ */ part('ol', WIDGET, 'steps', () => {
  const { state, held, byRequest } = useUnlockTimer();
  const t = useWords();
  if (!held && state !== 'loading') return null;
  const steps = STEPS.filter((step) => byRequest || step === 'locked' || step === 'withdraw');
  const now = held ? steps.indexOf(STEP[held.status as keyof typeof STEP] ?? held.status) : -1;
  return {
    children: steps.map((step, at) => (
      <li
        key={step}
        className={`percosec-part ${CLASS}-step`}
        data-part="step"
        data-state={at < now ? 'done' : at === now ? 'current' : 'ahead'}
        aria-current={at === now ? 'step' : undefined}
      >
        {t(step)}
      </li>
    )),
  };
});

const ACTIONS: Partial<Record<UnlockState, UnlockAction>> = {
  none: 'deposit',
  void: 'deposit',
  requestable: 'request',
  expired: 'cancel',
  claimable: 'withdraw',
  closing: 'withdraw',
  withdrawable: 'withdraw',
  'reserve-limited': 'withdraw',
  'claim-pending': 'report',
  'settle-first': 'settle',
};

/** What can be done next, where the host does it. Renders a `<button>`. */
export const Action = /* @__PURE__ */ part('button', WIDGET, 'action', () => {
  const { state, onAction } = useUnlockTimer();
  const t = useWords();
  const action = ACTIONS[state];
  if (!onAction || !action) return null;
  return {
    type: 'button',
    className: 'percosec-button',
    'data-variant': 'primary',
    'data-state': action,
    onClick: () => onAction(action),
    children: t(action),
  };
});

/** Puts the moment, or the window, into the viewer's calendar. Renders a `<button>`. */
export const Reminder = /* @__PURE__ */ part('button', WIDGET, 'reminder', () => {
  const timer = useUnlockTimer();
  const t = useWords();
  const settings = useSettings();
  const { clock } = usePercosec().client;
  const [failed, setFailed] = useState(false);
  if (timer.endsAt === null) return null;
  const save = async () => {
    const { saveReminder } = await import('./reminder.ts');
    saveReminder(timer, clock.get(), (english) => translator(settings, 'withdrawUnlockTimer', english));
  };
  return {
    type: 'button',
    className: 'percosec-button',
    'data-state': failed ? 'failed' : undefined,
    onClick: () =>
      void save().then(
        () => setFailed(false),
        () => setFailed(true),
      ),
    children: t(failed ? 'remindFailed' : 'remind'),
  };
});

/** What one has to know beside it: how old the figures are, what could not be read, a request that goes on while locked. Renders a `<p>`. */
export const Note = /* @__PURE__ */ part('p', WIDGET, 'note', () => {
  const { state, held, reading, error } = useUnlockTimer();
  const t = useWords();
  const common = useCommonWords();
  const words = useErrorWords();
  const { tag } = useSettings();
  const { kind, reason } = useLiveStatus();
  const { receivedAt } = reading;
  const expires = useTimeOfSlot(held?.status === 'locked' ? held.request?.windowEndsSlot : null);
  const children =
    kind === 'offline' && receivedAt
      ? common('offline', { time: localTime(receivedAt, tag), reason: reason ? words(reason).what : '' })
      : error && state !== 'problem'
        ? common('partial', { reason: words(error).what })
        : expires !== null && t('requestRuns', { time: localTime(expires, tag) });
  return children ? { className: 'percosec-notice', children } : null;
});

/** Why nothing can be shown, and another try. */
export function Problem(): ReactNode {
  const { state, error, retry } = useUnlockTimer();
  return state === 'problem' && error && <ProblemNotice error={error} retry={retry} />;
}
