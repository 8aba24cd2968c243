/**
 * `npm run test:sim | test:long | test:interop | test:image | test:couch`: one group of tests that is
 * too slow, or needs too much, for `npm test`. A group whose input is not there says so, and fails.
 * `test:sim` takes words of its own: `npm run test:sim -- --seed 7 --steps 40`; `test:interop` a folder of sample files.
 */
import { existsSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfNeeded } from './build/build-if-needed.ts';
import { setUpMachine } from './runtime/set-up-machine.ts';
import { root } from './testing/run-step.ts';
import { readSimulationWords, simulationUsage } from './testing/simulation-words.ts';
import { conclude, runTests } from './testing/vitest-run.ts';

interface Group {
  /** The folder of tests it is made of. */
  readonly folder: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What lacks while that folder has no tests, or that variable is not set. */
  readonly missing: string;
  readonly needs?: string;
  /** What is run after it, beside others than those of its words. */
  readonly afterwards?: readonly string[];
  /** What this machine is readied for besides. */
  readonly machine: readonly string[];
}

const group = (folder: string, missing: string, environment: Group['environment'] = {}): Group => ({
  folder: `tests/${folder}`,
  words: [`tests/${folder}/`],
  environment,
  missing,
  machine: [],
});

const groups: Readonly<Record<string, Group>> = {
  sim: group('simulation', 'There are no simulations.'),
  long: {
    ...group('integration', 'There are no long loops.', {
      REAN_SEEDS: '1000',
      REAN_LOOPS: '50',
      REAN_CUTS: '400',
      REAN_CHAOS_SECONDS: '300',
      REAN_EVENTS: '200000',
      REAN_DAYS: '365',
      REAN_COPIES_PART: '1',
      REAN_KEYS: 'all',
      REAN_KILLS: 'all',
      REAN_DAY: 'whole',
    }),
    words: ['simulation', 'processes', 'integration'].flatMap((name) => ['--project', name]),
    machine: ['--displays'],
    afterwards: ['e2e', 'displays']
      .flatMap((name) => ['--project', name])
      .concat('tests/e2e/escapes.test.ts', 'tests/displays/'),
  },
  interop: {
    ...group(
      'interop',
      'There is nothing of others to work with: name a folder with a manifest.json of sample files (npm run test:interop DIR).',
    ),
    words: ['--project', 'interop'],
    needs: 'REAN_SAMPLES',
  },
  image: {
    ...group('image', 'There are no tests of images.'),
    words: ['packages', 'image'].flatMap((name) => ['--project', name]),
  },
  couch: {
    ...group(
      'couch',
      'There is no CouchDB to test against: give REAN_COUCH_URL=http://admin:password@host:5984 of a CouchDB 3. Databases that begin with rean- are made there, and taken away again.',
    ),
    words: ['--project', 'couch'],
    needs: 'REAN_COUCH_URL',
  },
};

/** The group named, with what further words ask of it; null after having said what is wrong. */
function readGroup([name = '', ...words]: readonly string[]): (Group & { name: string }) | null {
  const asked = groups[name];
  if (asked === undefined) {
    console.error(`Name one of: ${Object.keys(groups).join(', ')}.`);
    return null;
  }
  if (name === 'interop' && words[0] !== undefined) {
    process.env['REAN_SAMPLES'] = resolve(words[0]);
  }
  if (name !== 'sim') return { ...asked, name };
  try {
    return { ...asked, name, ...readSimulationWords(words) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${simulationUsage}`);
    return null;
  }
}

function lacks({ folder, needs }: Group): boolean {
  const given = needs === undefined ? 'nothing is needed' : process.env[needs];
  const isGone = needs === 'REAN_SAMPLES' && !existsSync(join(given ?? '', 'manifest.json'));
  return !given || isGone || globSync(`${folder}/**/*.test.ts`, { cwd: root }).length === 0;
}

const asked = readGroup(process.argv.slice(2));
if (asked === null) {
  process.exitCode = 64;
} else if (lacks(asked)) {
  console.error(`${asked.missing}\nNothing was tested.`);
  conclude([{ passed: 0, failed: 1 }]);
} else if ((await setUpMachine(['--xvfb', '--tests', ...asked.machine])) === 0) {
  await buildIfNeeded(root);
  const counts = [await runTests(asked.name, asked.words, asked.environment)];
  if (asked.afterwards !== undefined) {
    counts.push(await runTests(`${asked.name}-afterwards`, asked.afterwards, asked.environment));
  }
  conclude(counts);
} else {
  conclude([{ passed: 0, failed: 1 }]);
}
