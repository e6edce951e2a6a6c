import '../theme/styles.css';
import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ComponentProps, Profiler, type ReactElement, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { beforeAll, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { EPOCH, type Scene, type SceneName, scene } from '../../../storybook/stories/WithdrawUnlockTimer.scenes.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { conforms } from '../core/conformance.tsx';
import type { UnlockAction } from './context.ts';
import { WithdrawUnlockTimer } from './WithdrawUnlockTimer.tsx';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const closing = tidy();

const stage = async (name: SceneName): Promise<Scene> => closing(await scene(name));

type WithdrawUnlockTimerProps = ComponentProps<typeof WithdrawUnlockTimer>;
type Props = Partial<WithdrawUnlockTimerProps>;

const page = ({ chain, market }: Scene, props: Props = {}, around = (timer: ReactNode) => timer) => (
  <ScriptedPage chain={chain} wallet={chain.wallet()}>
    {around(<WithdrawUnlockTimer market={market} name="SOL-PERP" {...props} />)}
  </ScriptedPage>
);

async function show(name: SceneName, props: Props = {}): Promise<Scene> {
  const staged = await stage(name);
  render(page(staged, props));
  await staged.chain.settle();
  return staged;
}

// What is loaded later is there, as on every page but the first.
beforeAll(() => import('./content.tsx'));

const timer = () => screen.getByRole('group', { name: /^Withdrawing from/ });
const state = () => timer().dataset.state;
const status = () => screen.getByRole('status');
const countdown = () => screen.getByRole('timer').textContent;
const hover = () => screen.getByRole('timer').querySelector('[title]')?.getAttribute('title');
/** Without its number. */
const step = () =>
  screen
    .getByRole('list')
    .querySelector('[aria-current=step]')
    ?.textContent?.replace(/^\d\. /, '');

describe('says how it stands', () => {
  test.each<[SceneName, string, RegExp, string | null, string | null]>([
    ['locked', 'locked', /^Locked$/, 'Unlocks in 3d 15h', 'Locked'],
    ['requestable', 'requestable', /can be requested/, null, 'Request withdrawal'],
    ['cooling', 'cooling', /^Cooling down$/, 'Can be withdrawn in 1d 15h', 'Cooling down'],
    ['claimable', 'claimable', /^Ready/, 'Window closes in 1d 15h', 'Withdraw'],
    ['closing', 'closing', /not for long/, 'Window closes in 4h', 'Withdraw'],
    ['expired', 'expired', /has expired. Cancel it/, null, 'Request withdrawal'],
    ['withdrawable', 'withdrawable', /^Unlocked$/, null, 'Withdraw'],
    ['claim-pending', 'claim-pending', /claim is pending/, null, 'Withdraw'],
    ['claimable, claim pending', 'claim-pending', /claim is pending/, 'Window closes in 1d 15h', 'Withdraw'],
    ['reserve-limited', 'reserve-limited', /keep its reserve/, null, 'Withdraw'],
    ['settle-first', 'settle-first', /Settle the epoch/, null, 'Withdraw'],
    ['exhausted', 'exhausted', /used up/, null, 'Withdraw'],
    ['huge numbers', 'requestable', /can be requested/, null, 'Request withdrawal'],
    ['tiny numbers', 'requestable', /can be requested/, null, 'Request withdrawal'],
  ])('%s', async (name, expected, words, runs, at) => {
    await show(name);
    expect(state()).toBe(expected);
    expect(status().textContent).toMatch(words);
    expect(screen.queryByRole('timer')?.textContent ?? null).toBe(runs);
    expect(step()).toBe(at);
    expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(
      ['withdrawable', 'claim-pending', 'reserve-limited', 'settle-first', 'exhausted'].includes(name) ? 2 : 4,
    );
  });

  test.each<[SceneName, string, RegExp]>([
    ['none', 'none', /Nothing deposited/],
    ['void', 'void', /are void/],
  ])('%s: nothing to wait for', async (name, expected, words) => {
    await show(name);
    expect(state()).toBe(expected);
    expect(status().textContent).toMatch(words);
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.queryByText('0')).toBeNull();
  });

  test('how much can leave, exactly', async () => {
    await show('reserve-limited');
    // 2.5M less a fifth.
    expect(screen.getByText('Can leave now').nextElementSibling?.textContent).toBe('2,000,000\u202fUSDC');
  });

  test('what was requested is worth no more than then', async () => {
    await show('cooling');
    expect(screen.getByText('Requested, worth at most').nextElementSibling?.textContent).toMatch(/^5,104/);
  });

  test('an amount whose decimals are not known is a dash, not a zero', async () => {
    await show('no decimals');
    expect(screen.getByText('Worth now').nextElementSibling?.textContent).toMatch(/^—/);
  });

  test('a request that goes on while a later deposit is locked is told of', async () => {
    await show('locked, with a request');
    expect(screen.getByText(/^A request made before .* expires Nov 22, 2026/)).toBeTruthy();
  });

  test('without a wallet, without a market, without a pool', async () => {
    const staged = await stage('locked');
    const { chain, market } = staged;
    const { rerender } = render(<ScriptedPage chain={chain}>{<WithdrawUnlockTimer market={market} />}</ScriptedPage>);
    await chain.settle();
    expect(state()).toBe('no-wallet');
    rerender(<ScriptedPage chain={chain}>{<WithdrawUnlockTimer market={null} />}</ScriptedPage>);
    expect(state()).toBe('no-market');
    rerender(<ScriptedPage chain={chain}>{<WithdrawUnlockTimer market={chain.address('nowhere')} />}</ScriptedPage>);
    await chain.settle();
    expect(state()).toBe('no-pool');
    expect(status().textContent).toMatch(/no insurance pool on this network/);
  });

  test('of anybody, without a wallet', async () => {
    const { chain, market, owner } = await stage('locked');
    render(<ScriptedPage chain={chain}>{<WithdrawUnlockTimer market={market} owner={owner} />}</ScriptedPage>);
    await chain.settle();
    expect(state()).toBe('locked');
  });
});

describe('by the chain’s clock', () => {
  test('counts down, and changes when the chain does', async () => {
    const { chain } = await show('cooling');
    await chain.advance(Number((EPOCH + 2n) * 216_000n - chain.slot) * 400 - 90 * SECOND);
    expect(countdown()).toBe('Can be withdrawn in 1m 30s');
    await chain.advance(80 * SECOND);
    expect(countdown()).toBe('Can be withdrawn in 10s');
    await chain.advance(9 * SECOND);
    expect([countdown(), state()]).toEqual(['Can be withdrawn in 1s', 'cooling']);
    await chain.advance(2 * SECOND);
    expect([countdown(), state()]).toEqual(['Window closes in 1d 23h', 'claimable']);
  });

  test('says any moment now until a chain that has fallen silent agrees', async () => {
    const { chain } = await show('cooling');
    await chain.advance(Number((EPOCH + 2n) * 216_000n - chain.slot) * 400 - 20 * SECOND);
    await chain.goOffline();
    await chain.advance(30 * SECOND);
    expect([countdown(), state()]).toEqual(['Any moment now', 'cooling']);
    await chain.advance(10 * 60 * SECOND);
    expect([countdown(), state()]).toEqual(['Any moment now', 'cooling']);
    expect(screen.getByText(/^Offline: figures are as of/)).toBeTruthy();
    await chain.goOnline();
    await chain.advance(5 * SECOND);
    expect(state()).toBe('claimable');
    expect(screen.queryByText(/^Offline/)).toBeNull();
  });

  test.each([-3 * HOUR, 3 * HOUR, 400 * 24 * HOUR])('a viewer whose clock is %i ms off sees the same', async (off) => {
    const staged = await stage('locked');
    staged.chain.skew(off);
    render(page(staged));
    await staged.chain.settle();
    expect(countdown()).toBe('Unlocks in 3d 15h');
    await staged.chain.advance(3 * SECOND);
    expect(countdown()).toBe('Unlocks in 3d 15h');
    expect(hover()).toContain('Nov 25, 2026, 3:06 AM UTC');
  });

  test('whose clock jumps, too: forth, back, and while he looks', async () => {
    const { chain } = await show('cooling');
    for (const jump of [3 * HOUR, -9 * HOUR, 2 * HOUR]) {
      chain.skew(jump);
      await chain.advance(2 * SECOND);
      expect([countdown(), state()]).toEqual(['Can be withdrawn in 1d 15h', 'cooling']);
    }
  });

  test('a machine that slept is right as soon as the chain has spoken, and never shows less than nothing', async () => {
    const { chain } = await show('cooling');
    chain.sleep(30 * HOUR);
    expect(countdown()).toBe('Can be withdrawn in 1d 15h');
    await chain.advance(2 * SECOND);
    expect(countdown()).toBe('Can be withdrawn in 9h 6m');
    chain.sleep(200 * HOUR);
    await chain.advance(2 * SECOND);
    expect(state()).toBe('expired');
    expect(screen.queryByRole('timer')).toBeNull();
    expect(timer().textContent).not.toMatch(/-\d|−/);
  });

  test('a window closes soon when a quarter of it is left', async () => {
    const { chain } = await show('claimable');
    const quarter = ((EPOCH + 2n) * 216_000n - 108_000n - chain.slot) * 400n;
    await chain.advance(Number(quarter) - SECOND);
    expect(state()).toBe('claimable');
    await chain.advance(SECOND);
    expect(state()).toBe('closing');
  });

  test('without the clock says so, and shows no time', async () => {
    await show('clock not known');
    expect(countdown()).toBe('The chain’s clock is not known yet');
    expect(state()).toBe('locked');
    expect(screen.queryByRole('button', { name: 'Add to calendar' })).toBeNull();
    expect(timer().querySelector('time')).toBeNull();
  });

  test('local time is seen; UTC is there on hover and read aloud', async () => {
    await show('locked');
    const time = timer().querySelector('time') as HTMLTimeElement;
    const at = new Date(time.dateTime);
    expect(at.toISOString()).toMatch(/^2026-11-25T03:06/);
    const local = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
    expect(time.textContent).toBe(`About ${local}`);
    expect(time.title).toContain('Nov 25, 2026, 3:06 AM UTC');
    expect(time.nextElementSibling?.textContent).toContain('3:06 AM UTC');
    expect(hover()).toContain(local);
  });

  test('renders nothing while it runs', async () => {
    const rendered = vi.fn();
    const staged = await stage('cooling');
    render(
      page(staged, {}, (widget) => (
        <Profiler id="timer" onRender={rendered}>
          {widget}
        </Profiler>
      )),
    );
    await staged.chain.settle();
    await staged.chain.advance(2 * SECOND);
    rendered.mockClear();
    const shown = new Set<string | null>();
    // Where every second is another text.
    await staged.chain.advance(39 * HOUR - 600 * SECOND);
    rendered.mockClear();
    for (let second = 0; second < 30; second++) {
      await staged.chain.advance(SECOND);
      shown.add(countdown());
    }
    expect(shown.size).toBeGreaterThan(1);
    expect(rendered).not.toHaveBeenCalled();
  });
});

describe('is read aloud', () => {
  test('a change once, what runs never, what stood there at first never', async () => {
    const staged = await stage('cooling');
    const said: string[] = [];
    render(page(staged));
    const live = () => [...document.querySelectorAll('[aria-live=polite], [role=alert]')];
    const observer = new MutationObserver(() => {
      const text = live()
        .map((region) => region.textContent)
        .join('|');
      if (text && said.at(-1) !== text) said.push(text);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    await staged.chain.settle();
    await staged.chain.advance(5 * SECOND);
    expect(said).toEqual([]);
    await staged.chain.advanceEpochs(staged.market, 2);
    await staged.chain.advance(5 * SECOND);
    observer.disconnect();
    expect(said).toEqual(['Ready to withdraw']);
    expect(screen.getByRole('timer').closest('[aria-live=polite], [role=status]')).toBeNull();
  });
});

describe('what can be done', () => {
  test.each<[SceneName, UnlockAction, string]>([
    ['none', 'deposit', 'Deposit'],
    ['requestable', 'request', 'Request withdrawal'],
    ['expired', 'cancel', 'Cancel request'],
    ['claimable', 'withdraw', 'Withdraw'],
    ['reserve-limited', 'withdraw', 'Withdraw'],
    ['claim-pending', 'report', 'Resolve the claim'],
    ['settle-first', 'settle', 'Settle the epoch'],
  ])('%s: the host is told of %s, by keyboard too', async (name, action, label) => {
    const onAction = vi.fn();
    await show(name, { onAction });
    const button = screen.getByRole('button', { name: label });
    await userEvent.click(button);
    button.blur();
    await userEvent.tab();
    while (document.activeElement !== button) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onAction.mock.calls).toEqual([[action], [action]]);
  });

  test('no button where the host does nothing', async () => {
    await show('requestable');
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a reminder', () => {
  async function saved(name: SceneName, props: Props = {}): Promise<{ file: string; text: string }> {
    const blobs = vi.spyOn(URL, 'createObjectURL');
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    try {
      await show(name, props);
      await userEvent.click(screen.getByRole('button', { name: 'Add to calendar' }));
      await waitFor(() => expect(click).toHaveBeenCalledOnce());
      const [blob] = blobs.mock.calls[0] as [Blob];
      expect(blob.type).toBe('text/calendar;charset=utf-8');
      return { file: (click.mock.contexts[0] as HTMLAnchorElement).download, text: await blob.text() };
    } finally {
      blobs.mockRestore();
      click.mockRestore();
    }
  }

  test('of a lock: a moment', async () => {
    const { file, text } = await saved('locked');
    expect(file).toBe('percosec-SOL-PERP.ics');
    expect(text).toContain('DTSTAMP:20261121T120000Z');
    expect(text).toContain('DTSTART:20261125T030640Z');
    expect(text).not.toContain('DTEND');
    expect(text).toContain('SUMMARY:SOL-PERP: deposit unlocks');
    expect(text.replaceAll('\r\n ', '')).toContain('Estimated from the chain’s slots');
  });

  test.each<[SceneName, string, string]>([
    ['cooling', '20261123T030640Z', '20261125T030640Z'],
    ['claimable', '20261121T030640Z', '20261123T030640Z'],
  ])('of a request that is %s: its window', async (name, start, end) => {
    const { text } = await saved(name);
    expect(text).toContain(`DTSTART:${start}`);
    expect(text).toContain(`DTEND:${end}`);
    expect(text).toContain('TRIGGER;RELATED=END:-PT43200S');
  });

  test('the same for the same, whenever it is asked for', async () => {
    const uid = (text: string) => /UID:.*(\r\n .*)*/.exec(text)?.[0];
    const first = uid((await saved('cooling')).text);
    cleanup();
    expect(uid((await saved('cooling')).text)).toBe(first);
    cleanup();
    expect(uid((await saved('locked')).text)).not.toBe(first);
  });
});

describe('whatever comes', () => {
  test('nothing is known while the RPC is silent, and nothing jumps when it speaks', async () => {
    await show('loading');
    expect(state()).toBe('loading');
    expect(timer().ariaBusy).toBe('true');
    expect(status().textContent).toContain('Loading');
    const { height } = timer().getBoundingClientRect();
    cleanup();
    await show('locked');
    // The button that only a moment of the future brings.
    const actions = screen.getByRole('button').parentElement as HTMLElement;
    const gap = Number.parseFloat(getComputedStyle(actions.parentElement as HTMLElement).rowGap);
    const track = timer().querySelector<HTMLElement>('[data-part=track]');
    const extra = actions.offsetHeight + gap + (track ? track.offsetHeight + gap : 0);
    expect(Math.abs(timer().getBoundingClientRect().height - extra - height)).toBeLessThanOrEqual(2);
  });

  test.each<[SceneName]>([['rate limit'], ['lies']])('%s: says what, and can be tried again', async (name) => {
    const { chain } = await show(name);
    await waitFor(() => expect(state()).toBe('problem'));
    expect(screen.getByRole('alert').textContent).not.toBe('');
    chain.rpc.mend();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(state()).toBe('requestable'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('an address that is none, and an account that is no pool', async () => {
    await show('locked', { market: 'nonsense' });
    expect(state()).toBe('problem');
    expect(screen.getByRole('alert').textContent).toContain('"nonsense" is no address');
    cleanup();
    await show('locked', { owner: 'nobody' });
    expect(screen.getByRole('alert').textContent).toContain('"nobody" is no address');
    cleanup();
    const staged = await stage('locked');
    await staged.chain.put(staged.chain.place(staged.market).pool, {
      owner: staged.chain.place(staged.market).program,
      data: new Uint8Array(40),
    });
    render(page(staged));
    await staged.chain.settle();
    expect(['problem', 'no-pool']).toContain(state());
  });

  test('a locale with its own digits, words and direction', async () => {
    await show('locked', {
      locale: { tag: 'ar-EG', messages: { withdrawUnlockTimer: { unlocksIn: 'يفتح خلال {time}' } } },
    });
    expect(timer().dir).toBe('rtl');
    expect(countdown()).toMatch(/^يفتح خلال .*[٠-٩]/);
    cleanup();
    await show('cooling', { locale: { tag: 'de' } });
    expect(screen.getByText('Requested, worth at most').nextElementSibling?.textContent).toMatch(/^5\.104/);
  });

  test('the server renders it, and the browser takes it over', async () => {
    const staged = await stage('locked');
    const tree = (
      <ScriptedPage chain={staged.chain} queryClient={new QueryClient()} wallet={staged.chain.wallet()}>
        <WithdrawUnlockTimer market={staged.market} name="SOL-PERP" />
      </ScriptedPage>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(tree);
    expect(container.innerHTML).not.toContain('style=');
    document.body.append(container);
    const recovered = vi.fn();
    const root = hydrateRoot(container, tree, { onRecoverableError: recovered });
    await staged.chain.settle();
    expect(countdown()).toBe('Unlocks in 3d 15h');
    expect(recovered).not.toHaveBeenCalled();
    root.unmount();
    container.remove();
  });

  test('the line along the way is drawn from entry to unlock', async () => {
    await show('locked');
    // 3 days and 80,000 slots of 7 days.
    const line = timer().querySelector('.percosec-withdraw-unlock-timer-passed');
    expect(Number.parseFloat(line?.getAttribute('x2') ?? '')).toBeCloseTo(
      (100 * (3 * 216_000 + 80_000)) / (7 * 216_000),
      0,
    );
  });
});

test('types', () => {
  expectTypeOf<WithdrawUnlockTimerProps['onAction']>().toEqualTypeOf<((action: UnlockAction) => void) | undefined>();
  // @ts-expect-error a market must be named, be it with null
  const missing: WithdrawUnlockTimerProps = {};
  expect(missing).toEqual({});
});

const inside =
  (name: SceneName, props: Props = {}) =>
  async (part: ReactElement) => {
    const staged = await stage(name);
    return (
      <ScriptedPage chain={staged.chain} wallet={staged.chain.wallet()}>
        <WithdrawUnlockTimer.Root market={staged.market} {...props}>
          {part}
        </WithdrawUnlockTimer.Root>
      </ScriptedPage>
    );
  };

const widget = 'withdraw-unlock-timer';
const onAction = vi.fn();
const {
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
} = WithdrawUnlockTimer;
conforms('WithdrawUnlockTimer.Root', Root, {
  widget,
  part: 'root',
  tag: 'div',
  props: { market: null },
  within: async (part) => {
    const { chain } = await stage('locked');
    return <ScriptedPage chain={chain}>{part}</ScriptedPage>;
  },
});
conforms('WithdrawUnlockTimer.Title', Title, { widget, part: 'title', tag: 'p', within: inside('locked') });
conforms('WithdrawUnlockTimer.Status', Status, { widget, part: 'status', tag: 'p', within: inside('locked') });
conforms('WithdrawUnlockTimer.Countdown', Countdown, { widget, part: 'countdown', tag: 'p', within: inside('locked') });
conforms('WithdrawUnlockTimer.Date', When, { widget, part: 'date', tag: 'p', within: inside('locked') });
conforms('WithdrawUnlockTimer.Track', Track, { widget, part: 'track', tag: 'div', within: inside('locked') });
conforms('WithdrawUnlockTimer.Amount', Amount, { widget, part: 'amount', tag: 'p', within: inside('locked') });
conforms('WithdrawUnlockTimer.Steps', Steps, { widget, part: 'steps', tag: 'ol', within: inside('locked') });
conforms('WithdrawUnlockTimer.Note', Note, {
  widget,
  part: 'note',
  tag: 'p',
  within: inside('locked, with a request'),
});
conforms('WithdrawUnlockTimer.Action', Action, {
  widget,
  part: 'action',
  tag: 'button',
  within: (part) => {
    onAction.mockClear();
    return inside('requestable', { onAction })(part);
  },
  onClick: { happened: () => expect(onAction).toHaveBeenCalledWith('request') },
});
conforms('WithdrawUnlockTimer.Reminder', Reminder, {
  widget,
  part: 'reminder',
  tag: 'button',
  within: inside('locked'),
});
