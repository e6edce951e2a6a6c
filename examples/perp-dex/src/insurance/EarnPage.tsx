// What a depositor needs: the deposit itself, when it can leave, how the pool is, and what became of others'.
import { ClaimHistory, DepositPanel, type PanelTab, PoolHealthGauge, WithdrawUnlockTimer } from '@percosec/widgets';
import { useWalletModal } from '@solana/wallet-adapter-react-ui';
import { useState } from 'react';
import type { Market } from '../markets/market.ts';

export function EarnPage({ market: { market, symbol } }: { readonly market: Market }) {
  const { setVisible } = useWalletModal();
  const [tab, setTab] = useState<PanelTab>('deposit');
  return (
    <div className="earn-layout">
      <div className="earn-deposit">
        <DepositPanel market={market} name={symbol} onConnect={() => setVisible(true)} tab={tab} onTabChange={setTab} />
        <WithdrawUnlockTimer
          market={market}
          name={symbol}
          // What the timer says can be done is done in the panel.
          onAction={(action) => setTab(action === 'deposit' ? 'deposit' : 'withdraw')}
        />
      </div>
      <PoolHealthGauge market={market} name={symbol} />
      <ClaimHistory market={market} name={symbol} />
    </div>
  );
}
