// @percosec/widgets: what is public, nothing else.
export type { Explorer, ExplorerTarget } from '../core/explorer.ts';
export { solanaExplorer } from '../core/explorer.ts';
export type { Part, PartProps } from '../core/part.tsx';
export { WidgetSettings, type WidgetSettingsProps } from '../core/settings.tsx';
export type { WidgetProps, WidgetRoot, WidgetSource } from '../core/widget.tsx';
export type { Catalogue, Locale, Words } from '../theme/catalogue.ts';
export {
  type Colour,
  createTheme,
  type Theme,
  type ThemeColours,
  type ThemeMeasures,
  type ThemeName,
  type ThemeOptions,
} from '../theme/theme.ts';
