import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import { LossSimulator } from '../../widgets/src/LossSimulator/LossSimulator.tsx';
import { type Scene, type SceneName, scene } from './LossSimulator.scenes.ts';

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
  render: (args, { loaded }) => {
    const { chain, market, connected } = loaded.scene as Scene;
    return (
      <ScriptedPage chain={chain} wallet={connected ? chain.wallet() : null}>
        <LossSimulator {...args} market={market} />
      </ScriptedPage>
    );
  },
} satisfies Meta<typeof LossSimulator>;
export default meta;

type Story = StoryObj<typeof meta>;

const state = (name: SceneName, expected: string, args: Story['args'] = {}): Story => ({
  args,
  loaders: [async () => ({ scene: await scene(name) })],
  play: async ({ canvasElement }) => {
    const simulator = canvasElement.querySelector<HTMLElement>('.percosec-loss-simulator');
    await waitFor(() => expect(simulator?.dataset.state).toBe(expected));
  },
});

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

export const Stale: Story = {
  ...state('deposit', 'stale'),
  play: async ({ canvasElement, loaded }) => {
    const { chain } = loaded.scene as Scene;
    await chain.settle();
    await chain.goOffline();
    await chain.advance(3 * 86_400_000);
    await waitFor(() => expect(within(canvasElement).getByText(/Out of date/)).toBeTruthy());
  },
};

export const Typed: Story = {
  ...state('position', 'ready'),
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByRole('textbox');
    await waitFor(() => expect(field).toHaveProperty('disabled', false));
    await userEvent.clear(field);
    await userEvent.type(field, '700000');
    await within(canvasElement).findByText(/you keep 6,000/);
  },
};

export const TypedWrong: Story = {
  ...state('position', 'ready'),
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByRole('textbox');
    await waitFor(() => expect(field).toHaveProperty('disabled', false));
    await userEvent.clear(field);
    await userEvent.type(field, 'a lot');
    await within(canvasElement).findByText(/Type an amount such as/);
  },
};
