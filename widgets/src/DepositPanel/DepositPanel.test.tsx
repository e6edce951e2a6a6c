import '../theme/styles.css';
import type { HostEvent } from '@percosec/sdk/react/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { Profiler, type ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { describe, expect, expectTypeOf, onTestFinished, test, vi } from 'vitest';
import { type Scene, type SceneName, scene } from '../../../storybook/stories/DepositPanel.scenes.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import { conforms } from '../core/conformance.tsx';
import { DepositPanel } from './DepositPanel.tsx';

const closing = tidy();

type Props = Partial<Parameters<typeof DepositPanel>[0]>;

interface Shown {
  readonly props?: Props;
  readonly events?: HostEvent[];
}

const stage = async (name: SceneName): Promise<Scene> => closing(await scene(name));

const page = ({ chain, market, wallet }: Scene, { props, events }: Shown = {}) => (
  <ScriptedPage chain={chain} wallet={wallet} onEvent={(event) => events?.push(event)}>
    <DepositPanel market={market} name="SOL-PERP" {...props} />
  </ScriptedPage>
);

async function show(name: SceneName, shown: Shown = {}) {
  const staged = await stage(name);
  const view = render(page(staged, shown));
  await staged.chain.settle();
  return { ...staged, ...view };
}

const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Amount' });
const box = () => screen.getByRole('checkbox', { name: /I understand/ });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const row = (label: string, inside = screen.getByRole('tabpanel', { name: 'Deposit' })) =>
  within(inside).getByText(label).nextElementSibling?.textContent?.replaceAll('\u202f', ' ');
const described = async () => document.getElementById((await field()).getAttribute('aria-describedby') ?? '');
const root = () => screen.getByRole('group', { name: /^Insure/ });
const status = () => document.querySelector('[data-part="transaction"]') as HTMLElement | null;

/** As far as the wallet. */
async function deposit(amount: string): Promise<HTMLElement> {
  await userEvent.type(await field(), amount);
  await userEvent.click(box());
  await userEvent.click(button(/^Review deposit of/));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: /^Deposit / }));
  return dialog;
}

describe('what a deposit brings', () => {
  test('shares, price, lock, yield and cost, live', async () => {
    const { chain, market } = await show('ready');
    await userEvent.type(await field(), '1000');
    // 1,000 at 2.4M shares for 2.5M and the premium that is not settled yet.
    const shares = (1_000_000_000n * 2_400_000_000_000n) / 2_500_576_710_000n;
    expect(row('Shares you get')).toBe(`${shares / 1_000_000n}.${shares % 1_000_000n}`);
    expect(row('Share price')).toBe('1.041906 USDC');
    expect(row('APY, last epoch; no promise')).toBe('8.42 %');
    expect(row('Locked until')).toMatch(/^Nov 2\d, 2026/);
    await waitFor(() => expect(row('Network cost')).toMatch(/^0\.0000\d+ SOL$/));
    expect(row('Rent of new accounts')).toMatch(/^0\.00\d+ SOL$/);
    await chain.change.pool(market, { totalDeposits: 5_000_000_000_000n });
    await waitFor(() => expect(row('Shares you get')).toMatch(/^479\./));
  });

  test('nothing is known before there is an amount, and says why', async () => {
    await show('ready');
    await field();
    expect(row('Shares you get')).toBe('—Known once there is an amount');
    expect(row('Network cost')).toBe('—Known once there is an amount');
  });

  test('a yield that was never settled is not known; one past the chain’s count is a bound', async () => {
    await show('nothing settled');
    await field();
    expect(row('APY, last epoch; no promise')).toBe('—No premium has been settled yet');
    cleanup();
    await show('saturated');
    await field();
    expect(row('APY, last epoch; no promise')).toBe('> 655.35 %');
  });

  test('a cost that can’t be found out is not known, and stops nobody', async () => {
    await show('no cost');
    await userEvent.type(await field(), '1000');
    await waitFor(() => expect(row('Network cost')).toMatch(/^—/));
    await userEvent.click(box());
    expect(button(/^Review deposit of/)).toHaveAttribute('data-state', 'ready');
  });

  test('what is not taken is said', async () => {
    // At two and a half atoms a share six buy two.
    await show('tiny numbers');
    await userEvent.type(await field(), '0.000006');
    expect(row('Change returned')).toBe('0.000001 USDC');
  });

  test('who can claim is told in full, and asked of the chain only when somebody looks', async () => {
    const { chain, market } = await show('ready');
    await field();
    const program = chain.place(market).program;
    const asked = () => chain.asked.filter(({ params }) => JSON.stringify(params).includes(program)).length;
    expect(asked()).toBe(0);
    await userEvent.click(screen.getByText('Who can claim from this pool'));
    await waitFor(() => expect(row('Its code')).toMatch(/^can be changed by/));
    expect(asked()).toBe(1);
    expect(row('A claim is a deficit above')).toBe('1,000 USDC');
    expect(row('Claims take at most, an epoch')).toBe('50.00 %');
    expect(row('Stays for claims when others withdraw')).toBe('20.00 %');
    expect(screen.getByText(/It can take all of this pool/)).toBeVisible();
    cleanup();
    await show('final program');
    await field();
    await userEvent.click(screen.getByText('Who can claim from this pool'));
    await waitFor(() => expect(row('Its code')).toBe('nobody can change it'));
  });
});

describe('the amount', () => {
  test.each<[string, RegExp]>([
    ['0', /Too little/],
    ['-5', /above zero/],
    ['1e6', /Write the number out/],
    ['1,5', /separators/],
    ['€5', /another currency.*USDC/],
    ['1.2345678', /USDC has fewer decimals/],
    ['99999999999999999999', /not that much/],
    ['twelve', /not a number/],
    ['12501', /The wallet has 12,500\u202fUSDC for this/],
  ])('%s', async (text, words) => {
    await show('ready');
    await userEvent.type(await field(), text);
    await waitFor(() => expect(field()).resolves.toHaveAttribute('aria-invalid', 'true'));
    expect((await described())?.textContent).toMatch(words);
    expect(await field()).toHaveValue(text);
    await userEvent.clear(await field());
    expect(await field()).toHaveAttribute('aria-invalid', 'false');
    expect((await described())?.textContent).toBe('');
  });

  test.each<[string, string]>([
    ['$1,000.50', '1,000.50'],
    [' 1 000.50 USDC ', '1,000.50'],
    ['US$ 12', '12'],
  ])('%s is pasted as it is', async (text, amount) => {
    await show('ready');
    await userEvent.click(await field());
    await userEvent.paste(text);
    expect(await field()).toHaveValue(text);
    expect(button(`Review deposit of ${amount} USDC`)).toBeVisible();
  });

  test('by the locale’s separators', async () => {
    await show('ready', { props: { locale: { tag: 'de' } } });
    await userEvent.type(await field(), '1.000,5');
    expect(button('Review deposit of 1.000,50 USDC')).toBeVisible();
    await userEvent.click(button('Max'));
    expect(await field()).toHaveValue('12500');
  });

  test('what is still being typed is not called wrong', async () => {
    await show('ready');
    await userEvent.type(await field(), '1,');
    expect(await field()).toHaveAttribute('aria-invalid', 'false');
    await userEvent.type(await field(), '250');
    expect(button('Review deposit of 1,250 USDC')).toBeVisible();
  });

  test('all there is, to the last atom; of SOL all that fees don’t need', async () => {
    await show('huge numbers');
    await field();
    await waitFor(() => expect(button('Max')).toBeEnabled());
    await userEvent.click(button('Max'));
    expect(await field()).toHaveValue('9223372036854.775808');
    cleanup();
    await show('wrapped SOL');
    await field();
    await waitFor(() => expect(button('Max')).toBeEnabled());
    await userEvent.click(button('Max'));
    expect(await field()).toHaveValue('12.325678901');
  });

  test('too little SOL for it is said at the field, before anybody signs', async () => {
    const { chain, market, wallet } = await show('little SOL');
    await userEvent.type(await field(), '10');
    await waitFor(async () => expect((await described())?.textContent).toMatch(/holds 0\.001 SOL.*Add/));
    expect(wallet?.asked).toBe(0);
    await chain.balance('alice', { market, lamports: 1_000_000_000n });
    await waitFor(async () => expect((await described())?.textContent).toBe(''));
    expect(row('Network cost')).toMatch(/SOL$/);
  });

  test('going on without one leads to the field', async () => {
    await show('ready');
    await field();
    await userEvent.click(button('Review deposit'));
    expect(await field()).toHaveFocus();
    expect((await described())?.textContent).toBe('Enter an amount.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('that it can be lost', () => {
  test('is agreed to before anything else, once a market', async () => {
    const { unmount, chain, market, wallet } = await show('ready');
    await userEvent.type(await field(), '500{Enter}');
    expect(box()).toHaveFocus();
    expect(screen.getByText('Tick this to go on.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.keyboard(' ');
    unmount();
    const again = render(page({ chain, market, wallet }));
    await field();
    expect(box()).toBeChecked();
    const other = await chain.insure('BTC-PERP');
    again.rerender(page({ chain, market: other, wallet }));
    await waitFor(() => expect(box()).not.toBeChecked());
  });

  test('works where the browser keeps nothing', async () => {
    const staged = await stage('ready');
    const storage = (['getItem', 'setItem', 'removeItem'] as const).map((name) =>
      vi.spyOn(Storage.prototype, name).mockImplementation(() => {
        throw new DOMException('The request was denied.', 'SecurityError');
      }),
    );
    try {
      render(page(staged));
      await field();
      await userEvent.click(box());
      expect(box()).toBeChecked();
      await userEvent.click(box());
      expect(box()).not.toBeChecked();
    } finally {
      for (const one of storage) one.mockRestore();
    }
  });

  test('a host may keep it itself, and is told', async () => {
    const onAcknowledge = vi.fn();
    const events: HostEvent[] = [];
    const { market } = await show('ready', { props: { acknowledged: false, onAcknowledge }, events });
    await field();
    await userEvent.click(box());
    expect(onAcknowledge).toHaveBeenCalledExactlyOnceWith(true);
    expect(box()).not.toBeChecked();
    expect(localStorage.getItem(`percosec:acknowledged:${market}`)).toBeNull();
    await waitFor(() => expect(events).toContainEqual({ type: 'acknowledged', market }));
  });
});

describe('by keyboard alone', () => {
  test('from the page to a deposit and back', async () => {
    const events: HostEvent[] = [];
    await show('ready', { events });
    await field();
    await userEvent.tab();
    expect(screen.getByRole('tab', { name: 'Deposit' })).toHaveFocus();
    await userEvent.tab();
    expect(await field()).toHaveFocus();
    await userEvent.keyboard('500');
    await userEvent.tab();
    expect(button('Max')).toHaveFocus();
    await userEvent.tab();
    expect(document.activeElement?.tagName).toBe('SUMMARY');
    await userEvent.tab();
    expect(box()).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(box()).toBeChecked();
    await userEvent.tab();
    expect(button('Review deposit of 500 USDC')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Deposit into SOL-PERP' });
    await waitFor(() => expect(dialog).toHaveFocus());
    const confirm = within(dialog).getByRole('button', { name: 'Deposit 500 USDC' });
    for (let stops = 0; document.activeElement !== confirm && stops < 9; stops += 1) {
      await userEvent.tab();
      expect(dialog).toContainElement(document.activeElement as HTMLElement);
    }
    expect(confirm).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await within(dialog).findByText(/^Done/);
    expect(within(dialog).getByRole('link', { name: /^Transaction .* \(opens in a new tab\)$/ })).toHaveAttribute(
      'href',
      expect.stringContaining('/tx/'),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(button('Review deposit')).toHaveFocus());
    expect(await field()).toHaveValue('');
    expect(events.map((event) => (event.type === 'transaction' ? event.state.status : event.type))).toEqual(
      expect.arrayContaining(['acknowledged', 'preparing', 'awaiting-signature', 'sending', 'confirmed']),
    );
  });

  test('arrows between the tabs, and what was typed stays', async () => {
    await show('ready');
    await userEvent.type(await field(), '500');
    await userEvent.click(screen.getByRole('tab', { name: 'Deposit' }));
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Withdraw' })).toHaveFocus();
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('Withdraw');
    await screen.findByRole('tabpanel', { name: 'Withdraw' });
    await userEvent.keyboard('{Home}');
    expect(await field()).toHaveValue('500');
  });
});

describe('the review', () => {
  test('says everything that will happen to the money', async () => {
    await show('deposited before');
    await userEvent.type(await field(), '500');
    await userEvent.click(box());
    await userEvent.click(button(/^Review deposit of/));
    const dialog = await screen.findByRole('dialog');
    expect(row('You deposit', dialog)).toBe('500 USDC');
    expect(row('Your shares afterwards', dialog)).toBe('5,379.889297');
    expect(row('Share price', dialog)).toBe('1.041906 USDC');
    await waitFor(() => expect(row('Network cost', dialog)).toMatch(/SOL$/));
    await waitFor(() => expect(row('Its code', dialog)).toMatch(/^can be changed/));
    expect(within(dialog).getByText(/Claims can take all of this/)).toBeVisible();
    expect(within(dialog).getByText(/locked anew/)).toBeVisible();
    expect(dialog).toHaveAccessibleDescription(/Claims can take all of this/);
  });

  test('what can no longer be done as it is shown is not done', async () => {
    const { chain, market, wallet } = await show('ready');
    await userEvent.type(await field(), '500');
    await userEvent.click(box());
    await userEvent.click(button(/^Review deposit of/));
    const dialog = await screen.findByRole('dialog');
    await chain.change.pool(market, { pendingClaims: 1_000_000n });
    await within(dialog).findByText(/no longer be done as shown/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Deposit 500 USDC' }));
    await chain.settle();
    expect(wallet?.asked).toBe(0);
  });

  test('two clicks are one deposit', async () => {
    const { chain, wallet } = await show('ready');
    await userEvent.type(await field(), '500');
    await userEvent.click(box());
    await userEvent.click(button(/^Review deposit of/));
    const dialog = await screen.findByRole('dialog');
    await userEvent.dblClick(within(dialog).getByRole('button', { name: 'Deposit 500 USDC' }));
    await within(dialog).findByText(/^Done/);
    await chain.settle();
    expect(wallet?.asked).toBe(1);
  });
});

describe('a wallet that asks in a dialog of its own', () => {
  async function asked() {
    await show('silent');
    const review = await deposit('500');
    await waitFor(() => expect(status()?.dataset.state).toBe('awaiting-signature'));
    const wallets = document.createElement('dialog');
    wallets.setAttribute('aria-label', 'A wallet’s');
    // As such dialogs do over one that has taken the pointer from the page.
    wallets.style.pointerEvents = 'auto';
    const answer = wallets.appendChild(document.createElement('button'));
    document.body.append(wallets);
    onTestFinished(() => wallets.remove());
    wallets.showModal();
    return { review, wallets, answer };
  }

  test('is clicked, and the review stays', async () => {
    const { review, answer } = await asked();
    const clicked = vi.fn();
    answer.addEventListener('click', clicked);
    await userEvent.click(answer);
    expect(clicked).toHaveBeenCalledOnce();
    expect(review).toBeInTheDocument();
  });

  test('hears Escape, and the review stays until Escape is for it', async () => {
    const { review, wallets, answer } = await asked();
    const heard = vi.fn();
    wallets.addEventListener('keydown', (event) => heard(event.key));
    answer.focus();
    expect(answer).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(heard).toHaveBeenCalledWith('Escape');
    expect(review).toBeInTheDocument();
    wallets.close();
    within(review).getByRole('button', { name: 'Close' }).focus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(review).not.toBeInTheDocument());
  });
});

describe('what becomes of it', () => {
  test.each<[SceneName, string, RegExp]>([
    ['ready', 'confirmed', /Done: the network has confirmed it/],
    ['rejecting', 'rejected', /You declined it in the wallet, so nothing was sent/],
    ['failing', 'error', /The device is locked/],
    ['wrong cluster', 'wrong-cluster', /The wallet is on devnet, and this pool is on mainnet\. Switch/],
    ['silent', 'awaiting-signature', /Approve it in your wallet\. It costs .* SOL for the network, and .* SOL of rent/],
    ['failed', 'failed', /it failed there\. Nothing moved but the fee\..*Deposit more/],
    ['expired', 'expired', /now it never will\. Nothing was changed: try again/],
    ['sent for ever', 'watching', /Waiting for the network/],
    ['unknown', 'unknown', /It may have happened\..*Look at its list/],
  ])('%s', async (name, state, words) => {
    const { chain } = await show(name);
    const dialog = await deposit('500');
    await waitFor(() => expect(status()?.dataset.state).toBe(state), { timeout: 5_000 });
    expect(status()?.textContent).toMatch(words);
    expect(dialog).toContainElement(status());
    // What was shown in the dialog is shown in the panel once it is closed; nothing typed is lost but by success.
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(status()?.textContent).toMatch(words);
    expect(status()?.textContent).toMatch(/Deposit of 500\sUSDC/);
    await waitFor(async () => expect(await field()).toHaveValue(state === 'confirmed' ? '' : '500'));
    const dismiss = within(status() as HTMLElement).queryByRole('button', { name: 'Dismiss' });
    if (state === 'watching' || state === 'awaiting-signature') expect(dismiss).toBeNull();
    else {
      await userEvent.click(dismiss as HTMLElement);
      expect(status()).toBeNull();
    }
    await chain.settle();
  });

  test('refused by simulation: nothing is signed, and it can be tried again', async () => {
    const { chain, wallet } = await show('ready');
    await userEvent.type(await field(), '500');
    await waitFor(() => expect(row('Network cost')).toMatch(/SOL$/));
    await userEvent.click(box());
    await userEvent.click(button(/^Review deposit of/));
    const dialog = await screen.findByRole('dialog');
    chain.fate = 'refuse:ClaimPending';
    await userEvent.click(within(dialog).getByRole('button', { name: 'Deposit 500 USDC' }));
    await waitFor(() => expect(status()?.dataset.state).toBe('refused'));
    expect(status()?.textContent).toMatch(/nothing was paid.*Then try again/);
    expect(wallet?.asked).toBe(0);
    chain.fate = 'confirm';
    await userEvent.click(within(dialog).getByRole('button', { name: 'Deposit 500 USDC' }));
    await within(dialog).findByText(/^Done/);
    expect(wallet?.asked).toBe(1);
  });

  test('declined, then tried again from the panel', async () => {
    const { wallet } = await show('rejecting');
    await deposit('500');
    await waitFor(() => expect(status()?.dataset.state).toBe('rejected'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    if (wallet) wallet.answer = 'approve';
    await userEvent.click(within(status() as HTMLElement).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(status()?.dataset.state).toBe('confirmed'));
    await waitFor(async () => expect(await field()).toHaveValue(''));
  });

  test('where nobody knows, it is tried again only by who has looked', async () => {
    const { wallet } = await show('unknown');
    const dialog = await deposit('500');
    await waitFor(() => expect(status()?.dataset.state).toBe('unknown'));
    expect(within(dialog).queryByRole('button', { name: 'Deposit 500 USDC' })).toBeNull();
    expect(within(dialog).getByRole('button', { name: /^I looked/ })).toBeVisible();
    expect(wallet?.asked).toBe(1);
  });

  test('another market, another account, no panel at all: what is under way goes on and is shown', async () => {
    const { chain, market, wallet, rerender, unmount } = await show('sent for ever');
    const other = await chain.insure('BTC-PERP');
    await chain.balance('bob', { market, amount: 7_000_000n, lamports: 1_000_000_000n });
    await deposit('500');
    await waitFor(() => expect(status()?.dataset.state).toMatch(/sending|watching/), { timeout: 5_000 });
    await userEvent.keyboard('{Escape}');
    rerender(page({ chain, market: other, wallet }, { props: { name: 'BTC-PERP' } }));
    await chain.settle();
    expect(await field()).toHaveValue('');
    expect(status()?.textContent).toMatch(/Deposit of 500\sUSDC on SOL-PERP/);
    rerender(page({ chain, market, wallet: chain.wallet({ owner: 'bob' }) }));
    await chain.settle();
    expect(await field()).toHaveValue('');
    await waitFor(() => expect(screen.getByText(/^Balance/).textContent).toMatch(/\b7\sUSDC/));
    expect(status()?.textContent).toMatch(/Deposit of 500/);
    unmount();
    render(page({ chain, market, wallet }));
    await field();
    expect(status()?.textContent).toMatch(/Deposit of 500/);
    chain.fate = 'confirm';
    await waitFor(() => expect(status()?.dataset.state).toBe('confirmed'), { timeout: 8_000 });
  });

  test('what has ended is not carried to another market', async () => {
    const { chain, wallet, rerender } = await show('rejecting');
    const other = await chain.insure('BTC-PERP');
    await deposit('500');
    await waitFor(() => expect(status()?.dataset.state).toBe('rejected'));
    rerender(page({ chain, market: other, wallet }, { props: { name: 'BTC-PERP' } }));
    await waitFor(() => expect(status()).toBeNull());
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('who can’t deposit is told why, and what to do', () => {
  const barrier = () => document.querySelector('[data-part="barrier"]') as HTMLElement;

  test.each<[SceneName, string, RegExp, string | null]>([
    ['inactive', 'PoolInactive', /takes no deposits now/, null],
    ['exhausted', 'PoolExhausted', /used this pool up/, 'Reopen the pool'],
    ['exhausted, claim queued', 'PoolExhausted', /5,000\u202fUSDC of claims wait/, 'Pay the queued claim'],
    ['deficit to report', 'ClaimPending', /a deficit of 80,000\u202fUSDC/, 'Report the deficit'],
    ['claim queued', 'ClaimPending', /120,000\u202fUSDC of claims wait/, 'Pay the queued claim'],
    ['cap used up', 'ClaimPending', /cap is used up/, null],
    ['settle first', 'SettleFirst', /settled first/, 'Settle the epoch'],
    ['market gone', 'InvalidMarket', /The market is gone/, null],
    ['frozen', 'frozen', /The issuer of USDC has frozen/, null],
    ['no wallet', 'none', /No wallet is connected/, null],
  ])('%s', async (name, state, words, way) => {
    const { wallet } = await show(name);
    await field();
    await waitFor(() => expect(barrier().dataset.state).toBe(state));
    expect(barrier().textContent).toMatch(words);
    expect(button(/^Review deposit/)).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button(/^Review deposit/));
    expect(screen.queryByRole('dialog')).toBeNull();
    if (way === null) expect(within(barrier()).queryByRole('button')).toBeNull();
    else {
      await userEvent.click(button(way));
      await waitFor(() => expect(status()?.dataset.state).toBe('confirmed'));
      expect(status()?.textContent).toMatch(way);
      expect(wallet?.asked).toBe(1);
    }
  });

  test('a wallet that only watches', async () => {
    const { chain, market } = await stage('ready');
    const watching = { publicKey: chain.wallet().publicKey } as Scene['wallet'];
    render(page({ chain, market, wallet: watching }));
    await field();
    await waitFor(() => expect(barrier().textContent).toMatch(/only watches the account/));
  });

  test('a host that can connect one', async () => {
    const onConnect = vi.fn();
    await show('no wallet', { props: { onConnect } });
    await field();
    await userEvent.click(button('Connect a wallet'));
    expect(onConnect).toHaveBeenCalledOnce();
    expect(barrier()).toBeEmptyDOMElement();
  });
});

describe('what can’t be read is said', () => {
  const problem = () => document.querySelector('[data-part="problem"]') as HTMLElement;

  test('a market that isn’t one, none, and an address of nothing', async () => {
    const { chain, wallet, market, rerender } = await show('ready');
    rerender(page({ chain, market: 'nonsense' as never, wallet }));
    await waitFor(() => expect(root().dataset.state).toBe('failed'));
    expect(screen.getByRole('alert').textContent).toMatch(/address/i);
    rerender(page({ chain, market: null as never, wallet }));
    await waitFor(() => expect(root().dataset.state).toBe('no-market'));
    expect(problem().textContent).toMatch(/Choose a market/);
    rerender(page({ chain, market: chain.address('elsewhere'), wallet }));
    await waitFor(() => expect(root().dataset.state).toBe('no-pool'));
    expect(problem().textContent).toMatch(/no insurance pool on this network/);
    rerender(page({ chain, market, wallet }));
    await field();
  });

  test.each<[SceneName, RegExp]>([
    ['rate limit', /too many|limit/i],
    ['unreachable', /Check the RPC/],
    ['lies', /RPC/],
  ])('%s, and mended by another try', async (name, words) => {
    const { chain } = await show(name);
    await waitFor(() => expect(root().dataset.state).toBe('failed'), { timeout: 5_000 });
    expect(screen.getAllByRole('alert')[0]?.textContent).toMatch(words);
    chain.rpc.mend();
    await userEvent.click(button('Try again'));
    await chain.settle();
    await field();
    expect(problem()).toBeEmptyDOMElement();
  });

  test('an RPC that never answers leaves a skeleton of the final size', async () => {
    await show('loading');
    expect(root()).toHaveAttribute('aria-busy', 'true');
    expect(root().dataset.state).toBe('loading');
  });

  test('offline: the figures stay, and say as of when', async () => {
    const { chain } = await show('ready');
    await userEvent.type(await field(), '500');
    await chain.goOffline();
    await chain.advance(60_000);
    await waitFor(() => expect(problem().textContent).toMatch(/^Offline: figures are as of/));
    expect(await field()).toHaveValue('500');
    expect(row('Shares you get')).toMatch(/^479\./);
  });

  test('an RPC that has gone back in time, as a chain does that begins anew: the figures stay, and say so', async () => {
    const { chain } = await show('ready');
    await field();
    await chain.goOffline();
    chain.rpc.fail('getMultipleAccounts', (_, truth) => ({ ...(truth as object), context: { slot: 1 } }));
    await chain.goOnline();
    await chain.advance(60_000);
    await waitFor(() =>
      expect(problem().textContent).toMatch(/figures are as of .* reload the page if the chain began anew/),
    );
    chain.rpc.mend();
    await chain.advance(60_000);
    await waitFor(() => expect(problem()).toBeEmptyDOMElement());
  });

  test('without the mint’s decimals no amount can be told', async () => {
    await show('no decimals');
    await field();
    await waitFor(() => expect(problem().textContent).toMatch(/mint/));
    expect(button('Max')).toBeDisabled();
  });
});

describe('on any page', () => {
  test('renders nothing while nothing changes', async () => {
    const { chain, market, wallet } = await stage('ready');
    let renders = 0;
    render(
      <Profiler
        id="panel"
        onRender={() => {
          renders += 1;
        }}
      >
        {page({ chain, market, wallet })}
      </Profiler>,
    );
    await field();
    await chain.settle();
    await waitFor(() => expect(row('APY, last epoch; no promise')).toBe('8.42 %'));
    await chain.advance(2_000);
    renders = 0;
    await chain.advance(30_000);
    await chain.settle();
    expect(renders).toBe(0);
  });

  test('rendered on a server, taken over without a complaint', async () => {
    const staged = await stage('ready');
    const container = document.createElement('div');
    container.innerHTML = renderToString(page(staged));
    expect(container.textContent).toMatch(/Deposits cover this market’s losses\. You can lose them\./);
    expect(container.querySelector('[style]')).toBeNull();
    document.body.append(container);
    const root = hydrateRoot(container, page(staged));
    await staged.chain.settle();
    await field();
    root.unmount();
    container.remove();
  });

  test.each<SceneName>(['ready', 'claim queued', 'no wallet', 'rate limit'])('axe finds nothing: %s', async (name) => {
    const { container } = await show(name);
    await waitFor(() => expect(root().dataset.state).not.toBe('loading'), { timeout: 5_000 });
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });

  test('axe finds nothing in the review', async () => {
    await show('ready');
    await deposit('500');
    await waitFor(() => expect(status()?.dataset.state).toBe('confirmed'));
    const { violations } = await axe.run(screen.getByRole('dialog'), { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });

  test.each([240, 320, 480, 960])('nothing sticks out at %i px', async (width) => {
    const { chain, market, wallet } = await stage('huge numbers');
    const { container } = render(
      <div style={{ inlineSize: width }}>
        {page({ chain, market, wallet }, { props: { name: 'WORMHOLE-WRAPPED-ETHER-PERPETUAL-QUARTERLY-2027/USDC' } })}
      </div>,
    );
    await userEvent.type(await field(), '123456789.123456');
    await chain.settle();
    const frame = (container.firstElementChild as HTMLElement).getBoundingClientRect();
    for (const element of root().querySelectorAll('.percosec-part')) {
      const { right, left, width } = element.getBoundingClientRect();
      if (width > 1)
        expect
          .soft([left >= frame.left - 1, right <= frame.right + 1, element.className])
          .toEqual([true, true, element.className]);
    }
  });

  test('props are checked', () => {
    expectTypeOf<Props>().toHaveProperty('onConnect');
    // @ts-expect-error There is no such tab.
    const wrong: Props = { defaultTab: 'borrow' };
    expect(wrong).toBeDefined();
  });
});

const within_ = async (part: ReactElement) => {
  const { chain, market, wallet } = await stage('ready');
  return (
    <ScriptedPage chain={chain} wallet={wallet}>
      <DepositPanel.Root market={market} name="SOL-PERP">
        {part}
      </DepositPanel.Root>
    </ScriptedPage>
  );
};

const PARTS = [
  ['Title', 'title', 'p'],
  ['Notice', 'notice', 'p'],
  ['Problem', 'problem', 'div'],
  ['Tabs', 'tabs', 'div'],
  ['Tab', 'tab', 'button'],
  ['Deposit', 'deposit', 'div'],
  ['Barrier', 'barrier', 'div'],
  ['Balance', 'balance', 'span'],
  ['AmountLabel', 'amount-label', 'label'],
  ['Amount', 'amount', 'input'],
  ['Max', 'max', 'button'],
  ['AmountError', 'amount-error', 'p'],
  ['Preview', 'preview', 'dl'],
  ['Facts', 'facts', 'details'],
  ['Acknowledge', 'acknowledge', 'div'],
  ['Submit', 'submit', 'button'],
  ['Status', 'status', 'div'],
] as const;

for (const [name, part, tag] of PARTS)
  conforms(`DepositPanel.${name}`, DepositPanel[name], {
    widget: 'deposit-panel',
    part,
    tag,
    within: within_,
    ...(tag === 'input' && { child: 'input' as const }),
  });

conforms('DepositPanel.Root', DepositPanel.Root, {
  widget: 'deposit-panel',
  part: 'root',
  tag: 'div',
  within: async (part) => {
    const { chain, wallet } = await stage('ready');
    return (
      <ScriptedPage chain={chain} wallet={wallet}>
        {part}
      </ScriptedPage>
    );
  },
  props: { market: null },
});
