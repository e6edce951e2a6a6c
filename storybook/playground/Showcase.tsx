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
import { type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';
import { ScriptedPage } from '../../tests/scripted/page.tsx';
import type { ScriptedWallet } from '../../tests/scripted/wallet.ts';

export interface Scene {
  readonly chain: ScriptedChain;
  readonly market: string;
  readonly wallet: ScriptedWallet;
}

/** A pool with a history, and somebody with a share in it. */
export async function setScene(): Promise<Scene> {
  const chain = scriptedChain();
  const wallet = chain.wallet({ owner: 'alice' });
  const market = await chain.insure('SOL-PERP');
  await chain.records(market, 5);
  await chain.settlements(market, 30);
  await chain.position(market, 'alice', { entryEpoch: chain.slot / 216_000n - 3n });
  await chain.balance('alice', { market, amount: 12_345_678_901n, lamports: 2_000_000_000n });
  return { chain, market, wallet };
}

export function Showcase({ scene, theme }: { readonly scene: Scene; readonly theme: Theme }) {
  const { chain, market, wallet } = scene;
  const name = 'SOL-PERP';
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
