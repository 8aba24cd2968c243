import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build, Platform, type AfterPackContext } from 'electron-builder';
import { SetupError } from '../runtime/setup-error.ts';
import { readFuses, releaseFuses } from './read-fuses.ts';
import { unneededPackages } from './unneeded-packages.ts';

export interface PackageApp {
  /** Folder of package.json, electron-builder.yml, node_modules and the built `dist`. */
  readonly projectRoot: string;
  /** The unzipped Electron to pack; links are followed. */
  readonly electronDist: string;
  /** Absolute folder the result goes to, in `linux-unpacked`. */
  readonly output: string;
}

/** The start-up app and the set-up's own list have no place in what ships. */
async function removeSetUpFiles({ appOutDir }: AfterPackContext): Promise<void> {
  await rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'rean-runtime.json'), { force: true });
}

/** @throws SetupError `package-refused` if a fuse is not as it must be */
async function checkFuses(executable: string): Promise<void> {
  const fuses = await readFuses(executable);
  if (isDeepStrictEqual(fuses, releaseFuses)) return;
  throw new SetupError('package-refused', {
    happened: `The packed program has other fuses than Rean allows: ${JSON.stringify(fuses)}.`,
    means: 'It could be started as plain Node or debugged on a kiosk. It must not be shipped.',
    next: 'Compare electron-builder.yml with scripts/packaging/read-fuses.ts.',
  });
}

/**
 * Packs the built app for Linux into a folder that runs by itself.
 *
 * @returns the folder with the executable `rean`
 * @throws SetupError `package-refused`, and electron-builder's own errors
 */
export async function packageApp({
  projectRoot,
  electronDist,
  output,
}: PackageApp): Promise<string> {
  const dist = await realpath(electronDist);
  const version = (await readFile(join(dist, 'version'), 'utf8')).trim().replace(/^v/, '');
  const unneeded = await unneededPackages(projectRoot);
  await build({
    projectDir: projectRoot,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      electronDist: dist,
      electronVersion: version,
      directories: { output },
      linux: { files: unneeded.map((name) => `!**/node_modules/${name}{,/**}`) },
      afterPack: removeSetUpFiles,
    },
  });
  const packed = join(output, 'linux-unpacked');
  await checkFuses(join(packed, 'rean'));
  return packed;
}
