// The widgets' tokens are the host's: its custom properties hold in both colour schemes, so nothing is said twice.
import { createTheme } from '@percosec/widgets';

export const theme = createTheme({
  background: 'var(--panel)',
  surface: 'var(--raised)',
  line: 'var(--line)',
  text: 'var(--text)',
  muted: 'var(--muted)',
  accent: 'var(--accent)',
  onAccent: 'var(--on-accent)',
  radius: 'var(--radius)',
});
