import path from 'node:path';
import { defineConfig, type UserConfig } from 'tsdown';
import { inlineCss, writeStylesheets } from './build/styles.ts';

const dist = path.resolve(import.meta.dirname, 'dist');

const both: UserConfig = {
  format: 'esm',
  fixedExtension: false,
  target: 'es2022',
  sourcemap: true,
  tsconfig: '../tsconfig.json',
  logLevel: 'warn',
  plugins: [inlineCss()],
};
// 'use client' is kept where each file stays a module, and speaks to nobody in a script.
const checks = { moduleLevelDirective: false, pluginTimings: false };

export default defineConfig([
  // A file for a file, so that 'use client' stays where it is written and a host's bundler leaves out what is not imported.
  {
    ...both,
    entry: ['src/exports/*.ts', 'src/theme/locales/*.ts'],
    root: 'src',
    unbundle: true,
    platform: 'neutral',
    dts: { sourcemap: true },
    copy: '../LICENSE',
    inputOptions: { checks },
    onSuccess: () => writeStylesheets(dist),
  },
  // For pages without a bundler: everything in one file, and beside it what is loaded when it is first wanted.
  {
    ...both,
    entry: { percosec: 'src/embed/script.ts' },
    outDir: 'dist/embed',
    clean: false,
    platform: 'browser',
    minify: true,
    sourcemap: false,
    dts: false,
    deps: { alwaysBundle: [/./], onlyBundle: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    inputOptions: { checks, resolve: { conditionNames: ['percosec-source', 'browser', 'import', 'default'] } },
    outputOptions: { entryFileNames: '[name].js', chunkFileNames: 'percosec/[name]-[hash].js' },
  },
]);
