// A theme as text, to be taken into a host's own files.
import { createTheme, type ThemeOptions, themeCss } from '../../widgets/src/theme/theme.ts';

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

export function asCode({ base = 'auto', ...tokens }: ThemeOptions): string {
  const lines = Object.entries({ ...(base !== 'auto' && { base }), ...tokens }).map(([name, value]) =>
    typeof value === 'object'
      ? `  ${name}: { light: ${quoted(value.light)}, dark: ${quoted(value.dark)} },`
      : `  ${name}: ${quoted(String(value))},`,
  );
  const options = lines.length > 0 ? `{\n${lines.join('\n')}\n}` : '{}';
  return `import { createTheme } from '@percosec/widgets';\n\nexport const theme = createTheme(${options});\n`;
}

export const asCss = (options: ThemeOptions): string => themeCss(createTheme(options));
