// A reminder in the viewer's calendar. Loaded when somebody asks for one, and alone: what it would share with the widget,
// bundlers would cut out of the widget as well.
import type { ChainClock } from '@percosec/sdk';
import { timeOfSlot } from '@percosec/sdk/math';
import type { Translate } from '../core/messages.ts';
import { calendarFile } from './calendar.ts';
import type { UnlockTimer } from './context.ts';
import { reminderMessages } from './reminder-messages.ts';

export function saveReminder(
  { span, held, market, owner, name }: UnlockTimer,
  clock: ChainClock | null,
  words: (english: typeof reminderMessages) => Translate<typeof reminderMessages>,
) {
  if (!span || !clock) return;
  const t = words(reminderMessages);
  // What is waited for is a moment, or the window that it opens.
  const window = held?.status === 'locked' ? null : held?.request;
  const start = window?.claimableSlot ?? span.to;
  const text = calendarFile({
    uid: `${[market, owner, start].join('-')}@percosec`,
    summary: t(window ? 'claimEvent' : 'unlockEvent', { name }),
    description: t('estimate'),
    now: clock.unixTimestamp * 1_000n,
    start: timeOfSlot(start, clock),
    end: window ? timeOfSlot(window.windowEndsSlot, clock) : null,
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  link.download = `percosec-${name}.ics`;
  link.click();
  // Browsers have begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
