import { nodeDisk } from '../../content/disk/node-disk.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import { keepSelfTest, readSelfTest } from './self-test-file.ts';

/** Has the station of this folder, which is open in no process, test itself at its next start. @throws ReanError `store.full` */
export async function askForSelfTest(folder: string): Promise<void> {
  const own = { folder, disk: nodeDisk(), randomness: systemRandomness() };
  await keepSelfTest(own, { ...(await readSelfTest(own)), due: true });
}
