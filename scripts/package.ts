/**
 * `npm run package`: builds the app and packs it into `release/linux-unpacked`.
 * `-- --with-test-runtime`: for trying the packed app where the official
 * Electron cannot be downloaded; the result is marked not for release.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageApp } from './packaging/package-app.ts';
import { packageDestination } from './packaging/package-destination.ts';
import { ensureElectron } from './runtime/ensure-electron.ts';
import { runtimePaths } from './runtime/paths.ts';
import { createReporter } from './runtime/reporter.ts';
import { SetupError } from './runtime/setup-error.ts';

const projectRoot = join(import.meta.dirname, '..');
const reporter = createReporter(process.stderr);

function buildApp(): void {
  const built = spawnSync(process.execPath, [join(projectRoot, 'scripts', 'build.ts')], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (built.status === 0) return;
  throw new SetupError('package-refused', {
    happened: 'The app did not build; see above.',
    means: 'There is nothing to pack.',
    next: 'Mend it, then run the command again.',
  });
}

async function makePackage(withTestRuntime: boolean): Promise<void> {
  const paths = runtimePaths(projectRoot, process.env);
  const electron = await ensureElectron({ projectRoot, paths, reporter, officialOnly: false });
  const output = packageDestination(electron, withTestRuntime, join(projectRoot, 'release'));
  buildApp();
  const packed = await packageApp({ projectRoot, electronDist: paths.dist, output });
  reporter.say(`Packed with Electron ${electron.version}: ${packed}`);
  if (electron.source !== 'official') reporter.say('NOT FOR RELEASE: it holds the test runtime.');
}

const { values } = parseArgs({
  options: { 'with-test-runtime': { type: 'boolean', default: false } },
});
try {
  await makePackage(values['with-test-runtime']);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  const { happened, means, next } = error.explanation;
  reporter.say(`\n${happened}\n${means}\n${next}`);
  process.exitCode = 1;
}
