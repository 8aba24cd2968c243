/**
 * `npm run package`: builds the app and packs it into `release/`: the Debian packages of station and hub, and
 * the station as a tar.gz; `-- --target NAME` for others (docs/packages.md).
 * `-- --with-test-runtime`: for trying the packed app where the official
 * Electron cannot be downloaded; the result is marked not for release.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { makePackages } from './packaging/make-packages.ts';
import { readPackageWords } from './packaging/package-words.ts';
import { createReporter } from './runtime/reporter.ts';
import { SetupError } from './runtime/setup-error.ts';

const root = join(import.meta.dirname, '..');
const reporter = createReporter(process.stderr);

function buildApp(): void {
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status === 0) return;
  throw new SetupError('package-refused', {
    happened: 'The app did not build; see above.',
    means: 'There is nothing to pack.',
    next: 'Mend it, then run the command again.',
  });
}

try {
  const wish = readPackageWords(process.argv.slice(2));
  const release = join(root, 'release');
  for (const path of await makePackages({ root, release, wish, reporter, buildApp })) {
    reporter.say(path);
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  const { happened, means, next } = error.explanation;
  reporter.say(`\n${happened}\n${means}\n${next}`);
  process.exitCode = 1;
}
