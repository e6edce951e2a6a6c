// The kit's stylesheets: files for hosts, and text for what is put into shadow roots.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from 'lightningcss';
import type { Plugin } from 'rolldown';

const THEME = path.resolve(import.meta.dirname, '../src/theme');

/** Its imports in place, nothing but whitespace taken away: without targets, `light-dark()` and the like stay what they are. */
export const sheetOf = (filename: string): string => bundle({ filename, minify: true }).code.toString();

export function writeStylesheets(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['styles.css', 'styles.layer.css'])
    writeFileSync(path.join(folder, name), sheetOf(path.join(THEME, name)));
}

/** `import css from './styles.css?inline'`, as Vite has it: the sheet's text. */
export const inlineCss = (): Plugin => ({
  name: 'inline-css',
  resolveId: (id, importer) => {
    const [file, inline] = id.split('?');
    return inline === 'inline' && file && importer ? `${path.resolve(path.dirname(importer), file)}.js` : null;
  },
  load: (id) =>
    id.endsWith('.css.js')
      ? { code: `export default ${JSON.stringify(sheetOf(id.slice(0, -3)))};`, moduleType: 'js' }
      : null,
});
