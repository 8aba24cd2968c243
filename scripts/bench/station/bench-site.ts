import { join } from 'node:path';
import { freePort } from '../../../src/cli/lab/free-port.ts';
import { addStationFolder } from '../../../src/cli/site/station-folder.ts';
import { initSite } from '../../../src/hub/office/site-on-disk.ts';
import type { SiteFileContent } from '../../../src/hub/site/site-files.ts';
import type { StationKind } from '../../../src/shared/contracts/documents/directory.ts';
import { systemClock, systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import type { HubPlace } from './bench-hub.ts';

export interface SiteWish {
  /** Where it all goes. */
  readonly folder: string;
  /** With demo people; some seconds, as each of them gets a code. */
  readonly demo: boolean;
  readonly stations: readonly { readonly name: string; readonly kind: StationKind }[];
}

/** A site with its stations, its hub not running yet. */
export interface BenchSite {
  readonly site: SiteFileContent;
  readonly hub: HubPlace;
  /** Data folder of a station, by its name in the wish. */
  stationFolder(name: string): string;
}

/** Any free port: the usual one may be another lab's by the time our hub starts. */
const anyPort = 0;

export async function makeSite({ folder, demo, stations }: SiteWish): Promise<BenchSite> {
  const ports = { random: systemRandomness(), clock: systemClock() };
  const hub = { folder: join(folder, 'hub'), port: await freePort(anyPort) };
  const stationFolder = (name: string) => join(folder, 'stations', name);
  const name = { km: 'សាកល្បង', en: 'Bench' };
  const site = await initSite(hub.folder, { name, hosts: [], demo }, ports);
  for (const { name, kind } of stations) {
    const wanted = {
      hubFolder: hub.folder,
      stationFolder: stationFolder(name),
      name: { km: name },
      kind,
      hubUrl: `https://127.0.0.1:${hub.port}`,
    };
    await addStationFolder(wanted, ports);
  }
  return { site, hub, stationFolder };
}
