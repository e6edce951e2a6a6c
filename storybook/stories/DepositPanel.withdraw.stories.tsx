import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { DepositPanel } from '../../widgets/src/DepositPanel/DepositPanel.tsx';
import { type Page, staging } from './staging.tsx';
import { scene } from './WithdrawUnlockTimer.scenes.ts';

/** The panel's second tab: what is held, what can leave and why not more, and the way out. */
const meta = {
  title: 'Widgets/DepositPanel/Withdraw',
  component: DepositPanel,
  args: { market: null, name: 'SOL-PERP', defaultTab: 'withdraw' },
  argTypes: { market: { control: false }, name: { control: 'text' }, tab: { control: false } },
} satisfies Meta<typeof DepositPanel>;
export default meta;

const staged = staging(scene, DepositPanel);

const field = (page: Page) => page.findByRole('textbox', { name: 'Amount to withdraw' });
const dialog = () => within(document.body).findByRole('dialog');

/** Types an amount, and opens its review. */
const review = async (page: Page) => {
  await userEvent.type(await field(page), '1000{Enter}');
  return within(await dialog());
};

export const Locked = staged('locked');
export const LockedWithARequest = staged('locked, with a request');
/** A withdrawal is requested first; what can be asked for is all that is held. */
export const Requestable = staged('requestable');
export const RequestableWithAnAmount = staged('requestable', {
  async play(page) {
    await userEvent.type(await field(page), '1000');
    await page.findByText('1,000', { exact: false, selector: 'dd *' });
  },
});
export const RequestReviewed = staged('requestable', {
  async play(page) {
    const shown = await review(page);
    expect(shown.getByText(/You are paid no more than this/)).toBeVisible();
  },
});
export const Cooling = staged('cooling');
/** What cancelling costs is said before the wallet is asked. */
export const CancelReviewed = staged('cooling', {
  async play(page) {
    await userEvent.click(await page.findByRole('button', { name: 'Cancel the request' }));
    expect(within(await dialog()).getByText(/It costs the network’s fee and nothing else/)).toBeVisible();
  },
});
/** What was requested is filled in. */
export const Claimable = staged('claimable');
export const APartRequested = staged('a part requested');
export const WindowClosing = staged('closing');
export const Expired = staged('expired');
/** In a pool without a cooldown it leaves at once. */
export const Withdrawable = staged('withdrawable');
export const WithdrawalReviewed = staged('withdrawable', {
  async play(page) {
    const shown = await review(page);
    expect(shown.getByText('You receive')).toBeVisible();
  },
});
export const Confirmed = staged('withdrawable', {
  async play(page, { chain, market, owner }) {
    chain.onLanded = () =>
      chain.change.position(market, owner, { shares: 3_940_000_000n, depositedAmount: 4_021_000_000n });
    const shown = await review(page);
    await userEvent.click(shown.getByRole('button', { name: 'Withdraw 1,000 USDC' }));
    await shown.findByText(/^Done/);
  },
});
export const Declined = staged('withdrawable', {
  wallet: { answer: 'reject' },
  async play(page) {
    const shown = await review(page);
    await userEvent.click(shown.getByRole('button', { name: 'Withdraw 1,000 USDC' }));
    await shown.findByText(/^You declined it/);
  },
});
export const RefusedBySimulation = staged('withdrawable', {
  before: ({ chain }) => {
    chain.fate = 'refuse:ReserveBreached';
  },
  async play(page) {
    const shown = await review(page);
    await userEvent.click(shown.getByRole('button', { name: 'Withdraw 1,000 USDC' }));
    await shown.findByText(/^Refused before anything was sent/);
  },
});
export const AwaitingSignature = staged('withdrawable', {
  wallet: { answer: 'silent' },
  async play(page) {
    const shown = await review(page);
    await userEvent.click(shown.getByRole('button', { name: 'Withdraw 1,000 USDC' }));
    await shown.findByText(/^Approve it in your wallet/);
  },
});
/** It was opened, and then a claim came. */
export const OutdatedReview = staged('withdrawable', {
  async play(page, { chain, market }) {
    const shown = await review(page);
    await chain.change.header(market, { cumulativeDeficit: 50_000_000_000n });
    await shown.findByText(/^This has changed meanwhile/);
  },
});

/** Nothing leaves before the loss is dealt with, and anybody can have that done. */
export const ClaimPending = staged('claim-pending');
export const RequestableWithAClaimPending = staged('requestable, claim pending');
export const ReserveLimited = staged('reserve-limited');
export const MoreThanTheReserveLeaves = staged('reserve-limited', {
  async play(page) {
    await userEvent.type(await field(page), '2000001{Enter}');
    await waitFor(() => expect(page.getByText(/^More than can leave now/)).toBeVisible());
  },
});
/** Anyone can settle the epoch; then all can leave. */
export const SettleFirst = staged('settle-first');
export const Exhausted = staged('exhausted');
/** A loss is written as plainly as a gain. */
export const AtALoss = staged('at a loss');
export const MarketClosed = staged('closed');
export const MarketGone = staged('gone');
/** The pool began anew: shares of the generation before are void. */
export const Void = staged('void');
export const Empty = staged('none');
export const NoWallet = staged('requestable', { wallet: null });
export const Loading = staged('loading');
export const RateLimited = staged('rate limit');
/** The mint’s decimals could not be read: an amount is not known without them. */
export const Partial = staged('no decimals');
export const HugeNumbers = staged('huge numbers');
export const TinyNumbers = staged('tiny numbers');

export const Offline = staged('withdrawable', {
  async play(page, { chain }) {
    await page.findByText('+104.16', { exact: false });
    await chain.settle();
    await chain.goOffline();
    await chain.advance(30_000);
    // Its words are loaded by then.
    await page.findByText(/^Offline/, {}, { timeout: 10_000 });
  },
});

/** More than two epochs without a line: the figures are muted, and say of when they are. */
export const Stale = staged('withdrawable', {
  async play(page, { chain }) {
    await page.findByText('+104.16', { exact: false });
    await chain.settle();
    await chain.goOffline();
    await chain.advance(3 * 86_400_000);
    expect((await page.findAllByText(/^\s?as of/)).length).toBeGreaterThan(3);
  },
});

/** From a request to the money, and once a change of mind. */
export const TheWholeWay = staged('requestable', {
  async play(page, { chain, market, owner }) {
    const position = (to: object) => chain.change.position(market, owner, to);
    const confirm = async (name: RegExp, to: object) => {
      chain.onLanded = () => position(to);
      const shown = within(await dialog());
      await userEvent.click(shown.getByRole('button', { name }));
      await shown.findByText(/^Done/);
      await userEvent.click(shown.getByRole('button', { name: 'Close' }));
      await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull());
      // The same again would be the same transaction until the chain has a new blockhash.
      await chain.advance(2_000);
    };
    const claimableEpoch = chain.slot / 216_000n + 4n;
    const requested = { requestedShares: 960_000_000n, requestedValue: 1_000_000_000n, claimableEpoch };
    const none = { requestedShares: 0n, requestedValue: 0n, claimableEpoch: 0n };
    await review(page);
    await confirm(/^Request/, requested);
    await userEvent.click(await page.findByRole('button', { name: 'Cancel the request' }));
    await confirm(/^Cancel/, none);
    await review(page);
    await confirm(/^Request/, requested);
    await chain.advanceEpochs(market, 4);
    await userEvent.click(await page.findByRole('button', { name: 'Review withdrawal of 1,000 USDC' }));
    await confirm(/^Withdraw/, { ...none, shares: 3_940_000_000n, depositedAmount: 4_021_000_000n });
    await page.findByText('3,940');
  },
});

/** Put together by a host: its own element for the tab, and of the parts those that it wants. */
export const Parts = staged('cooling', {
  args: {
    children: (
      <DepositPanel.Withdraw asChild>
        <section>
          <DepositPanel.Request />
          <DepositPanel.Limit />
          <DepositPanel.Cancel>I changed my mind</DepositPanel.Cancel>
          <DepositPanel.WithdrawReview />
        </section>
      </DepositPanel.Withdraw>
    ),
  },
});
