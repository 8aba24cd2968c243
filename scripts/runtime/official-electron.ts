import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RuntimePaths } from './paths.ts';
import type { Reporter } from './reporter.ts';
import { runWatched, type WatchedOutcome } from './run-watched.ts';

const packageSchema = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+/) });

/** A closed network mostly fails at once; one that swallows packets ends here. */
const firstByteMs = 15_000;
const stallMs = 45_000;

/** The version of the npm package `electron`, which is the one that ships. */
export async function wantedVersion(electronPackage: string): Promise<string> {
  const text = await readFile(join(electronPackage, 'package.json'), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}

/** Where the executable lies inside an unzipped Electron, as the npm package expects it. */
export function executableName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * Runs the npm package's own installer, which downloads the release, verifies
 * its SHA-256 against the list inside the package, and keeps the ZIP in
 * Electron's cache outside node_modules.
 *
 * `path.txt` and `dist` go first: the installer writes path.txt last, so an
 * interrupted run is seen as unfinished, and it must never unzip through our
 * link into the cached test runtime.
 *
 * @param scratch an empty folder: the download's temporary files, watched for progress
 */
export async function installOfficial(
  paths: RuntimePaths,
  scratch: string,
  reporter: Reporter,
): Promise<WatchedOutcome> {
  await rm(paths.pathFile, { force: true });
  await rm(paths.dist, { recursive: true, force: true });
  const outcome = await runWatched({
    command: process.execPath,
    args: [join(paths.electronPackage, 'install.js')],
    cwd: paths.electronPackage,
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
    folders: [scratch, paths.dist],
    firstByteMs,
    stallMs,
    onBytes: (bytes) => reporter.progress('Electron', bytes, undefined),
  });
  if (outcome.kind !== 'finished') await rm(paths.dist, { recursive: true, force: true });
  return outcome;
}

/** One line for a person: why a download did not succeed. */
export function describeOutcome(outcome: WatchedOutcome): string {
  switch (outcome.kind) {
    case 'finished':
      return 'it finished';
    case 'failed':
      return lastTelling(outcome.reason);
    case 'stalled':
      return outcome.bytes === 0
        ? `no answer within ${outcome.afterMs / 1000} s`
        : `it stopped for ${outcome.afterMs / 1000} s after ${(outcome.bytes / 1e6).toFixed(1)} MB`;
  }
}

/** The line of a tool's output that names the error, without its stack or prefixes. */
function lastTelling(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim().replace(/^(?:npm error|\w*Error:) /, ''))
    .filter((line) => line !== '' && !/^(?:at |npm warn|warning)/i.test(line));
  return lines.find((line) => /fail|error|code E/i.test(line)) ?? lines.at(-1) ?? output;
}
