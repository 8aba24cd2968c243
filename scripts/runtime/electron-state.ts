import { access, constants, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isComplete } from './manifest.ts';
import { executableName } from './official-electron.ts';
import type { RuntimePaths } from './paths.ts';
import { testRuntimeFolder } from './test-runtime-cache.ts';
import { testRuntime } from './test-runtime.ts';

/** Where a runnable Electron came from. Only `official` is fit for a release. */
export type ElectronSource = 'official' | 'given' | 'test';

export type ElectronState =
  | { readonly kind: 'ready'; readonly source: ElectronSource; readonly version: string }
  | { readonly kind: 'absent' };

const absent: ElectronState = { kind: 'absent' };

async function readTrimmed(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text?.trim();
}

/** The version an unzipped Electron states, if its executable can be run. */
export async function runnableVersion(folder: string): Promise<string | undefined> {
  const executable = join(folder, executableName(process.platform));
  const runnable = await access(executable, constants.X_OK).then(
    () => true,
    () => false,
  );
  const version = await readTrimmed(join(folder, 'version'));
  return runnable ? version?.replace(/^v/, '') : undefined;
}

/** What `node_modules/electron/dist` holds now. Reads only; a few milliseconds. */
export async function readElectronState(
  paths: RuntimePaths,
  wanted: string,
): Promise<ElectronState> {
  const named = await readTrimmed(paths.pathFile);
  const real = await realpath(paths.dist).catch(() => undefined);
  if (named !== executableName(process.platform) || real === undefined) return absent;
  const version = await runnableVersion(real);
  if (version === undefined) return absent;
  if (paths.given !== undefined) {
    const given = await realpath(paths.given).catch(() => undefined);
    return real === given ? { kind: 'ready', source: 'given', version } : absent;
  }
  if (version === wanted) return { kind: 'ready', source: 'official', version };
  const cached = await realpath(testRuntimeFolder(paths.cacheRoot)).catch(() => undefined);
  const whole = real === cached && (await isComplete(real, testRuntime.electronVersion));
  return whole ? { kind: 'ready', source: 'test', version } : absent;
}
