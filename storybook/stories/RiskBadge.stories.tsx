import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import { RiskBadge } from '../../widgets/src/RiskBadge/RiskBadge.tsx';
import { type Scene, type SceneName, scene } from './RiskBadge.scenes.ts';

const meta = {
  title: 'Widgets/RiskBadge',
  component: RiskBadge,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: {
    market: { description: 'The market’s address.', control: false },
    name: { description: 'What the market is called.' },
  },
  render: (args, { loaded }) => {
    const { chain, market } = loaded.scene as Scene;
    return (
      <ScriptedPage chain={chain}>
        <p>
          Perpetuals on SOL <RiskBadge {...args} market={market} /> settle every hour.
        </p>
      </ScriptedPage>
    );
  },
} satisfies Meta<typeof RiskBadge>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Of an offline chain only: time passes after the score was read. */
const lateness = async (staged: Scene) => {
  await staged.chain.settle();
  await staged.chain.goOffline();
  await staged.chain.advance(3 * 86_400_000);
};

const state = (name: SceneName, expected: string): Story => ({
  loaders: [async () => ({ scene: await scene(name) })],
  play: async ({ canvasElement }) => {
    const badge = canvasElement.querySelector<HTMLElement>('.percosec-risk-badge');
    await waitFor(() => expect(badge?.dataset.state).toBe(expected));
  },
});

const opened = (name: SceneName, words: RegExp): Story => ({
  loaders: [async () => ({ scene: await scene(name) })],
  play: async ({ canvasElement }) => {
    const trigger = within(canvasElement).getByRole('button', { name: /^Risk SOL-PERP/ });
    await waitFor(() => expect(trigger.dataset.state).not.toBe('loading'));
    await userEvent.click(trigger);
    await within(canvasElement).findByText(words);
  },
});

export const Low = state('low', 'ready');
export const Moderate = state('moderate', 'ready');
export const High = state('high', 'ready');
export const Extreme = state('extreme', 'ready');
export const Loading = state('loading', 'loading');
export const Stale = state('stale', 'stale');
export const Partial = state('partial', 'partial');
export const Unscored = state('unscored', 'unscored');
export const Missing = state('missing', 'missing');
export const NoMarket = state('no market', 'empty');
export const NoAddress = state('no address', 'error');
export const RateLimit = state('rate limit', 'error');
export const Unreachable = state('unreachable', 'error');
export const Lies = state('lies', 'error');

export const Offline: Story = {
  ...state('low', 'stale'),
  play: async (context) => {
    await lateness(context.loaded.scene as Scene);
    await waitFor(() => expect(within(context.canvasElement).getByText('Out of date')).toBeTruthy());
  },
};

export const Details = opened('moderate', /You can lose them/);
export const DetailsOfAStaleScore = opened('stale', /more than two epochs old/);
export const DetailsOfNoScore = opened('unscored', /does not mean low/);
export const DetailsOfAnError = opened('unreachable', /Check the RPC/);
export const DetailsWithHugeNumbers = opened('huge numbers', /You can lose them/);
export const DetailsWithTinyNumbers = opened('tiny numbers', /You can lose them/);

export const LongName: Story = {
  ...opened('extreme', /You can lose them/),
  args: { name: 'The perpetual future on the price of a basket of seventeen tokens, settled in USDC' },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /basket of seventeen/ }));
    await within(canvasElement).findByText(/You can lose them/);
  },
};

/** In a table of markets: without the button where the row is one already. */
export const InATable: Story = {
  loaders: [
    async () => ({ scenes: await Promise.all((['low', 'moderate', 'high', 'extreme', 'stale'] as const).map(scene)) }),
  ],
  render: (_, { loaded }) => (
    <table>
      <thead>
        <tr>
          <th>Market</th>
          <th>Risk</th>
        </tr>
      </thead>
      <tbody>
        {(loaded.scenes as Scene[]).map(({ chain, market }, at) => (
          <tr key={at}>
            <td>SOL-PERP {at + 1}</td>
            <td>
              <ScriptedPage chain={chain}>
                <RiskBadge.Root market={market}>
                  <RiskBadge.Icon /> <RiskBadge.Grade /> <RiskBadge.Score />
                </RiskBadge.Root>
              </ScriptedPage>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ),
};
