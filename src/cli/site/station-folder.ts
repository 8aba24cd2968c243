import { join, resolve } from 'node:path';
import { addStation } from '../../hub/office/stations.ts';
import type { NewStation } from '../../hub/office/stations.ts';
import { withOffice } from '../../hub/office/site-on-disk.ts';
import { readPrivateFile, writePrivateFile } from '../../hub/site/private-file.ts';
import { stationConfigSchema } from '../../shared/contracts/station-config.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';

export interface StationFolder extends NewStation {
  /** The folder of the hub, which must be stopped. */
  readonly hubFolder: string;
  /** The new station's folder; made when it isn't there. */
  readonly stationFolder: string;
}

/**
 * Adds a station to a site and writes its `station.json` (mode 0600).
 * @throws ReanError `config.invalid` with `problem: 'exists'` where the folder is a station's
 * already, `site.missing`, `store.in-use` while the hub runs
 */
export async function addStationFolder(
  wanted: StationFolder,
  ports: { readonly clock: Clock; readonly random: Randomness },
): Promise<StationConfig> {
  const path = join(resolve(wanted.stationFolder), 'station.json');
  if ((await readPrivateFile(path)) !== null) {
    throw new ReanError('config.invalid', { path, problem: 'exists' });
  }
  const { name, kind, hubUrl } = wanted;
  const config = await withOffice(resolve(wanted.hubFolder), ports, (office) =>
    addStation(office, { name, kind, hubUrl }),
  );
  const text = JSON.stringify(stationConfigSchema.parse(config), null, 2);
  await writePrivateFile(path, `${text}\n`);
  return config;
}
