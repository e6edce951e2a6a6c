// How a package for browsers and servers alike is built: a file for a file, so that 'use client' stays where it is written
// and a host's bundler leaves out what is not imported.
import type { UserConfig } from 'tsdown';

export const packageBuild = {
  entry: ['src/exports/*.ts'],
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
  // The directive is kept: each file stays a module of its own.
  inputOptions: { checks: { moduleLevelDirective: false, pluginTimings: false } },
} satisfies UserConfig;
