import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import { stationConfigName } from '../config/read-station-config.ts';
import { systemFacts } from '../machine/machine-traits.ts';
import { enrolHere } from './enrol-here.ts';
import type { EnrolHere } from './enrol-here.ts';

/** {@link enrolHere} on this PC's own disk. */
export function enrolOnDisk(wanted: EnrolHere): Promise<StationConfig> {
  return enrolHere(wanted, {
    disk: nodeDisk(),
    randomness: systemRandomness(),
    machine: () => systemFacts(wanted.folder),
  });
}

/** Whether a folder is a station's, as far as there is a `station.json`; it may be a damaged one. */
export function isStationFolder(folder: string): boolean {
  return existsSync(join(folder, stationConfigName));
}
