import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { LossSimulator, type LossSimulatorProps } from '../../widgets/src/LossSimulator/LossSimulator.tsx';
import { type SceneName, scene } from './LossSimulator.scenes.ts';
import { staging } from './staging.tsx';

const meta = {
  title: 'Widgets/LossSimulator',
  component: LossSimulator,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: {
    market: { description: 'The market’s address.', control: false },
    name: { description: 'What the market is called.' },
    defaultLoss: {
      description: 'The loss shown at first, in atoms; a tenth of the pool unless told otherwise.',
      control: false,
    },
    deposit: {
      description: 'Shown for who has nothing in the pool, in atoms; 1,000 units unless told otherwise.',
      control: false,
    },
    absorbed: { description: 'What the market’s own buffer absorbs, in atoms.', control: false },
  },
} satisfies Meta<typeof LossSimulator>;
export default meta;

const staged = staging(scene, LossSimulator);

const state = (name: SceneName, state: string, args: Partial<LossSimulatorProps> = {}) => staged(name, { args, state });

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;

export const OfADeposit = state('deposit', 'ready');
export const OfAPosition = state('position', 'ready');
export const BelowTheThreshold = state('position', 'ready', { defaultLoss: usdc(50_000) });
export const BeyondThePool = state('position', 'ready', { defaultLoss: usdc(1_300_000) });
export const WithABuffer = state('position', 'ready', { defaultLoss: usdc(300_000), absorbed: usdc(100_000) });
export const CappedAnEpoch = state('capped', 'ready', { defaultLoss: usdc(300_000) });
export const ClaimPending = state('claim pending', 'ready');
export const Inactive = state('inactive', 'ready');
export const Exhausted = state('exhausted', 'ready');
export const MarketGone = state('gone', 'gone');
export const NoPool = state('missing', 'missing');
export const NoMarket = state('no market', 'empty');
export const NoAddress = state('no address', 'error');
export const Loading = state('loading', 'loading');
export const RateLimit = state('rate limit', 'error');
export const Lies = state('lies', 'error');
export const NoDecimals = state('no decimals', 'partial');
export const HugeNumbers = state('huge numbers', 'ready');
export const TinyNumbers = state('tiny numbers', 'ready');
export const LongName = state('position', 'ready', {
  name: 'The perpetual future on the price of a basket of seventeen tokens, settled in USDC',
});

export const Stale = staged('deposit', {
  async play(page, { chain }) {
    await chain.settle();
    await chain.goOffline();
    await chain.advance(3 * 86_400_000);
    await waitFor(() => expect(page.getByText(/Out of date/)).toBeTruthy());
  },
});

export const Typed = staged('position', {
  state: 'ready',
  async play(page) {
    const field = await page.findByRole('textbox');
    await waitFor(() => expect(field).toHaveProperty('disabled', false));
    await userEvent.clear(field);
    await userEvent.type(field, '700000');
    await page.findByText(/you keep 6,000/);
  },
});

export const TypedWrong = staged('position', {
  state: 'ready',
  async play(page) {
    const field = await page.findByRole('textbox');
    await waitFor(() => expect(field).toHaveProperty('disabled', false));
    await userEvent.clear(field);
    await userEvent.type(field, 'a lot');
    await page.findByText(/Type an amount such as/);
  },
});
