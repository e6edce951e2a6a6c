import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentProps } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import { RiskBadge } from '../../widgets/src/RiskBadge/RiskBadge.tsx';
import { type Scene, type SceneName, scene } from './RiskBadge.scenes.ts';
import { staging } from './staging.tsx';

const meta = {
  title: 'Widgets/RiskBadge',
  component: RiskBadge,
  args: { market: null, name: 'SOL-PERP' },
  argTypes: {
    market: { description: 'The market’s address.', control: false },
    name: { description: 'What the market is called.' },
  },
} satisfies Meta<typeof RiskBadge>;
export default meta;

type Story = StoryObj<typeof meta>;

type Props = ComponentProps<typeof RiskBadge>;

const staged = staging(scene, (args: Props) => (
  <p>
    Perpetuals on SOL <RiskBadge {...args} /> settle every hour.
  </p>
));

const state = (name: SceneName, state: string) => staged(name, { state });

const opened = (name: SceneName, words: RegExp, args: Partial<Props> = {}) =>
  staged(name, {
    args,
    async play(page) {
      const trigger = page.getByRole('button', { name: /^Risk / });
      await waitFor(() => expect(trigger.dataset.state).not.toBe('loading'));
      await userEvent.click(trigger);
      await page.findByText(words);
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

export const Offline = staged('low', {
  async play(page, { chain }) {
    await chain.settle();
    await chain.goOffline();
    await chain.advance(3 * 86_400_000);
    await waitFor(() => expect(page.getByText('Out of date')).toBeTruthy());
  },
});

export const Details = opened('moderate', /You can lose them/);
export const DetailsOfAStaleScore = opened('stale', /more than two epochs old/);
export const DetailsOfNoScore = opened('unscored', /does not mean low/);
export const DetailsOfAnError = opened('unreachable', /Check the RPC/);
export const DetailsWithHugeNumbers = opened('huge numbers', /You can lose them/);
export const DetailsWithTinyNumbers = opened('tiny numbers', /You can lose them/);

export const LongName = opened('extreme', /You can lose them/, {
  name: 'The perpetual future on the price of a basket of seventeen tokens, settled in USDC',
});

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
