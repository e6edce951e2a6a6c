// Rendered when the app is built: what widgets show before anything is read.
import {
  ClaimHistory,
  createTheme,
  DepositPanel,
  LossSimulator,
  PoolHealthGauge,
  RiskBadge,
  WidgetSettings,
  WithdrawUnlockTimer,
} from '@percosec/widgets';
import { Providers } from '../providers.jsx';

const theme = createTheme({ radius: '2px' });
const named = { market: '11111111111111111111111111111112', name: 'AHEAD-PERP' };

export default function Page() {
  return (
    <Providers rpcUrl="https://rpc.example">
      <WidgetSettings theme={theme}>
        <RiskBadge {...named} />
        <PoolHealthGauge {...named} />
        <WithdrawUnlockTimer {...named} />
        <LossSimulator {...named} />
        <ClaimHistory {...named} />
        <DepositPanel {...named} />
      </WidgetSettings>
    </Providers>
  );
}
