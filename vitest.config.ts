import { defineConfig } from 'vitest/config';

/** Longest any single test may take, ms; the ones with real processes need most of it on an old PC. */
const real = { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false };

export default defineConfig({
  test: {
    // A test that never ran must not look like one that passed.
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
        },
      },
      { test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], ...real } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...real } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/private-display.ts'],
          ...real,
        },
      },
    ],
  },
});
