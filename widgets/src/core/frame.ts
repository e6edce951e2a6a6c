// What every widget's outermost element says: its theme, its language and its direction.

import type { Defaults } from './part.tsx';
import { type Settings, useSettings } from './settings.tsx';

export const frameOf = ({ theme, tag, dir }: Settings): Defaults => ({
  className: 'percosec',
  'data-theme': typeof theme === 'string' ? theme : theme.base,
  style: typeof theme === 'string' ? undefined : theme.style,
  lang: tag,
  dir,
});

export const useFrame = (): Defaults => frameOf(useSettings());
