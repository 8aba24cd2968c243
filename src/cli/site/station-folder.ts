import { join } from 'node:path';
import type { NewStation } from '../../hub/office/stations.ts';
import { readPrivateFile, writePrivateFile } from '../../hub/site/private-file.ts';
import { stationConfigSchema } from '../../shared/contracts/station-config.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { ReanError } from '../../shared/errors.ts';
import { addStationCommand } from '../../hub/office/add-station-command.ts';
import { onHub } from '../hub/on-hub.ts';

export interface StationFolder extends NewStation {
  /** The folder of the hub, which may be running. */
  readonly hubFolder: string;
  /** The new station's folder; made when it isn't there. */
  readonly stationFolder: string;
}

/**
 * Adds a station to a site and writes its `station.json` (mode 0600).
 * @throws ReanError `config.invalid` with `problem: 'exists'` where the folder is a station's
 * already, `site.missing`, or what `runOnFolder` throws
 */
export async function addStationFolder(
  wanted: StationFolder,
  ports: { readonly clock: Clock; readonly random: Randomness },
): Promise<StationConfig> {
  const { hubFolder, stationFolder, name, kind, hubUrl } = wanted;
  const path = join(stationFolder, 'station.json');
  if ((await readPrivateFile(path)) !== null) {
    throw new ReanError('config.invalid', { path, problem: 'exists' });
  }
  const config = await onHub(hubFolder, addStationCommand, { name, kind, hubUrl }, ports);
  const text = JSON.stringify(stationConfigSchema.parse(config), null, 2);
  await writePrivateFile(path, `${text}\n`);
  return config;
}
