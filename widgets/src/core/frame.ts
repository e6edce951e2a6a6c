// What every widget's outermost element says: its theme, its language and its direction.

import type { Defaults } from './part.tsx';
import { useSettings } from './settings.tsx';

export function useFrame(): Defaults {
  const { theme, tag, dir } = useSettings();
  const made = typeof theme === 'object';
  return {
    className: 'percosec',
    'data-theme': made ? theme.base : theme,
    style: made ? theme.style : undefined,
    lang: tag,
    dir,
  };
}
