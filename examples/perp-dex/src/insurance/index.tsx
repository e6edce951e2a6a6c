// The one room that knows of PercoSec's widgets: what the page takes of them is here, and nothing else is.
import '@percosec/widgets/styles.css';

export { EarnPage } from './EarnPage.tsx';
export { InsuranceProvider } from './InsuranceProvider.tsx';
export { MarketBadge } from './MarketBadge.tsx';
export { SideColumn } from './SideColumn.tsx';
