import { ensureElectron } from '../runtime/ensure-electron.ts';
import { runtimePaths } from '../runtime/paths.ts';
import type { Reporter } from '../runtime/reporter.ts';
import { readAppVersion } from '../../src/cli/pack/app-version.ts';
import { debVersion } from './deb/deb-version.ts';
import { sourceDate } from './deb/source-date.ts';
import { makeHubDeb } from './hub-deb.ts';
import { packageApp } from './package-app.ts';
import type { FurtherTarget } from './package-app.ts';
import { packageDestination } from './package-destination.ts';
import type { FoundElectron } from './package-destination.ts';
import type { PackageTarget, PackageWish } from './package-words.ts';
import { makeStationArchive } from './station-archive.ts';
import { makeStationDeb } from './station-deb.ts';

export interface MakePackages {
  /** Folder of our package.json. */
  readonly root: string;
  /** Where releases go; what is none goes to a folder in it that says so. */
  readonly release: string;
  readonly wish: PackageWish;
  readonly reporter: Reporter;
  /** Fills `dist`. */
  readonly buildApp: () => void;
}

/**
 * Makes what is wished for.
 * @returns the paths of what was made
 * @throws SetupError `package-refused`, before anything is built where it can be known
 */
export async function makePackages(make: MakePackages): Promise<readonly string[]> {
  const { root, release, wish, buildApp } = make;
  const date = await sourceDate(root, process.env);
  const app = await readAppVersion(root);
  const onlyHub = [...wish.targets].every((target) => target === 'hub');
  const station = onlyHub ? null : await electronFor(make);
  buildApp();
  const made: string[] = [];
  if (wish.targets.has('hub')) {
    const version = debVersion({ app, official: true, revision: wish.revision });
    made.push(await makeHubDeb({ root, app, version, output: release, sourceDate: date }));
  }
  if (station !== null) made.push(...(await makeStation(make, { ...station, app, date })));
  return made;
}

/** What electron-builder makes by itself, and calls by its own names. */
const builders: Partial<Record<PackageTarget, FurtherTarget>> = {
  appimage: 'AppImage',
  rpm: 'rpm',
  nsis: 'nsis',
};

interface StationBuild {
  readonly electron: FoundElectron;
  readonly dist: string;
  readonly output: string;
  readonly app: string;
  readonly date: number;
}

async function electronFor({ root, release, wish, reporter }: MakePackages) {
  const paths = runtimePaths(root, process.env);
  const electron = await ensureElectron({
    projectRoot: root,
    paths,
    reporter,
    officialOnly: false,
  });
  const output = packageDestination(electron, wish.withTestRuntime, release);
  return { electron, dist: paths.dist, output };
}

async function makeStation(
  { root, wish, reporter }: MakePackages,
  { electron, dist, output, app, date }: StationBuild,
): Promise<readonly string[]> {
  const { targets, revision } = wish;
  const official = electron.source === 'official';
  const version = debVersion({ app, official, revision });
  const further = new Set([...targets].flatMap((target) => builders[target] ?? []));
  const packed = await packageApp({ projectRoot: root, electronDist: dist, output, further });
  reporter.say(`Packed with Electron ${electron.version}: ${packed}`);
  if (!official) reporter.say('NOT FOR RELEASE: it holds the test runtime.');
  const made = [packed];
  const common = { packed, version, output, sourceDate: date };
  if (targets.has('deb')) {
    made.push(await makeStationDeb({ ...common, root, electron: electron.version }));
  }
  if (targets.has('tar.gz')) made.push(await makeStationArchive(common));
  return made;
}
