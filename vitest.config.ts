import { defineConfig } from 'vitest/config';

// Tests run on the packages' sources: the condition stands first in each package's exports.
const conditions = ['percosec-source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    reporters: ['default', './tests/programs/run/report.ts'],
    pool: 'forks',
    testTimeout: 60_000,
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
      { extends: true, test: { name: 'cli', include: ['cli/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['tests/packages/**/*.test.ts'],
          globalSetup: ['tests/packages/pack.ts'],
        },
      },
      { extends: true, test: { name: 'guides', include: ['tests/guides/**/*.test.ts'] } },
    ],
  },
});
