import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { DepositPanel } from '../../widgets/src/DepositPanel/DepositPanel.tsx';
import { scene } from './DepositPanel.scenes.ts';
import { type Page, staging } from './staging.tsx';

const meta = {
  title: 'Widgets/DepositPanel',
  component: DepositPanel,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: {
    market: { control: false },
    name: { control: 'text' },
    tab: { control: 'inline-radio', options: ['deposit', 'withdraw'] },
    acknowledged: { control: 'boolean' },
    // One that is there shows its button: only where a story has one.
    onConnect: { control: false },
    onTabChange: { action: 'tab' },
    onAcknowledge: { action: 'acknowledge' },
  },
  parameters: { actions: { argTypesRegex: null } },
} satisfies Meta<typeof DepositPanel>;
export default meta;

const staged = staging(scene, DepositPanel);

const field = (page: Page) => page.findByRole('textbox', { name: 'Amount' });

/** As far as the field. */
const typed = (text: string) => async (page: Page) => {
  await userEvent.type(await field(page), text);
};

/** As far as the dialog. */
async function reviewed(page: Page, text = '500'): Promise<HTMLElement> {
  await userEvent.type(await field(page), text);
  const box = page.getByRole('checkbox');
  if (!(box as HTMLInputElement).checked) await userEvent.click(box);
  await userEvent.click(page.getByRole('button', { name: /^Review deposit of/ }));
  return page.findByRole('dialog');
}

/** As far as the network. */
const ends = (state: string, close = false) =>
  async function play(page: Page): Promise<void> {
    const dialog = await reviewed(page);
    await userEvent.click(within(dialog).getByRole('button', { name: /^Deposit / }));
    await waitFor(
      () => expect(dialog.querySelector('[data-part="transaction"]')).toHaveAttribute('data-state', state),
      { timeout: 8_000 },
    );
    if (close) await userEvent.keyboard('{Escape}');
  };

/** Nothing typed yet: what is known without an amount. */
export const Ready = staged('ready');
export const WithAnAmount = staged('ready', { play: typed('500') });
/** Who can claim from the pool, and how fast. */
export const WhoCanClaim = staged('ready', {
  async play(page) {
    await userEvent.click(await page.findByText('Who can claim from this pool'));
    await page.findByText(/^can be changed by/);
  },
});
export const FinalProgram = staged('final program', {
  async play(page) {
    await userEvent.click(await page.findByText('Who can claim from this pool'));
    await page.findByText('nobody can change it');
  },
});
export const DepositedBefore = staged('deposited before', { play: typed('500') });
export const FirstDeposit = staged('first deposit', { play: typed('1000') });
/** Max keeps what fees need. */
export const WrappedSol = staged('wrapped SOL', {
  async play(page) {
    await waitFor(() => expect(page.getByRole('button', { name: 'Max' })).toBeEnabled());
    await userEvent.click(page.getByRole('button', { name: 'Max' }));
  },
});
export const NothingSettled = staged('nothing settled');
export const Saturated = staged('saturated');
export const NoCost = staged('no cost', { play: typed('500') });
export const Invalid = staged('ready', { play: typed('1,5') });
export const Insufficient = staged('ready', { play: typed('20000') });
export const TooLittleSol = staged('little SOL', { play: typed('10') });
/** Somebody goes on without having agreed. */
export const NotAcknowledged = staged('ready', { play: typed('500{Enter}') });
/** Everything that will happen to the money. */
export const Review = staged('ready', {
  async play(page) {
    await reviewed(page);
  },
});
export const RefusedBySimulation = staged('ready', {
  async play(page, { chain }) {
    const dialog = await reviewed(page);
    chain.fate = 'refuse:ClaimPending';
    await userEvent.click(within(dialog).getByRole('button', { name: /^Deposit / }));
    await within(dialog).findByText(/^Refused before/);
  },
});
export const WrongNetworkOfTheWallet = staged('wrong cluster', { play: ends('wrong-cluster') });
export const AwaitingSignature = staged('silent', { play: ends('awaiting-signature') });
export const Declined = staged('rejecting', { play: ends('rejected') });
export const Sent = staged('sent for ever', { play: ends('watching') });
/** The dialog is closed while it is under way: the panel shows where it is. */
export const SentAndClosed = staged('sent for ever', { play: ends('watching', true) });
export const Confirmed = staged('ready', { play: ends('confirmed') });
export const ConfirmedAndClosed = staged('ready', { play: ends('confirmed', true) });
export const Failed = staged('failed', { play: ends('failed') });
export const Expired = staged('expired', { play: ends('expired') });
export const Unknown = staged('unknown', { play: ends('unknown') });
export const WalletFails = staged('failing', { play: ends('error') });
export const NoWallet = staged('no wallet');
/** The host opens its own choice of wallets. */
export const HostConnects = staged('no wallet', { args: { onConnect: () => {} } });
export const NoBalance = staged('no balance');
export const FrozenAccount = staged('frozen');
export const Inactive = staged('inactive');
export const Exhausted = staged('exhausted');
export const ExhaustedClaimQueued = staged('exhausted, claim queued');
/** Anyone can report it, here and now. */
export const DeficitToReport = staged('deficit to report');
export const ClaimQueued = staged('claim queued');
export const CapUsedUp = staged('cap used up');
export const SettleFirst = staged('settle first');
export const MarketGone = staged('market gone');
export const NoMarket = staged('ready', { market: () => null });
/** Another network than the market's, or another account than a market's. */
export const NoPool = staged('ready', { market: ({ chain }) => chain.address('elsewhere') });
export const InvalidAddress = staged('ready', { market: () => 'nonsense' });
export const Loading = staged('loading');
export const RateLimited = staged('rate limit');
export const Unreachable = staged('unreachable');
export const Lies = staged('lies');
/** Without the mint's decimals no amount can be told. */
export const Partial = staged('no decimals');
/** The figures stay; the panel says as of when. */
export const Offline = staged('ready', {
  async play(page, { chain }) {
    await typed('500')(page);
    await chain.settle();
    await chain.goOffline();
    await chain.advance(60_000);
    await page.findByText(/^Offline/);
  },
});
export const HugeNumbers = staged('huge numbers', {
  async play(page) {
    await waitFor(() => expect(page.getByRole('button', { name: 'Max' })).toBeEnabled());
    await userEvent.click(page.getByRole('button', { name: 'Max' }));
  },
});
export const TinyNumbers = staged('tiny numbers', { play: typed('0.000006') });
export const LongName = staged('ready', { args: { name: 'WORMHOLE-WRAPPED-ETHER-PERPETUAL-QUARTERLY-2027/USDC' } });
