import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import { LossSimulator } from '../../widgets/src/LossSimulator/LossSimulator.tsx';
import { type Scene, type SceneName, scene } from './LossSimulator.scenes.ts';

const meta = { title: 'Widgets/LossSimulator/Parts' } satisfies Meta;
export default meta;

const {
  Root,
  Title,
  Problem,
  Label,
  Field,
  Amount,
  Invalid,
  Slider,
  Result,
  Loss,
  Pool,
  Own,
  Table,
  Assumptions,
  Notice,
} = LossSimulator;

const alone = (part: ReactNode, name: SceneName = 'position'): StoryObj => ({
  loaders: [async () => ({ scene: await scene(name) })],
  render: (_, { loaded }) => {
    const { chain, market, connected } = loaded.scene as Scene;
    return (
      <ScriptedPage chain={chain} wallet={connected ? chain.wallet() : null}>
        <Root market={market} name="SOL-PERP" defaultLoss={250_000_000_000n}>
          {part}
        </Root>
      </ScriptedPage>
    );
  },
});

export const TitlePart = alone(<Title />);
export const ProblemPart = alone(<Problem />, 'rate limit');
export const LabelAndFieldParts = alone(
  <>
    <Label />
    <Field />
    <Invalid />
  </>,
);
export const AmountPart = alone(
  <>
    <Label />
    <Amount />
  </>,
);
export const SliderPart = alone(<Slider />);
export const ResultPart = alone(<Result />);
export const LossPart = alone(<Loss />, 'capped');
export const PoolPart = alone(<Pool />);
export const OwnPart = alone(<Own />);
export const TablePart = alone(<Table />);
export const AssumptionsPart = alone(<Assumptions />, 'claim pending');
export const NoticePart = alone(<Notice />);
