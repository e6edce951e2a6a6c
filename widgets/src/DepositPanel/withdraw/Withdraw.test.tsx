import '../../theme/styles.css';
import type { HostEvent } from '@percosec/sdk/react/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Scene, type SceneName, scene } from '../../../../storybook/stories/WithdrawUnlockTimer.scenes.ts';
import { ScriptedPage } from '../../../../tests/scripted/page.tsx';
import { tidy } from '../../../../tests/scripted/tidy.ts';
import type { WalletOptions } from '../../../../tests/scripted/wallet.ts';
import { conforms } from '../../core/conformance.tsx';
import { DepositPanel } from '../DepositPanel.tsx';

const closing = tidy();

// How long a development server takes to find a file is nobody's affair here.
beforeAll(() =>
  Promise.all([
    import('./WithdrawTab.tsx'),
    import('./WithdrawReview.tsx'),
    import('../notices.tsx'),
    import('../panel.tsx'),
  ]),
);

const stage = async (name: SceneName): Promise<Scene> => closing(await scene(name));

interface Shown {
  readonly wallet?: WalletOptions | null;
  readonly events?: HostEvent[];
  readonly around?: (panel: ReactNode) => ReactNode;
  readonly props?: Partial<Parameters<typeof DepositPanel>[0]>;
}

const page = ({ chain, market }: Scene, { wallet = {}, events, around = (panel) => panel, props }: Shown = {}) => (
  <ScriptedPage chain={chain} wallet={wallet && chain.wallet(wallet)} onEvent={(event) => events?.push(event)}>
    {around(<DepositPanel market={market} name="SOL-PERP" defaultTab="withdraw" {...props} />)}
  </ScriptedPage>
);

async function show(name: SceneName, shown: Shown = {}): Promise<Scene> {
  const staged = await stage(name);
  render(page(staged, shown));
  await screen.findByText((_, element) => element?.getAttribute('data-part') === 'withdraw-status');
  await staged.chain.settle();
  return staged;
}

const tab = () => screen.getByRole('tabpanel', { name: 'Withdraw' });
const row = (label: string, inside: HTMLElement = tab()) =>
  within(inside).getByText(label).nextElementSibling?.textContent?.replaceAll('\u202f', ' ');
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Amount to withdraw' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const dialog = () => screen.findByRole('dialog');
const stands = () => tab().querySelector<HTMLElement>('[data-part="withdraw-status"]')?.dataset.state;
const limit = () => tab().querySelector<HTMLElement>('[data-part="limit"]')?.dataset.state;
const described = () => document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent;

describe('says what is held, what can leave and why not more', () => {
  test.each<[SceneName, string, string, string, RegExp | null, RegExp[]]>([
    ['locked', 'locked', 'lock', '0 USDC', /^Locked until Nov 25, 2026/, []],
    ['requestable', 'requestable', 'request', '0 USDC', /^Request first/, [/^Review request$/]],
    ['cooling', 'cooling', 'cooldown', '0 USDC', /^Cooling down until Nov 23, 2026/, [/^Cancel the request$/]],
    ['claimable', 'claimable', 'all', '5,104 USDC', null, [/^Review withdrawal of 5,104 USDC$/, /^Cancel/]],
    ['closing', 'claimable', 'all', '5,104 USDC', /^Withdraw before Nov 2\d, 2026/, [/^Review/, /^Cancel/]],
    ['a part requested', 'claimable', 'request', '2,083 USDC', /^No more than was requested/, [/2,083/, /^Cancel/]],
    [
      'expired',
      'expired',
      'expired',
      '0 USDC',
      /^The request expired Nov 2\d, 2026.*Cancel it/,
      [/^Cancel the request$/],
    ],
    [
      'locked, with a request',
      'locked',
      'lock',
      '0 USDC',
      /was made before the last deposit/,
      [/^Cancel the request$/],
    ],
    ['withdrawable', 'withdrawable', 'all', '5,104.16 USDC', null, [/^Review withdrawal$/]],
    ['claim-pending', 'withdrawable', 'claim', '0 USDC', /has to be dealt with before/, [/^Report the deficit$/]],
    [
      'requestable, claim pending',
      'requestable',
      'request',
      '0 USDC',
      /worth less then/,
      [/^Report/, /^Review request$/],
    ],
    [
      'reserve-limited',
      'withdrawable',
      'reserve',
      '2,000,000 USDC',
      /keeps 500,000 USDC .* begins Nov 22/,
      [/^Review/],
    ],
    ['settle-first', 'withdrawable', 'settle', '2,499,998.95 USDC', /Anyone can settle it/, [/^Settle/, /^Review/]],
    ['at a loss', 'requestable', 'request', '0 USDC', /^Request first/, [/^Review/]],
    ['closed', 'withdrawable', 'all', '2,083,333.33 USDC', /^The market is closed/, [/^Review/]],
    ['gone', 'withdrawable', 'all', '5,022.50 USDC', /comes back first/, [/^Review/]],
    ['exhausted', 'withdrawable', 'all', '0.00102 USDC', /^Claims have used this pool up/, [/^Review/]],
    ['huge numbers', 'requestable', 'request', '0 USDC', /^Request first/, [/^Review/]],
    ['tiny numbers', 'requestable', 'request', '0 USDC', /^Request first/, [/^Review/]],
  ])('%s', async (name, expected, limited, leaves, words, actions) => {
    await show(name);
    expect([stands(), limit()]).toEqual([expected, limited]);
    expect(row('Can leave now')).toBe(leaves);
    const said = within(tab())
      .queryAllByText(words ?? /./)
      .map((one) => one.className);
    if (words) expect(said.join()).toContain('percosec-notice');
    const labels = within(tab())
      .queryAllByRole('button')
      .map((one) => one.textContent ?? '')
      .filter((label) => label !== 'Max');
    expect(labels).toHaveLength(actions.length);
    for (const [at, action] of actions.entries()) expect(labels[at]).toMatch(action);
  });

  test('gain and loss alike', async () => {
    await show('requestable');
    expect(row('Worth now')).toBe('5,104.16 USDC');
    expect(row('Shares')).toBe('4,900');
    expect(row('Deposited')).toBe('5,000 USDC');
    expect(row('Gain')).toBe('+104.16 USDC');
    cleanup();
    await show('at a loss');
    expect(row('Worth now')).toBe('3,879.16 USDC');
    expect(row('Loss')).toBe('-1,120.83 USDC');
  });

  test.each<[SceneName, string, RegExp]>([
    ['none', 'none', /has nothing in this pool/],
    ['void', 'void', /they are void/],
  ])('%s: nothing to withdraw, and no zero', async (name, expected, words) => {
    await show(name);
    expect(stands()).toBe(expected);
    expect(within(tab()).getByText(words)).toBeTruthy();
    expect(within(tab()).queryByRole('button')).toBeNull();
    expect(within(tab()).queryByText(/^0/)).toBeNull();
  });

  test('without a wallet: in words, or the host’s own way to one', async () => {
    const onConnect = vi.fn();
    await show('requestable', { wallet: null });
    expect(within(tab()).getByText(/^Connect a wallet to see/)).toBeTruthy();
    expect(within(tab()).queryByRole('button')).toBeNull();
    cleanup();
    await show('requestable', { wallet: null, props: { onConnect } });
    await userEvent.click(within(tab()).getByRole('button', { name: 'Connect a wallet' }));
    expect(onConnect).toHaveBeenCalledOnce();
  });

  test('a claim that comes while one looks changes what can leave, and going without a line keeps it', async () => {
    const { chain, market } = await show('withdrawable');
    expect(limit()).toBe('all');
    await chain.change.header(market, { cumulativeDeficit: 50_000_000_000n });
    await waitFor(() => expect(limit()).toBe('claim'));
    await chain.goOffline();
    await chain.advance(30_000);
    expect(row('Worth now')).toBe('5,104.16 USDC');
    expect(await screen.findByText(/^Offline: figures are as of/)).toBeTruthy();
  });

  test.each<[SceneName, RegExp]>([
    ['rate limit', /429/],
    ['lies', /no result/],
  ])('%s: a state that says so, and no figure', async (name, words) => {
    const staged = await stage(name);
    render(page(staged));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(words));
    expect(screen.queryByText('Worth now')).toBeNull();
  });

  test('an RPC that hangs: the room of the figures, and none of them', async () => {
    await show('loading');
    expect(stands()).toBe('loading');
    expect(tab().querySelectorAll('dd')).toHaveLength(4);
    expect(tab().textContent).not.toMatch(/USDC/);
  });

  test('an amount whose decimals are not known is a dash', async () => {
    await show('no decimals');
    expect(row('Worth now')).toMatch(/^—/);
    expect(row('Gain')).toMatch(/^—/);
  });
});

describe('the amount', () => {
  test('as it is typed: what it pays, what it takes, what remains', async () => {
    await show('withdrawable');
    await userEvent.type(field(), '1,000.50');
    expect(row('You receive')).toBe('1,000.50 USDC');
    // A share is worth 25/24: 1,000.50 · 24/25.
    expect(row('Shares given up')).toBe('960.48');
    expect(row('Remains in the pool')).toBe('4,103.66 USDC');
    await waitFor(() => expect(row('Network cost')).toBe('0.000005 SOL'));
    expect(button('Review withdrawal of 1,000.50 USDC').dataset.state).toBe('ready');
  });

  test('in the locale’s own notation', async () => {
    await show('withdrawable', { props: { locale: { tag: 'de' } } });
    await userEvent.type(field(), '1.000,5');
    expect(row('You receive')).toBe('1.000,50 USDC');
    await userEvent.click(button('Max'));
    expect(field().value).toBe('5104,166666');
    expect(field().getAttribute('aria-invalid')).toBe('false');
  });

  test('all of it follows what it is worth', async () => {
    const { chain, market } = await show('withdrawable');
    await userEvent.click(button('Max'));
    expect(field().value).toBe('5104.166666');
    expect(row('Shares given up')).toBe('4,900');
    expect(row('Remains in the pool')).toBe('0 USDC');
    await chain.change.pool(market, { totalDeposits: 2_600_000_000_000n });
    await waitFor(() => expect(field().value).toBe('5308.333333'));
    expect(row('Shares given up')).toBe('4,900');
    await userEvent.type(field(), '{Backspace}');
    expect(button('Max').getAttribute('aria-pressed')).toBe('false');
  });

  test.each<[SceneName, string, RegExp]>([
    ['withdrawable', '5104.17', /^More than there is. Enter 5,104.16 USDC or less/],
    ['reserve-limited', '2000001', /^More than can leave now. Enter 2,000,000 USDC or less/],
    ['a part requested', '2084', /^More than can leave now. Enter 2,083 USDC or less/],
    ['requestable', '9999999', /^More than there is/],
    ['withdrawable', '0', /^Enter an amount above zero/],
    ['withdrawable', 'ten', /^This is not a number/],
    ['withdrawable', '1.0000001', /^USDC has fewer decimals/],
    ['withdrawable', '1e3', /exponent/],
    ['settle-first', '2499999.4', /^More than can leave now/],
  ])('%s, %s: said at the field, and nothing is opened', async (name, typed, words) => {
    const { chain } = await show(name);
    await userEvent.clear(field());
    await userEvent.type(field(), `${typed}{Enter}`);
    await waitFor(() => expect(described()).toMatch(words));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(chain.asked.some(({ method }) => method === 'sendTransaction')).toBe(false);
  });

  test('nothing is wrong before anything is typed; going on without an amount asks for one', async () => {
    await show('withdrawable');
    expect(described()).toBe('');
    await userEvent.click(button('Review withdrawal'));
    await waitFor(() => expect(described()).toBe('Enter an amount.'));
    expect(document.activeElement).toBe(field());
  });
});

const USDC = 1_000_000n;

describe('the way out', () => {
  test('by keyboard alone: request, cancel, request, wait, withdraw', async () => {
    const events: HostEvent[] = [];
    const staged = await stage('requestable');
    const { chain, market, owner } = staged;
    render(page(staged, { events, props: { defaultTab: 'deposit' } }));
    await chain.settle();
    const position = (to: object) => chain.change.position(market, owner, to);
    const request = (value: bigint) => ({
      requestedShares: 960n * USDC,
      requestedValue: value,
      claimableEpoch: chain.slot / 216_000n + 4n,
    });
    const goTo = async (name: string | RegExp) => {
      const wanted = await screen.findByRole('button', { name });
      for (let steps = 0; document.activeElement !== wanted && steps < 40; steps++) await userEvent.tab();
      expect(document.activeElement).toBe(wanted);
      await userEvent.keyboard('{Enter}');
    };
    const done = async () => {
      await chain.settle();
      await within(await dialog()).findByText(/^Done/);
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      // The same again would be the same transaction until the chain has a new blockhash.
      await chain.advance(2_000);
    };

    // To the tab, by the arrow.
    for (let steps = 0; document.activeElement?.getAttribute('role') !== 'tab' && steps < 20; steps++)
      await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Withdraw' }));
    await screen.findByRole('textbox', { name: 'Amount to withdraw' });

    const ask = async () => {
      for (let steps = 0; document.activeElement !== field() && steps < 40; steps++) await userEvent.tab();
      await userEvent.keyboard('1000{Enter}');
      const shown = await dialog();
      expect(row('Shares requested', shown)).toBe('960');
      expect(row('Paid at most', shown)).toBe('1,000 USDC');
      expect(row('Can be withdrawn from', shown)).toMatch(/^Nov 25, 2026/);
      expect(within(shown).getByText(/You are paid no more than this/)).toBeTruthy();
      chain.onLanded = () => position(request(1_000n * USDC));
      await goTo('Request 1,000 USDC');
      await done();
      await waitFor(() => expect(stands()).toBe('cooling'));
      // The field is gone; who used it is still in the tab.
      await waitFor(() => expect(tab().contains(document.activeElement)).toBe(true));
    };
    await ask();

    await goTo('Cancel the request');
    const costs = await dialog();
    expect(within(costs).getByText(/^It costs the network’s fee and nothing else/)).toBeTruthy();
    chain.onLanded = () => position({ requestedShares: 0n, requestedValue: 0n, claimableEpoch: 0n });
    await goTo('Cancel the request');
    await done();
    await waitFor(() => expect(stands()).toBe('requestable'));
    await waitFor(() => expect(tab().contains(document.activeElement)).toBe(true));

    await ask();
    await chain.advanceEpochs(market, 4);
    await waitFor(() => expect(stands()).toBe('claimable'));
    await goTo('Review withdrawal of 1,000 USDC');
    expect(row('Remains in the pool', await dialog())).toBe('4,104.16 USDC');
    chain.onLanded = () =>
      position({ shares: 3_940n * USDC, depositedAmount: 4_021n * USDC, requestedShares: 0n, requestedValue: 0n });
    await goTo('Withdraw 1,000 USDC');
    await done();
    await waitFor(() => expect(row('Shares')).toBe('3,940'));
    expect(stands()).toBe('requestable');

    const told = events.flatMap((event) =>
      event.type === 'transaction' && event.state.status === 'confirmed' ? [event.intent] : [],
    );
    expect(told).toEqual(['requestWithdraw', 'cancelWithdraw', 'requestWithdraw', 'withdraw']);
  });

  test.each<[string, (staged: Scene) => WalletOptions | undefined, RegExp]>([
    ['declined in the wallet', () => ({ answer: 'reject' }), /^You declined it in the wallet/],
    [
      'refused by simulation',
      ({ chain }) => {
        chain.fate = 'refuse:ReserveBreached';
        return {};
      },
      /^Refused before anything was sent; nothing was paid\. .*Withdraw less now/,
    ],
    [
      'failed on the chain',
      ({ chain }) => {
        chain.fate = 'fail:ClaimPending';
        return {};
      },
      /^The network took it, and it failed there/,
    ],
  ])('%s: said in the dialog, the amount is kept', async (_, prepare, words) => {
    const staged = await stage('withdrawable');
    const wallet = prepare(staged);
    render(page(staged, { ...(wallet && { wallet }) }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Amount to withdraw' }), '10');
    await userEvent.click(button('Review withdrawal of 10 USDC'));
    const shown = await dialog();
    await userEvent.click(within(shown).getByRole('button', { name: 'Withdraw 10 USDC' }));
    await staged.chain.settle();
    await waitFor(() => expect(shown.textContent).toMatch(new RegExp(words.source.slice(1))));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(field().value).toBe('10');
    expect(document.activeElement).toBe(button('Review withdrawal of 10 USDC'));
  });

  test('the review looks as its panel does where that stands, and is never seen through', async () => {
    await show('withdrawable', {
      props: { theme: 'inherit' },
      around: (panel) => (
        <div style={{ background: 'rgb(253, 246, 227)', color: 'rgb(7, 54, 66)', fontFamily: 'monospace' }}>
          {panel}
        </div>
      ),
    });
    await userEvent.type(field(), '10{Enter}');
    const { backgroundColor, color, fontFamily } = getComputedStyle(await dialog());
    expect([backgroundColor, color, fontFamily]).toEqual(['rgb(253, 246, 227)', 'rgb(7, 54, 66)', 'monospace']);
    cleanup();
    await show('withdrawable', { around: (panel) => <div style={{ colorScheme: 'dark' }}>{panel}</div> });
    await userEvent.type(field(), '10{Enter}');
    expect(getComputedStyle(await dialog()).backgroundColor).toBe('rgb(15, 18, 22)');
  });

  test('what has changed since it was opened can’t be confirmed', async () => {
    const { chain, market } = await show('withdrawable');
    await userEvent.type(field(), '10{Enter}');
    const shown = await dialog();
    await chain.change.header(market, { cumulativeDeficit: 50_000_000_000n });
    await within(shown).findByText(/^This has changed meanwhile/);
    await userEvent.click(within(shown).getByRole('button', { name: /^Withdraw/ }));
    expect(chain.asked.some(({ method }) => method === 'sendTransaction')).toBe(false);
  });

  test.each<[SceneName, string, string]>([
    ['claim-pending', 'Report the deficit', 'reportDeficit'],
    ['settle-first', 'Settle the epoch', 'settleEpoch'],
  ])('%s: anybody can press “%s”', async (name, label, intent) => {
    const events: HostEvent[] = [];
    const { chain } = await show(name, { events });
    await userEvent.click(button(label));
    await waitFor(async () => {
      await chain.settle();
      expect(
        events.some(
          (event) => event.type === 'transaction' && event.intent === intent && event.state.status === 'confirmed',
        ),
      ).toBe(true);
    });
  });

  test('another market is another form', async () => {
    const staged = await show('withdrawable');
    const { chain, owner } = staged;
    await userEvent.type(field(), '10');
    const other = await chain.insure('BTC-PERP', { pool: { cooldownEpochs: 0 } });
    await chain.position(other, owner, {});
    cleanup();
    const wallet = chain.wallet();
    const on = (market: string) => (
      <ScriptedPage chain={chain} wallet={wallet}>
        <DepositPanel market={market} name="X" defaultTab="withdraw" />
      </ScriptedPage>
    );
    const { rerender } = render(on(staged.market));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Amount to withdraw' }), '10{Enter}');
    await dialog();
    rerender(on(other));
    await chain.settle();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Amount to withdraw' })).value).toBe('');
  });
});

test('nothing of it is loaded before it is looked at; what was typed stays when another tab is', async () => {
  const staged = await stage('withdrawable');
  render(page(staged, { props: { defaultTab: 'deposit' } }));
  await staged.chain.settle();
  expect(screen.queryByText('Worth now')).toBeNull();
  await userEvent.click(screen.getByRole('tab', { name: 'Withdraw' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Amount to withdraw' }), '12');
  await userEvent.click(screen.getByRole('tab', { name: 'Deposit' }));
  await userEvent.click(screen.getByRole('tab', { name: 'Withdraw' }));
  expect(field().value).toBe('12');
});

test('renders nothing while nothing changes but the time', async () => {
  const rendered = vi.fn();
  const { chain } = await show('cooling', {
    around: (panel) => (
      <Profiler id="panel" onRender={rendered}>
        {panel}
      </Profiler>
    ),
  });
  // What was asked for at first has been answered.
  do {
    rendered.mockClear();
    await chain.advance(1_000);
  } while (rendered.mock.calls.length > 0);
  for (let second = 0; second < 20; second++) await chain.advance(1_000);
  expect(rendered).not.toHaveBeenCalled();
});

test('is rendered by a server without a window, and taken over', async () => {
  const staged = await stage('requestable');
  const markup = renderToString(page(staged));
  expect(markup).toContain('Insure SOL-PERP');
  expect(markup).not.toMatch(/ style=/);
  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = markup;
  const root = hydrateRoot(host, page(staged));
  await waitFor(() => expect(host.textContent).toContain('Worth now'));
  root.unmount();
  host.remove();
});

describe('its parts', () => {
  const inPanel =
    (name: SceneName, inside = true) =>
    async (part: React.ReactElement) => {
      const staged = await stage(name);
      return page(staged, {
        props: { children: inside ? <DepositPanel.Withdraw>{part}</DepositPanel.Withdraw> : part },
      });
    };
  const parts = [
    ['WithdrawStatus', 'withdraw-status', 'p', 'none'],
    ['Position', 'position', 'dl', 'withdrawable'],
    ['Limit', 'limit', 'div', 'withdrawable'],
    ['Request', 'request', 'dl', 'cooling'],
    ['Cancel', 'cancel', 'button', 'cooling'],
    ['WithdrawAmountLabel', 'withdraw-amount-label', 'label', 'withdrawable'],
    ['WithdrawAmount', 'withdraw-amount', 'input', 'withdrawable'],
    ['WithdrawMax', 'withdraw-max', 'button', 'withdrawable'],
    ['WithdrawAmountError', 'withdraw-amount-error', 'p', 'withdrawable'],
    ['WithdrawPreview', 'withdraw-preview', 'dl', 'withdrawable'],
    ['WithdrawSubmit', 'withdraw-submit', 'button', 'withdrawable'],
  ] as const;
  conforms('DepositPanel.Withdraw', DepositPanel.Withdraw, {
    widget: 'deposit-panel',
    part: 'withdraw',
    tag: 'div',
    within: inPanel('withdrawable', false),
  });
  for (const [name, part, tag, on] of parts)
    conforms(`DepositPanel.${name}`, DepositPanel[name], {
      widget: 'deposit-panel',
      part,
      tag,
      within: inPanel(on),
      ...(tag === 'input' && { child: 'input' as const }),
    });

  test('put together by a host, with its own words', async () => {
    const staged = await stage('withdrawable');
    render(
      page(staged, {
        props: {
          children: (
            <DepositPanel.Withdraw asChild>
              <section>
                <DepositPanel.WithdrawAmount aria-label="How much" />
                <DepositPanel.WithdrawSubmit>Out</DepositPanel.WithdrawSubmit>
                <DepositPanel.WithdrawReview />
              </section>
            </DepositPanel.Withdraw>
          ),
        },
      }),
    );
    await userEvent.type(await screen.findByRole('textbox', { name: 'How much' }), '10');
    await userEvent.click(button('Out'));
    expect(row('You receive', await dialog())).toBe('10 USDC');
    expect(screen.queryByText('Worth now')).toBeNull();
  });

  test('outside of the tab: says so', async () => {
    const staged = await stage('withdrawable');
    render(page(staged, { props: { children: <DepositPanel.Position /> } }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/into <DepositPanel\.Withdraw/);
    vi.mocked(console.error).mockClear();
  });
});
