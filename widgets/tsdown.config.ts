import path from 'node:path';
import { defineConfig } from 'tsdown';
import { packageBuild } from '../scripts/package-build.ts';
import { writeScript } from './build/script.ts';
import { inlineCss, writeStylesheets } from './build/styles.ts';

const dist = path.resolve(import.meta.dirname, 'dist');

export default defineConfig({
  ...packageBuild,
  entry: [...packageBuild.entry, 'src/theme/locales/*.ts'],
  plugins: [inlineCss()],
  async onSuccess() {
    writeStylesheets(dist);
    await writeScript(path.join(dist, 'embed'));
  },
});
