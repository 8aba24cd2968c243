import { join } from 'node:path';
import { renewStationCommand } from '../../hub/office/renew-station-command.ts';
import { writePrivateFile } from '../../hub/site/private-file.ts';
import { stationConfigSchema } from '../../shared/contracts/station-config.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { readStationConfig } from '../../station/config/read-station-config.ts';
import { onHub } from '../hub/on-hub.ts';

/**
 * Gives the station of a folder another key and certificate, and writes them into its `station.json`.
 * Cut off in between the hub refuses the station; doing it again puts that right.
 * @throws ReanError `station.not-enrolled`, `config.invalid`, or what `runOnFolder` throws
 */
export async function renewStationFolder(
  hubFolder: string,
  stationFolder: string,
): Promise<StationConfig> {
  const held = await readStationConfig(stationFolder);
  const tls = await onHub(hubFolder, renewStationCommand, { station: held.station });
  const config = stationConfigSchema.parse({ ...held, tls });
  const path = join(stationFolder, 'station.json');
  await writePrivateFile(path, `${JSON.stringify(config, null, 2)}\n`);
  return config;
}
