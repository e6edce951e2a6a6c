import { ClaimHistory, DepositPanel, WithdrawUnlockTimer } from '@percosec/widgets';
import type { Market } from '../markets/market.ts';

export const EarnPage = ({ market: { market, symbol } }: { readonly market: Market }) => (
  <>
    <h1>{symbol}</h1>
    <DepositPanel market={market} name={symbol} />
    <WithdrawUnlockTimer market={market} name={symbol} />
    <ClaimHistory market={market} name={symbol} />
  </>
);
