import { defineConfig } from 'tsdown';

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
  inputOptions: { checks: { moduleLevelDirective: false, pluginTimings: false } },
});
