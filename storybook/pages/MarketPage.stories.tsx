import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import { setScene } from '../playground/scene.ts';
import { MarketPage } from './code/perp/MarketPage.tsx';

const meta = {
  title: 'A perp front-end in ten minutes',
  tags: ['!autodocs'],
  globals: { width: 'full' },
  loaders: [async () => ({ scene: await setScene() })],
  render: (_, { loaded: { scene } }) => (
    <ScriptedPage chain={scene.chain} wallet={scene.wallet}>
      <MarketPage market={scene.market} name="SOL-PERP">
        <p>Your chart and your order form</p>
      </MarketPage>
    </ScriptedPage>
  ),
} satisfies Meta;
export default meta;

/** The page of the guide, on a scripted chain. */
export const Result: StoryObj<typeof meta> = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: /deposit/i })).toBeVisible();
  },
};
