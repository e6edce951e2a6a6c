import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { UnlockAction } from '../../widgets/src/WithdrawUnlockTimer/context.ts';
import { WithdrawUnlockTimer } from '../../widgets/src/WithdrawUnlockTimer/WithdrawUnlockTimer.tsx';
import { staging } from './staging.tsx';
import { scene } from './WithdrawUnlockTimer.scenes.ts';

const meta = {
  title: 'Widgets/WithdrawUnlockTimer',
  component: WithdrawUnlockTimer,
  args: { market: null, name: 'SOL-PERP', onAction: fn<(action: UnlockAction) => void>() },
  argTypes: {
    market: { control: false },
    owner: { control: 'text' },
    name: { control: 'text' },
    onAction: { description: 'Shows a button for what can be done next, and is told when it is pressed' },
  },
} satisfies Meta<typeof WithdrawUnlockTimer>;
export default meta;

type Story = StoryObj<typeof meta>;

const staged = staging(scene, WithdrawUnlockTimer);

export const Locked = staged('locked');
/** A request that was made before the deposit that locked it goes on, and may expire meanwhile. */
export const LockedWithARequest = staged('locked, with a request');
export const Requestable = staged('requestable');
export const Cooling = staged('cooling');
export const Claimable = staged('claimable');
export const WindowClosing = staged('closing');
export const Expired = staged('expired');
/** In a pool without a cooldown there are two steps. */
export const Withdrawable = staged('withdrawable');
export const ClaimPending = staged('claim-pending');
/** The window runs down while the claim is pending. */
export const ClaimPendingInTheWindow = staged('claimable, claim pending');
export const ReserveLimited = staged('reserve-limited');
export const SettleFirst = staged('settle-first');
export const Exhausted = staged('exhausted');
/** The pool began anew: shares of the generation before are worth nothing. */
export const Void = staged('void');
export const Empty = staged('none');
export const NoWallet = staged('locked', { wallet: null });
export const NoMarket = staged('locked', { market: () => null });
/** Another network than the market's, or another account than a market's. */
export const WrongNetwork = staged('locked', { market: ({ chain }) => chain.address('elsewhere') });
export const InvalidAddress = staged('locked', { market: () => 'nonsense' });
export const Loading = staged('loading');
export const RateLimited = staged('rate limit');
export const ClockNotKnown = staged('clock not known');
/** The mint's decimals could not be read: an amount is not known without them. */
export const Partial = staged('no decimals');
export const HugeNumbers = staged('huge numbers');
export const TinyNumbers = staged('tiny numbers');
export const LongName: Story = {
  ...staged('locked'),
  args: { name: 'WORMHOLE-WRAPPED-ETHER-PERPETUAL-QUARTERLY-2027/USDC' },
};

export const Offline = staged('cooling', {
  async play(page, { chain }) {
    await chain.settle();
    await chain.goOffline();
    await chain.advance(30_000);
    await waitFor(() => expect(page.getByText(/^Offline/)).toBeVisible());
  },
});

/** More than two epochs without a line: the amount is muted, and says of when it is. */
export const Stale = staged('cooling', {
  async play(_, { chain }) {
    await chain.settle();
    await chain.goOffline();
    await chain.advance(3 * 86_400_000);
  },
});

/** The chain has fallen silent a moment before: nothing is promised until it speaks. */
export const AnyMomentNow = staged('cooling', {
  async play(page, { chain, market }) {
    await chain.settle();
    await chain.advance(Number(2n * 216_000n - (chain.slot % 216_000n)) * 400 - 20_000);
    await chain.goOffline();
    await chain.advance(30_000);
    await waitFor(() => expect(page.getByRole('timer')).toHaveTextContent('Any moment now'));
    expect(market).toBeTruthy();
  },
});

export const AtTheEndOfTheCooldown = staged('cooling', {
  async play(page, { chain, market }) {
    await chain.settle();
    await chain.advanceEpochs(market, 2);
    await chain.advance(2_000);
    await waitFor(() => expect(page.getByRole('status')).toHaveTextContent('Ready to withdraw'));
  },
});

export const TheHostActs: Story = {
  ...staged('claimable'),
  async play({ args, canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Withdraw' }));
    expect(args.onAction).toHaveBeenCalledWith('withdraw');
  },
};

export const WithoutAHostThatActs = staged('requestable', { args: { onAction: undefined } });
