import type { Meta } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { LossSimulator } from '../../widgets/src/LossSimulator/LossSimulator.tsx';
import { type SceneName, scene } from './LossSimulator.scenes.ts';
import { staging } from './staging.tsx';

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

const alone = (name: SceneName, part: ReactNode) =>
  staging(scene, ({ market }) => (
    <Root market={market} name="SOL-PERP" defaultLoss={250_000_000_000n}>
      {part}
    </Root>
  ))(name);

export const TitlePart = alone('position', <Title />);
export const ProblemPart = alone('rate limit', <Problem />);
export const LabelAndFieldParts = alone(
  'position',
  <>
    <Label />
    <Field />
    <Invalid />
  </>,
);
export const AmountPart = alone(
  'position',
  <>
    <Label />
    <Amount />
  </>,
);
export const SliderPart = alone('position', <Slider />);
export const ResultPart = alone('position', <Result />);
export const LossPart = alone('capped', <Loss />);
export const PoolPart = alone('position', <Pool />);
export const OwnPart = alone('position', <Own />);
export const TablePart = alone('position', <Table />);
export const AssumptionsPart = alone('claim pending', <Assumptions />);
export const NoticePart = alone('position', <Notice />);
