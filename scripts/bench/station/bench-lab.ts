import { join } from 'node:path';
import { installPacks } from '../../../src/cli/lab/install-packs.ts';
import { demoSignInsFile } from '../../../src/hub/demo/demo-site.ts';
import type { DemoSignIns } from '../../../src/hub/demo/demo-site.ts';
import { siteFiles } from '../../../src/hub/site/site-files.ts';
import type { TlsFileContent } from '../../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../../src/hub/site/site-vault.ts';
import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import type { Bench } from '../bench.ts';
import type { Generation } from '../../../src/shared/ids.ts';
import { startHub } from './bench-hub.ts';
import type { HubPlace } from './bench-hub.ts';
import { makeSite } from './bench-site.ts';
import type { SiteWish } from './bench-site.ts';

/** A lab like the one `npm start` makes: demo people, kiosks, a supervisor, the packs, a hub that runs. */
export interface BenchLab {
  readonly signIns: DemoSignIns;
  readonly tls: TlsFileContent;
  /** The certificate of the site's authority, PEM. */
  readonly authority: string;
  /** Data folder of a station by name; usually `station-1`, `station-2` and `supervisor`. */
  stationFolder(name: string): string;
  stop(): Promise<void>;
}

const usualStations = [
  { name: 'station-1', kind: 'kiosk' },
  { name: 'station-2', kind: 'kiosk' },
  { name: 'supervisor', kind: 'supervisor' },
] as const;

export interface LabWish {
  /** Of the lab's folder, unlike that of any other lab of the run. */
  readonly name: string;
  readonly stations: SiteWish['stations'];
  /** Stations that get the packs; all of them unless told. */
  readonly packsAt?: readonly string[];
  /** Puts more into the hub's folder before it runs. */
  readonly fill?: (hub: HubPlace, generation: Generation) => Promise<void>;
}

const usualLab: LabWish = { name: 'lab', stations: usualStations };

export async function startLab(
  bench: Bench,
  { name, stations, packsAt, fill }: LabWish = usualLab,
): Promise<BenchLab> {
  bench.say('Making a lab with demo people …');
  const folder = join(bench.folder, name);
  const { site, hub, stationFolder } = await makeSite({ folder, demo: true, stations });
  const packs = {
    sources: join(bench.root, 'content-packs'),
    lab: folder,
    stations: (packsAt ?? stations.map((each) => each.name)).map(stationFolder),
    appVersion: bench.appVersion,
  };
  await installPacks(packs, systemRandomness());
  await fill?.(hub, site.generation);
  const running = await startHub(bench, hub);
  const vault = folderVault(hub.folder);
  return {
    signIns: await readRequired(vault, demoSignInsFile),
    tls: await readRequired(vault, siteFiles.tls),
    authority: (await readRequired(vault, siteFiles.authority)).certificate,
    stationFolder,
    stop: () => running.stop(),
  };
}
