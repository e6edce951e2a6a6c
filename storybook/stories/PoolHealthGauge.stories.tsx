import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { PoolHealthGauge } from '../../widgets/src/PoolHealthGauge/PoolHealthGauge.tsx';
import { scene } from './PoolHealthGauge.scenes.ts';
import { staging } from './staging.tsx';

const meta = {
  title: 'Widgets/PoolHealthGauge',
  component: PoolHealthGauge,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: {
    market: { control: false },
    name: { control: 'text' },
  },
} satisfies Meta<typeof PoolHealthGauge>;
export default meta;

type Story = StoryObj<typeof meta>;

const staged = staging(scene, PoolHealthGauge);

export const Healthy = staged('healthy');
/** Less than the pool is meant to cover: told by word, by shape and by where the bar ends. */
export const FallingShort = staged('falling short');
/** The bar is full; the figure is true. */
export const MoreThanTheScaleHolds = staged('more than the scale holds');
/** Without a target the scale is all of the open interest. */
export const NoTarget = staged('no target');
/** Nothing is open: cover is not 0, nor endless, but not known. */
export const NothingOpen = staged('nothing open');
export const NoCap = staged('no cap');
/** What claims may still take in this epoch is nearly nothing: the rest would wait. */
export const CapNearlySpent = staged('cap nearly spent');
/** More than buffer and pool can bear. */
export const OpenLoss = staged('open loss');
export const OpenLossCovered = staged('open loss, covered');
export const BelowTheThreshold = staged('below the threshold');
export const ClaimQueued = staged('claim queued');
export const Exhausted = staged('exhausted');
export const Inactive = staged('inactive');
/** A market cannot lock its depositors in. */
export const MarketGone = staged('gone');
/** Closed, with nothing open: nothing has to stay. */
export const WoundUp = staged('wound up');
/** No keeper has settled for five epochs: yield and utilization are as of then, the rest is as of now. */
export const NoKeeper = staged('no keeper');
/** Before the first settlement there is no yield: not a yield of 0. */
export const NothingSettled = staged('nothing settled');
/** The chain counts yields up to 655.35 %: from there on the figure is a bound. */
export const Saturated = staged('saturated');
export const OneSettlement = staged('one settlement');
/** Epochs in which nobody had a share have neither price nor yield: the line breaks. */
export const HistoryWithAGap = staged('history with a gap');
/** What the RPC has forgotten is missing, and said to be. */
export const PartialHistory = staged('partial history');
export const NoHistory = staged('no history');
/** Without the mint's decimals no amount is known; percentages and the share price are. */
export const Partial = staged('no decimals');
export const HugeNumbers = staged('huge numbers');
export const TinyNumbers = staged('tiny numbers');
export const LongName: Story = {
  ...staged('healthy'),
  args: { name: 'WORMHOLE-WRAPPED-ETHER-PERPETUAL-QUARTERLY-2027/USDC' },
};
export const NoMarket = staged('healthy', { market: () => null });
/** Another network than the market's, or another account than a market's. */
export const WrongNetwork = staged('healthy', { market: ({ chain }) => chain.address('elsewhere') });
export const InvalidAddress = staged('healthy', { market: () => 'nonsense' });
export const Loading = staged('loading');
export const Lies = staged('lies');

/** The reason, and another try by keyboard. */
export const RateLimited = staged('rate limit', {
  async play(page, { chain }) {
    await chain.settle();
    await chain.advance(60_000);
    const again = await page.findByRole('button', { name: 'Try again' });
    chain.rpc.mend();
    again.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(page.getByRole('meter')).toBeVisible());
    chain.rpc.fail('*', '429');
  },
});

/** More than two epochs without a line: every figure is muted, and says of when it is. */
export const Stale = staged('healthy', {
  async play(page, { chain }) {
    await page.findByRole('meter');
    await chain.goOffline();
    await chain.advance(3 * 86_400_000);
    await waitFor(() => expect(page.getByText(/^Offline/)).toBeVisible());
  },
});

/** A loss comes while one looks: figures, bar and notice follow, and the notice is announced. */
export const ALossComes = staged('healthy', {
  async play(page, { chain, market }) {
    await page.findByRole('meter');
    expect(page.getByRole('status')).toHaveTextContent('');
    await chain.change.header(market, { cumulativeDeficit: 400_000_000_000n, marginAbsorbed: 50_000_000_000n });
    await waitFor(() => expect(page.getByRole('status')).toHaveTextContent('can be claimed now'));
  },
});

export const Width240: Story = { ...staged('open loss'), globals: { width: '240' } };
export const Width320: Story = { ...staged('open loss'), globals: { width: '320' } };
export const Width960: Story = { ...staged('open loss'), globals: { width: '960' } };
export const RightToLeft: Story = { ...staged('open loss'), globals: { locale: 'ar' } };
export const Dark: Story = { ...staged('open loss'), globals: { theme: 'dark' } };
