import type { Meta } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { PoolHealthGauge } from '../../widgets/src/PoolHealthGauge/PoolHealthGauge.tsx';
import { type SceneName, scene } from './PoolHealthGauge.scenes.ts';
import { staging } from './staging.tsx';

const meta = { title: 'Widgets/PoolHealthGauge/Parts' } satisfies Meta;
export default meta;

const {
  Apy,
  ApySparkline,
  Available,
  CapLeft,
  Coverage,
  Figures,
  Meter,
  Nav,
  Notice,
  OpenInterest,
  Pending,
  Reserve,
  Risk,
  Root,
  SharePrice,
  SharePriceSparkline,
  Standing,
  Title,
  Utilization,
  Waterfall,
} = PoolHealthGauge;

const alone = (name: SceneName, part: ReactNode) =>
  staging(scene, ({ market }) => (
    <Root market={market} name="SOL-PERP">
      {part}
    </Root>
  ))(name);

export const TitlePart = alone('healthy', <Title />);
export const NoticePart = alone('claim queued', <Notice />);
export const MeterPart = alone('healthy', <Meter />);
export const StandingPart = alone('falling short', <Standing />);
export const FiguresPart = alone('healthy', <Figures />);
export const NavPart = alone('healthy', <Nav />);
export const ReservePart = alone('healthy', <Reserve />);
export const AvailablePart = alone('healthy', <Available />);
export const OpenInterestPart = alone('healthy', <OpenInterest />);
export const CoveragePart = alone('healthy', <Coverage />);
export const UtilizationPart = alone('no keeper', <Utilization />);
export const SharePricePart = alone('healthy', <SharePrice />);
export const ApyPart = alone('saturated', <Apy />);
export const CapLeftPart = alone('cap nearly spent', <CapLeft />);
export const PendingPart = alone('claim queued', <Pending />);
export const RiskPart = alone('healthy', <Risk />);
export const WaterfallPart = alone('open loss', <Waterfall />);
export const SharePriceSparklinePart = alone('history with a gap', <SharePriceSparkline />);
export const ApySparklinePart = alone('healthy', <ApySparkline />);

/** On elements of the host: they keep their looks. */
export const AsChild = alone(
  'healthy',
  <>
    <Title asChild>
      <h2>The pool behind SOL-PERP</h2>
    </Title>
    <Meter asChild>
      <section />
    </Meter>
    <Coverage asChild>
      <strong />
    </Coverage>
    <Risk asChild>
      <em />
    </Risk>
  </>,
);

/** Single figures in a sentence of the host's own. */
export const InASentence = alone(
  'healthy',
  <p>
    <Nav /> stand behind <OpenInterest /> of open interest: <Coverage />.{' '}
    <Risk asChild>
      <span />
    </Risk>
  </p>,
);
