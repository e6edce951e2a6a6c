// The pages that widgets can stand on: what the host looks like, and which theme it asks for.
import { createTheme, type Theme, type ThemeName } from '../../widgets/src/theme/theme.ts';

export interface HostPage {
  readonly theme: ThemeName | Theme;
  /** Of the page; what the system prefers where it is left out. */
  readonly scheme?: 'light' | 'dark';
  /** The page has colours of its own. */
  readonly coloured?: boolean;
}

/** Somebody's who has a brand. */
const partnerTheme: Theme = createTheme({
  background: { light: '#fbfaff', dark: '#14101f' },
  surface: { light: '#f1eefc', dark: '#1f1930' },
  line: { light: '#d9d2f2', dark: '#3a3057' },
  text: { light: '#1b1530', dark: '#f0ecff' },
  muted: { light: '#594f78', dark: '#b3a8d6' },
  accent: { light: '#6a35d9', dark: '#c3a6ff' },
  onAccent: { light: '#ffffff', dark: '#1b1030' },
  radius: '16px',
  font: 'Georgia, "Times New Roman", serif',
  size: '14px',
});

export const HOST_PAGES: Readonly<Record<string, HostPage>> = {
  auto: { theme: 'auto' },
  light: { theme: 'light', scheme: 'light' },
  dark: { theme: 'dark', scheme: 'dark' },
  'high contrast': { theme: 'high-contrast', scheme: 'light' },
  'high contrast, dark': { theme: 'high-contrast', scheme: 'dark' },
  'inherit from host': { theme: 'inherit', scheme: 'light', coloured: true },
  "a partner's, light": { theme: partnerTheme, scheme: 'light' },
  "a partner's, dark": { theme: partnerTheme, scheme: 'dark' },
};
