/**
 * Makes this machine able to run Rean's windows: Electron and the system
 * libraries it needs. Called by `npm start`, `npm test` and `npm run runtime`.
 *
 * `--official`  only the official Electron will do (before building a release)
 * `--xvfb`      also a virtual display, for machines without a screen
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureElectron } from './ensure-electron.ts';
import { executableName } from './official-electron.ts';
import { runtimePaths } from './paths.ts';
import { createReporter } from './reporter.ts';
import { SetupError } from './setup-error.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

const { values: asked } = parseArgs({
  options: {
    official: { type: 'boolean', default: false },
    xvfb: { type: 'boolean', default: false },
  },
});
const projectRoot = join(import.meta.dirname, '..', '..');
const reporter = createReporter(process.stderr);

try {
  const named = runtimePaths(projectRoot, process.env);
  const paths = asked.official ? { ...named, given: undefined } : named;
  const electron = await ensureElectron({
    projectRoot,
    paths,
    reporter,
    officialOnly: asked.official,
  });
  const executable = join(paths.dist, executableName(process.platform));
  await ensureSystemLibraries({ executable, xvfb: asked.xvfb, reporter });
  const note = electron.source === 'test' ? ' (test runtime, not for release)' : '';
  reporter.say(`Electron ${electron.version} is ready${note}.`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  const { happened, means, next } = error.explanation;
  reporter.say(`\n${happened}\n${means}\n${next}`);
  process.exitCode = 1;
}
