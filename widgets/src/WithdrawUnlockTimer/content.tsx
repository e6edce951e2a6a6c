'use client';

// What the parts show of a position on its way out: a function of the timer for each of them, and the words.
import type { ChainClock } from '@percosec/sdk';
import { MILLISECONDS_PER_SLOT } from '@percosec/sdk/math';
import { useCallback, useRef } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { Amount } from '../core/Figure.tsx';
import { translator, useMessages } from '../core/messages.ts';
import { Problem, useErrorWords } from '../core/Problem.tsx';
import type { Defaults } from '../core/part.tsx';
import { type Settings, useSettings } from '../core/settings.tsx';
import { duration, localTime, Moment, useTick, useTickingText, utcTime } from '../core/time.tsx';
import { unlockContentMessages } from './content-messages.ts';
import { type UnlockAction, type UnlockState, type UnlockTimer, useUnlockTimer } from './context.ts';
import type { UnlockSpan } from './standing.ts';

export { standingOf } from './standing.ts';

const CLASS = 'percosec-withdraw-unlock-timer';

const useWords = () => useMessages('withdrawUnlockTimer', unlockContentMessages);

const Say = ({
  of,
}: {
  readonly of: Exclude<keyof typeof unlockContentMessages, UnlockSpan['kind'] | 'about' | 'requestRuns'>;
}) => useWords()(of);

/** The state in words. */
export function Words() {
  const { state } = useUnlockTimer();
  const common = useMessages('common', commonMessages);
  if (state === 'loading' || state === 'problem') return null;
  if (state === 'no-market') return common('noMarket');
  return state === 'no-pool' ? common('noPool') : <Say of={state} />;
}

/** What could not be read. */
export function Trouble() {
  const { error, retry } = useUnlockTimer();
  return error && <Problem error={error} retry={retry} />;
}

function Running({ kind, to, endsAt }: UnlockSpan & Pick<UnlockTimer, 'endsAt'>) {
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
  const title = endsAt === null ? undefined : `${localTime(endsAt, tag)} · ${utcTime(endsAt, tag)}`;
  return <span ref={element} className="percosec-part" title={title} />;
}

function EndsAt({ at }: { readonly at: bigint }) {
  const t = useWords();
  const { tag } = useSettings();
  return (
    <>
      <Moment at={at}>{t('about', { time: localTime(at, tag) })}</Moment>
      <span className="percosec-hidden">{` ${utcTime(at, tag)}`}</span>
    </>
  );
}

function Passed({ from, to }: UnlockSpan) {
  const element = useRef<SVGLineElement>(null);
  useTick(
    useCallback(
      (clock) => {
        const passed = clock && to > from ? Number(((clock.slot - from) * 1_000n) / (to - from)) / 10 : 0;
        element.current?.setAttribute('x2', `${Math.min(Math.max(passed, 0), 100)}%`);
      },
      [from, to],
    ),
  );
  return (
    <svg className="percosec-svg" aria-hidden="true">
      {/* All lines are wider than the drawing is high: of this one its upper edge is seen. */}
      <line x2="100%" y1="9" y2="9" />
      <line ref={element} className={`${CLASS}-passed`} data-kind="passed" y1="2" y2="2" />
    </svg>
  );
}

const STEPS = ['locked', 'request', 'cooling', 'withdraw'] as const;

/** Which of them a position is at, where it is not called so itself. */
const STEP = {
  requestable: 'request',
  expired: 'request',
  claimable: 'withdraw',
  withdrawable: 'withdraw',
} as const;

function stepsOf({ held, byRequest }: UnlockTimer) {
  if (!held) return null;
  const steps = STEPS.filter((step) => byRequest || step === 'locked' || step === 'withdraw');
  const now = steps.indexOf(STEP[held.status as keyof typeof STEP] ?? held.status);
  return {
    className: 'percosec-actions',
    children: steps.map((step, at) => (
      <li
        key={step}
        className={`percosec-part ${CLASS}-step percosec-actions percosec-${at === now ? 'strong' : 'unit'}`}
        data-part="step"
        data-state={at < now ? 'done' : at === now ? 'current' : 'ahead'}
        aria-current={at === now ? 'step' : undefined}
      >
        {at < now ? '✓ ' : `${at + 1}. `}
        <Say of={step} />
      </li>
    )),
  };
}

function amountOf({ held, reading: { decimals, symbol, staleSince } }: UnlockTimer) {
  if (!held) return null;
  const [label, atoms] =
    held.status === 'withdrawable' || held.status === 'claimable'
      ? (['canLeave', held.maxWithdrawable.amount] as const)
      : held.request
        ? (['requested', held.request.value] as const)
        : (['value', held.value] as const);
  return {
    children: (
      <>
        <span className="percosec-part percosec-label">
          <Say of={label} />
        </span>{' '}
        <Amount {...{ atoms, decimals, symbol, staleSince }} />
      </>
    ),
  };
}

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

function actionOf({ state, onAction }: UnlockTimer) {
  const action = ACTIONS[state];
  return onAction && action
    ? {
        type: 'button',
        'data-variant': 'primary',
        'data-state': action,
        onClick: () => onAction(action),
        children: <Say of={action} />,
      }
    : null;
}

function Told() {
  const { reading, live, error, requestEndsAt } = useUnlockTimer();
  const t = useWords();
  const common = useMessages('common', commonMessages);
  const words = useErrorWords();
  const { tag } = useSettings();
  if (live.kind === 'offline' && reading.receivedAt !== undefined)
    return common('offline', {
      time: localTime(reading.receivedAt, tag),
      reason: live.reason ? words(live.reason).what : '',
    });
  if (error) return common('partial', { reason: words(error).what });
  return requestEndsAt && t('requestRuns', { time: localTime(requestEndsAt, tag) });
}

const isOffline = ({ live, reading }: UnlockTimer) => live.kind === 'offline' && reading.receivedAt !== undefined;

export const content = {
  countdown: ({ span, endsAt }) => span && { role: 'timer', children: <Running {...span} endsAt={endsAt} /> },
  date: ({ endsAt }) => endsAt && { children: <EndsAt at={endsAt} /> },
  track: ({ span }) => span && { children: <Passed {...span} /> },
  amount: amountOf,
  steps: stepsOf,
  action: actionOf,
  note: (timer) =>
    isOffline(timer) || (timer.error && timer.state !== 'problem') || timer.requestEndsAt !== null
      ? { children: <Told /> }
      : null,
} satisfies Record<string, (timer: UnlockTimer) => Defaults | null | 0n>;

interface ReminderInput {
  readonly timer: UnlockTimer;
  readonly clock: () => ChainClock | null;
  readonly settings: Settings;
  readonly failed: boolean;
  readonly setFailed: (failed: boolean) => void;
}

export function reminder({ timer, clock, settings, failed, setFailed }: ReminderInput): Defaults {
  const save = async () => {
    const { saveReminder } = await import('./reminder.ts');
    saveReminder(timer, clock(), (english) => translator(settings, 'withdrawUnlockTimer', english));
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
    children: <Say of={failed ? 'remindFailed' : 'remind'} />,
  };
}
