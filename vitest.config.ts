import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tests/programs/run/report.ts'],
    projects: [
      {
        test: {
          name: 'programs',
          include: ['tests/programs/**/*.test.ts'],
          globalSetup: ['tests/programs/run/setup.ts'],
          pool: 'forks',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
