'use client';

import { type WidgetProps, type WidgetRoot, widget } from '../core/widget.tsx';
import { LossContext, type LossSimulatorOwnProps, useLossSimulation } from './context.ts';
import {
  Amount,
  Assumptions,
  Field,
  Invalid,
  Label,
  Loss,
  Notice,
  Own,
  Pool,
  Problem,
  Result,
  Slider,
  Table,
  Title,
  useWords,
} from './parts.tsx';

export type LossSimulatorProps = WidgetProps<'div', LossSimulatorOwnProps>;

/**
 * “If the market loses X, I keep Y”, by the arithmetic of the programs: for the position of the connected wallet, or for a
 * deposit made now. Renders a `<div role="group">`. Headless: `useInsurance`, `usePosition`, `marketStateOf`, `lossPreview`.
 */
const Root: WidgetRoot<'div', LossSimulatorOwnProps> = /* @__PURE__ */ widget(
  'div',
  'loss-simulator',
  LossContext,
  ({ market, name, defaultLoss, deposit, absorbed, ...props }) => {
    const t = useWords();
    const simulation = useLossSimulation({ market, name, defaultLoss, deposit, absorbed });
    return [
      simulation,
      props,
      {
        className: 'percosec-card percosec-stack',
        role: 'group',
        'aria-label': t('title', { name: name ?? t('someMarket') }),
        'aria-busy': simulation.state === 'loading',
        'data-state': simulation.state,
        children: (
          <>
            <Title />
            <Problem />
            <Label />
            <Field />
            <Invalid />
            <Slider />
            <Result />
            <Loss />
            <Pool />
            <Own />
            <Table />
            <Assumptions />
            <Notice />
          </>
        ),
      },
    ];
  },
);

export const LossSimulator = /* @__PURE__ */ Object.assign(Root, {
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
});
