// What is reviewed is what is signed: the amount, the market and the account, whatever happens on the page meanwhile.
import '../theme/styles.css';
import { INSURANCE_POOL_PROGRAM } from '@percosec/sdk';
import { parseAmount } from '@percosec/sdk/math';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readTransaction } from '../../../sdk/src/transactions/message.ts';
import { type SceneName, scene } from '../../../storybook/stories/DepositPanel.scenes.ts';
import { ScriptedPage } from '../../../tests/scripted/page.tsx';
import { tidy } from '../../../tests/scripted/tidy.ts';
import type { ScriptedWallet } from '../../../tests/scripted/wallet.ts';
import { DepositPanel } from './DepositPanel.tsx';

const closing = tidy();

beforeAll(() => Promise.all([import('./panel.tsx'), import('./DepositReview.tsx')]));
beforeEach(() => localStorage.clear());

/** What the wallet was given to sign, each by who pays and what the pool is told. */
function watch(wallet: ScriptedWallet) {
  const given: { payer: string; amount: bigint; accounts: readonly string[] }[] = [];
  const sign = wallet.signTransaction as NonNullable<ScriptedWallet['signTransaction']>;
  const watched = Object.create(wallet, {
    signTransaction: {
      value: (transaction: Parameters<typeof sign>[0]) => {
        const wire = Uint8Array.from(transaction.serialize({ requireAllSignatures: false } as never));
        const { payer, instructions } = readTransaction(wire);
        for (const { programId, data, accounts } of instructions ?? [])
          if (programId === INSURANCE_POOL_PROGRAM)
            given.push({
              payer,
              amount: new DataView(data.buffer, data.byteOffset).getBigUint64(8, true),
              accounts: accounts.map(({ address }) => address),
            });
        return sign(transaction);
      },
    },
  }) as ScriptedWallet;
  return { given, watched };
}

type Props = Partial<Parameters<typeof DepositPanel>[0]>;

async function show(name: SceneName = 'ready', props: Props = {}) {
  const staged = closing(await scene(name));
  const { given, watched } = watch(staged.wallet as ScriptedWallet);
  const page = (more: Props = {}, wallet: ScriptedWallet | null = watched) => (
    <ScriptedPage chain={staged.chain} wallet={wallet}>
      <DepositPanel market={staged.market} name="SOL-PERP" {...props} {...more} />
    </ScriptedPage>
  );
  const view = render(page());
  await staged.chain.settle();
  return { ...staged, ...view, page, given, watched };
}

const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Amount' });
const box = () => screen.getByRole('checkbox', { name: /I understand/ });
const dialog = () => screen.findByRole('dialog');
const confirm = async () => within(await dialog()).getByRole('button', { name: /^Deposit / });

async function review(amount: string): Promise<void> {
  await userEvent.type(await field(), amount);
  await userEvent.click(box());
  await userEvent.click(screen.getByRole('button', { name: /^Review deposit of/ }));
  await dialog();
}

/** As an extension, an autofill or a composition that ends late writes it. */
function write(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
}

describe('what is signed', () => {
  test.each<[string, bigint, SceneName]>([
    ['0.000006', 6n, 'tiny numbers'],
    ['1,234.56 USDC', 1_234_560_000n, 'ready'],
    ['12500', 12_500_000_000n, 'ready'],
    ['0.1', 100_000n, 'ready'],
  ])('%s is %d atoms, as the review says', async (text, atoms, name) => {
    const { given, wallet, market } = await show(name);
    await review(text);
    const said = parseAmount(((await confirm()).textContent ?? '').replace('Deposit ', ''), 6, { locale: 'en' });
    expect(said).toEqual({ ok: true, atoms });
    await userEvent.click(await confirm());
    await waitFor(() => expect(given).toHaveLength(1));
    expect(given[0]).toMatchObject({ amount: atoms, payer: wallet?.publicKey.toBase58() });
    expect(given[0]?.accounts).toContain(market);
  });

  test('is what was reviewed, though the field says otherwise by then', async () => {
    const { given } = await show();
    const input = await field();
    await review('500');
    write(input, '12000');
    expect((await confirm()).textContent).toBe('Deposit 500 USDC');
    await userEvent.click(await confirm());
    await waitFor(() => expect(given).toHaveLength(1));
    expect(given[0]?.amount).toBe(500_000_000n);
  });

  test('is of the account that was reviewed: one that a wallet has changed to unannounced signs nothing', async () => {
    const { chain, given, watched } = await show();
    await review('500');
    const other = chain.wallet({ owner: 'mallory' }).publicKey;
    Object.defineProperty(watched, 'publicKey', { value: other });
    await userEvent.click(await confirm());
    expect(await within(await dialog()).findByText(/No wallet is connected/)).toBeVisible();
    expect(given).toEqual([]);
  });
});

describe('a review', () => {
  test('of a token whose decimals are not known any more can’t be confirmed', async () => {
    const { chain, market, given } = await show();
    await review('500');
    await chain.put(chain.place(market).shareMint, null);
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('no longer be done as shown'));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /^Deposit / }));
    expect(given).toEqual([]);
  });

  test('ends with its market and its account, and does not come back by itself', async () => {
    const { chain, rerender, page, watched } = await show();
    const other = await chain.insure('BTC-PERP');
    await review('500');
    rerender(page({ market: other }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    rerender(page());
    await waitFor(async () => expect(await field()).toHaveValue('500'));
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Review deposit of/ }));
    await dialog();
    rerender(page({}, null));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    rerender(page({}, watched));
    await chain.settle();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('that another panel’s deposit has overtaken is not taken for it', async () => {
    const { chain, market, given, watched } = await show('silent');
    const second = render(
      <ScriptedPage chain={chain} wallet={watched}>
        <DepositPanel market={market} name="second" />
      </ScriptedPage>,
    );
    await chain.settle();
    const [one, two] = (await screen.findAllByRole('textbox', { name: 'Amount' })) as [HTMLElement, HTMLElement];
    await userEvent.type(one, '500');
    await userEvent.type(two, '7');
    await userEvent.click(screen.getAllByRole('checkbox')[0] as HTMLElement);
    // Both are opened before either is confirmed: by a script, since the first one's dialog holds the page.
    const [open500, open7] = screen.getAllByRole('button', { name: /^Review deposit of/ }) as [
      HTMLElement,
      HTMLElement,
    ];
    open500.click();
    open7.click();
    const find = (name: string) =>
      waitFor(() => {
        const found = [...document.querySelectorAll<HTMLElement>('[data-part="confirm"]')].find(
          ({ textContent }) => textContent === name,
        );
        expect(found).toBeDefined();
        return found as HTMLElement;
      });
    (await find('Deposit 500 USDC')).click();
    await waitFor(() => expect(given).toHaveLength(1));
    const late = await find('Deposit 7 USDC');
    await waitFor(() => expect(late).toHaveAttribute('aria-disabled', 'true'));
    late.click();
    await chain.settle();
    expect(given.map(({ amount }) => amount)).toEqual([500_000_000n]);
    expect(late.closest('[role="dialog"]')?.textContent).toContain('no longer be done as shown');
    second.unmount();
  });
});

describe('that it can be lost', () => {
  test('is not passed over by Enter, however often', async () => {
    const { given } = await show();
    await userEvent.type(await field(), '500{Enter}{Enter}{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(box()).toHaveFocus();
    expect(box()).not.toBeChecked();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(box());
    await userEvent.type(await field(), '{Enter}{Enter}{Enter}{Enter}');
    await dialog();
    expect(given).toEqual([]);
  });

  test('taken back by the host while the review is open, it can’t be confirmed', async () => {
    const { rerender, page, given } = await show('ready', { acknowledged: true });
    await userEvent.type(await field(), '500{Enter}');
    await dialog();
    rerender(page({ acknowledged: false }));
    await waitFor(async () => expect(await confirm()).toHaveAttribute('aria-disabled', 'true'));
    await userEvent.click(await confirm());
    expect(given).toEqual([]);
  });

  test('can be agreed to where the browser’s storage is full', async () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await show();
    await field();
    await userEvent.click(box());
    expect(box()).toBeChecked();
    await userEvent.click(box());
    expect(box()).not.toBeChecked();
    full.mockRestore();
  });

  test('what ends a composition is not “go on”', async () => {
    await show('ready', { acknowledged: true });
    const input = await field();
    await userEvent.type(input, '500');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('what is pressed and goes leaves the focus in the panel', async () => {
  await show('rejecting');
  await review('500');
  await userEvent.click(await confirm());
  await within(await dialog()).findByText(/declined/);
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  await waitFor(() => expect(screen.getByRole('group', { name: /^Insure/ })).toHaveFocus());
  cleanup();
  const { chain } = await show('unreachable');
  const again = await screen.findByRole('button', { name: 'Try again' });
  again.focus();
  await userEvent.keyboard('{Enter}');
  await chain.settle();
  expect(document.activeElement).not.toBe(document.body);
});
