// Every story is a test, in a real Chromium: it renders, its play function succeeds, axe finds nothing, and nothing was
// asked of the network.
import path from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { mergeConfig } from 'vite';
import { defineProject } from 'vitest/config';
import { inChromium } from '../scripts/test-browser.ts';
import shared from './vite.config.ts';

export default mergeConfig(
  shared,
  defineProject({
    plugins: [storybookTest({ configDir: path.join(import.meta.dirname, '.storybook') })],
    test: {
      name: 'storybook',
      testTimeout: 30_000,
      browser: inChromium,
    },
  }),
);
