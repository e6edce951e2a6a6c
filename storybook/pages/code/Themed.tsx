import { createTheme, RiskBadge, WidgetSettings } from '@percosec/widgets';

const brand = createTheme({
  accent: { light: '#6a35d9', dark: '#c3a6ff' },
  onAccent: { light: '#ffffff', dark: '#1b1030' },
  radius: '16px',
});

/** For all widgets inside; a widget’s own `theme` goes before it. */
export const Branded = ({ market }: { readonly market: string }) => (
  <WidgetSettings theme={brand}>
    <RiskBadge market={market} />
    <RiskBadge market={market} theme="high-contrast" />
  </WidgetSettings>
);
