import path from 'node:path';
import { defineConfig } from 'tsdown';
import { writeScript } from './build/script.ts';
import { inlineCss, writeStylesheets } from './build/styles.ts';

const dist = path.resolve(import.meta.dirname, 'dist');

// A file for a file, so that 'use client' stays where it is written and a host's bundler leaves out what is not imported.
export default defineConfig({
  entry: ['src/exports/*.ts', 'src/theme/locales/*.ts'],
  root: 'src',
  unbundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  fixedExtension: false,
  sourcemap: true,
  dts: { sourcemap: true },
  tsconfig: '../tsconfig.json',
  copy: '../LICENSE',
  logLevel: 'warn',
  plugins: [inlineCss()],
  inputOptions: { checks: { moduleLevelDirective: false, pluginTimings: false } },
  async onSuccess() {
    writeStylesheets(dist);
    await writeScript(path.join(dist, 'embed'));
  },
});
