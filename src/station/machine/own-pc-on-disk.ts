import { nodeDisk } from '../../content/disk/node-disk.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import { readStationConfig } from '../config/read-station-config.ts';
import { hardwareTraitsOf, systemFacts } from './machine-traits.ts';
import { keepOwnPc, standsElsewhere } from './own-pc.ts';

const ports = () => ({ disk: nodeDisk(), randomness: systemRandomness() });

async function thisPc(folder: string) {
  const config = await readStationConfig(folder);
  const traits = hardwareTraitsOf(await systemFacts(folder), config);
  return { station: config.station, traits };
}

/** Whether the station of this folder is on another PC than its own; a folder that can't be read is told by its opening. */
export async function isElsewhere(folder: string): Promise<boolean> {
  try {
    return await standsElsewhere({ folder, ...ports() }, await thisPc(folder));
  } catch {
    return false;
  }
}

/**
 * Makes the station of this folder this PC's own, on the word of whoever holds the folder ([FBT4]).
 * @throws ReanError `station.not-enrolled`, `config.*`, `store.full`
 */
export async function adoptHere(folder: string): Promise<void> {
  await keepOwnPc({ folder, ...ports() }, await thisPc(folder));
}
