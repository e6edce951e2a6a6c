import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { conditions as browserConditions, prebundled } from './scripts/browser-modules.ts';
import { inChromium } from './scripts/test-browser.ts';

// Tests run on the packages' sources: the condition stands first in each package's exports.
const conditions = ['percosec-source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    reporters: ['default', './tests/programs/run/report.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    // What a file sets up first is as slow as its machine is busy.
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'programs',
          include: ['tests/programs/**/*.test.ts'],
          globalSetup: ['tests/programs/run/setup.ts'],
        },
      },
      { extends: true, test: { name: 'sdk', include: ['sdk/src/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'sdk in a browser', include: ['sdk/src/**/*.test.tsx'], environment: 'happy-dom' },
      },
      { extends: true, test: { name: 'localnet', include: ['localnet/**/*.test.ts'] } },
      { extends: true, test: { name: 'start', include: ['scripts/start/**/*.test.ts'] } },
      { extends: true, test: { name: 'perp-dex', include: ['examples/perp-dex/src/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'cli', include: ['cli/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['tests/packages/**/*.test.ts'],
          globalSetup: ['tests/packages/pack.ts'],
        },
      },
      {
        plugins: [react()],
        resolve: { conditions: browserConditions },
        optimizeDeps: {
          include: [
            ...prebundled,
            // By its own name: the plain one is Node's here.
            'react-dom/server.browser',
            '@testing-library/react',
            '@testing-library/user-event',
            'axe-core',
          ],
        },
        test: {
          name: 'widgets',
          include: ['widgets/src/**/*.test.{ts,tsx}', 'tests/scripted/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          browser: inChromium,
        },
      },
      './storybook/vitest.config.ts',
      {
        extends: true,
        test: { name: 'hosts', include: ['tests/hosts/**/*.test.ts'], globalSetup: ['tests/packages/pack.ts'] },
      },
      {
        extends: true,
        test: { name: 'examples', include: ['tests/examples/**/*.test.ts'], globalSetup: ['tests/packages/pack.ts'] },
      },
      { extends: true, test: { name: 'guides', include: ['tests/guides/**/*.test.ts'] } },
      {
        extends: true,
        // A stack a file, and one stack at a time.
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
