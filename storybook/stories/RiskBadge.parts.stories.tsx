import type { Meta } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { RiskBadge } from '../../widgets/src/RiskBadge/RiskBadge.tsx';
import { RiskDetails } from '../../widgets/src/RiskBadge/RiskDetails.tsx';
import { type SceneName, scene } from './RiskBadge.scenes.ts';
import { staging } from './staging.tsx';

const meta = { title: 'Widgets/RiskBadge/Parts' } satisfies Meta;
export default meta;

const alone = (name: SceneName, part: ReactNode) =>
  staging(scene, ({ market }) => (
    <RiskBadge.Root market={market} name="SOL-PERP">
      {part}
    </RiskBadge.Root>
  ))(name);

export const IconPart = alone('moderate', <RiskBadge.Icon />);
export const GradePart = alone('high', <RiskBadge.Grade />);
export const ScorePart = alone('high', <RiskBadge.Score />);
export const TriggerAndDetailsParts = alone(
  'extreme',
  <>
    <RiskBadge.Trigger>Why is it risky?</RiskBadge.Trigger>
    <RiskBadge.Details>
      <RiskDetails.Summary />
      <RiskDetails.Notice />
    </RiskBadge.Details>
  </>,
);
export const TriggerAsAnotherElement = alone(
  'low',
  <>
    <RiskBadge.Trigger asChild>
      <button type="button" style={{ padding: 12 }}>
        <RiskBadge.Grade asChild>
          <em />
        </RiskBadge.Grade>
      </button>
    </RiskBadge.Trigger>
    <RiskBadge.Details />
  </>,
);
export const SummaryPart = alone('stale', <RiskDetails.Summary />);
export const ReasonPart = alone('unreachable', <RiskDetails.Reason />);
export const FactorsPart = alone('moderate', <RiskDetails.Factors />);
export const PremiumPart = alone('moderate', <RiskDetails.Premium />);
export const OraclePart = alone('moderate', <RiskDetails.Oracle />);
export const ScoredPart = alone('stale', <RiskDetails.Scored />);
export const NoticePart = alone('low', <RiskDetails.Notice />);
