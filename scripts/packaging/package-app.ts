import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Arch, build, Platform, type AfterPackContext } from 'electron-builder';
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
  /** What electron-builder is to make beside that; it downloads what it makes them with. */
  readonly further?: ReadonlySet<FurtherTarget>;
}

export type FurtherTarget = 'AppImage' | 'rpm' | 'nsis';

/**
 * The start-up app and the set-up's own list have no place in what ships; nor has a program that works only as
 * set-uid root: the sandbox makes its own user namespaces ([DEB2]).
 */
async function removeSetUpFiles({ appOutDir }: AfterPackContext): Promise<void> {
  await rm(join(appOutDir, 'chrome-sandbox'), { force: true });
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
 * What is packed, all in one list: electron-builder takes a system's own list of nothing but exclusions for
 * one of everything there is, whatever the list for all systems names. Left out are packages the main process does
 * not reach, and native code of other systems.
 */
function filesFor(system: string, unneeded: readonly string[]): string[] {
  return [
    'package.json',
    'dist/{main,players,preload,renderer}/**',
    '!**/*.map',
    '!node_modules/leveldown/{deps,binding.cc,binding.gyp}{,/**}',
    '!node_modules/leveldown/prebuilds/**/*.musl.node',
    '!**/node_modules/**/*.{d.ts,d.cts,d.mts,ts,md,markdown,html}',
    ...unneeded.map((name) => `!**/node_modules/${name}{,/**}`),
    `!node_modules/leveldown/prebuilds/!(${system}){,/**}`,
  ];
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
  further = new Set(),
}: PackageApp): Promise<string> {
  const dist = await realpath(electronDist);
  const version = (await readFile(join(dist, 'version'), 'utf8')).trim().replace(/^v/, '');
  const unneeded = await unneededPackages(projectRoot);
  const config = {
    electronVersion: version,
    directories: { output },
    linux: { files: filesFor('linux-x64', unneeded) },
    win: { files: filesFor('win32-x64', unneeded) },
    afterPack: removeSetUpFiles,
  };
  const common = { projectDir: projectRoot, publish: 'never' } as const;
  const ofLinux = [...further].filter((name) => name !== 'nsis');
  await build({
    ...common,
    targets: Platform.LINUX.createTarget(['dir', ...ofLinux]),
    config: { ...config, electronDist: dist },
  });
  if (further.has('nsis')) {
    await build({ ...common, targets: Platform.WINDOWS.createTarget('nsis', Arch.x64), config });
  }
  const packed = join(output, 'linux-unpacked');
  await checkFuses(join(packed, 'rean'));
  return packed;
}
