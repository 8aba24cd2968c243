import { defineConfig } from 'vitest/config';

/** Longest any single test may take, ms; the ones with real processes need most of it on an old PC. */
const real = { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false };

const hub = ['src/hub/**/*.test.ts'];

/**
 * Tests that want the machine to themselves: they take all of it, pull a disk out in the middle of
 * what a process does, or measure files that something else writes behind them.
 */
const alone = ['backup-disks', 'chaos', 'copies-bound'].map(
  (name) => `tests/integration/${name}.test.ts`,
);

/** Tests of a hub that hold wherever its databases lie: run once more over CouchDB ([CDB1]). */
const storeAgnostic = [
  'src/hub/api/*.test.ts',
  'src/hub/guard/*.test.ts',
  'src/hub/intake/intake.test.ts',
  'tests/contract/hub-over-https.test.ts',
  'tests/integration/hostile-requests.test.ts',
  'tests/integration/station-hub.test.ts',
  'tests/integration/stock-pouchdb.test.ts',
];

export default defineConfig({
  test: {
    // A test that never ran must not look like one that passed.
    passWithNoTests: false,
    // Two cores are what our PCs have; left to itself vitest keeps one of them free.
    maxWorkers: 2,
    pool: 'threads',
    // How long what has to come may take; `tests/patience.ts` gives `vi.waitFor` the same.
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ['tests/patience.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: hub,
          // No module of ours keeps state, so loading each once for all files halves the time.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'hub', include: hub, isolate: false, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'skew',
          include: ['tests/skew/**/*.test.ts'],
          globalSetup: ['tests/factories/built-program.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'station',
          include: ['tests/station/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          setupFiles: ['tests/simulation/argon2-at-once.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], ...real },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['tests/integration/**/*.test.ts'],
          exclude: alone,
          globalSetup: ['tests/factories/built-program.ts'],
          pool: 'forks',
          ...real,
          fileParallelism: true,
          // What they import is loaded once a worker.
          isolate: false,
          // Most of the time these wait: for a process to start, or a station to try again.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: alone,
          globalSetup: ['tests/factories/built-program.ts'],
          pool: 'forks',
          ...real,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'couch',
          include: ['tests/couch/**/*.test.ts', ...storeAgnostic],
          globalSetup: ['tests/couch/real-couch.ts', 'tests/factories/built-program.ts'],
          env: { REAN_HUB_STORE: 'couch' },
          pool: 'forks',
          ...real,
        },
      },
      {
        extends: true,
        test: {
          name: 'interop',
          include: ['tests/interop/**/*.test.ts'],
          // The player of H5P is no part of the app: who has it says where.
          exclude: process.env['REAN_H5P_PLAYER'] ? [] : ['tests/interop/h5p-plays.test.ts'],
          globalSetup: process.env['REAN_H5P_PLAYER'] ? ['tests/factories/shipped-packs.ts'] : [],
          setupFiles: ['tests/e2e/private-display.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        // A Debian is made, booted and upgraded meanwhile.
        test: {
          name: 'packages',
          include: ['tests/packages/**/*.test.ts'],
          globalSetup: ['tests/factories/built-program.ts'],
          pool: 'forks',
          testTimeout: 600_000,
          hookTimeout: 1_800_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // An X server whose displays come and go; it is no part of what `npm test` installs.
        test: {
          name: 'displays',
          include: ['tests/displays/**/*.test.ts'],
          globalSetup: ['tests/factories/built-program.ts', 'tests/factories/shipped-packs.ts'],
          pool: 'forks',
          ...real,
        },
      },
      {
        extends: true,
        // PCs in software, one at a time: minutes each.
        test: {
          name: 'image',
          include: ['tests/image/**/*.test.ts'],
          globalSetup: ['tests/image/built-image-setup.ts'],
          pool: 'forks',
          testTimeout: 3_600_000,
          hookTimeout: 3_600_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: [
            'tests/factories/built-program.ts',
            'tests/factories/shipped-packs.ts',
            'tests/factories/screens-looked-at.ts',
          ],
          setupFiles: ['tests/e2e/private-display.ts'],
          pool: 'forks',
          // What they import is loaded once a worker, and no screen looked at twice for its other language.
          isolate: false,
          ...real,
          fileParallelism: true,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        // What the whole of `e2e` has looked at.
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.ts'],
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
