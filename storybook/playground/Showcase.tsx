// All widgets, on one market.
import {
  ClaimHistory,
  DepositPanel,
  LossSimulator,
  PoolHealthGauge,
  RiskBadge,
  type Theme,
  WidgetSettings,
  WithdrawUnlockTimer,
} from '@percosec/widgets';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import type { Scene } from './scene.ts';

export interface ShowcaseProps {
  readonly scene: Scene;
  readonly theme: Theme;
  /** What the market is called: two of one name on a page can't be told apart by ear. */
  readonly name: string;
}

export function Showcase({ scene, theme, name }: ShowcaseProps) {
  const { chain, market, wallet } = scene;
  return (
    <ScriptedPage chain={chain} wallet={wallet}>
      <WidgetSettings theme={theme}>
        <div className="showcase">
          <RiskBadge market={market} name={name} />
          <DepositPanel market={market} name={name} />
          <PoolHealthGauge market={market} name={name} />
          <WithdrawUnlockTimer market={market} name={name} />
          <LossSimulator market={market} name={name} />
          <ClaimHistory market={market} name={name} />
        </div>
      </WidgetSettings>
    </ScriptedPage>
  );
}
