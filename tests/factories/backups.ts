import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { backUpSite } from '../../src/hub/backup/back-up-site.ts';
import type { BackedUp, BackUpOptions } from '../../src/hub/backup/back-up-site.ts';
import {
  copyCommand,
  copyRecordingsCommand,
  noteBackupCommand,
} from '../../src/hub/backup/backup-commands.ts';
import { readErasedList } from '../../src/hub/backup/erased-list.ts';
import { readKeysFile } from '../../src/hub/backup/keys-file.ts';
import { restoreSite } from '../../src/hub/backup/restore-site.ts';
import type { Restored } from '../../src/hub/backup/restore-site.ts';
import { runOnFolder } from '../../src/hub/control/run-on-folder.ts';
import type { Log } from '../../src/shared/ports.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';

export const testPassphrase = 'rice moon drum lotus 7';

/** A seal that takes no time to open. */
export const testSeal = {
  passphrase: testPassphrase,
  cost: { memoryKiB: 64, iterations: 1, parallelism: 1 },
} as const;

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const say = () => undefined;
const ports = { clock: systemClock(), random: systemRandomness() };

/** Backs a hub's folder up as `rean hub backup` does, whether the hub runs or not. */
export function backUp(
  folder: string,
  to: string,
  over: Partial<BackUpOptions> = {},
): Promise<BackedUp> {
  const call = { say, signal: new AbortController().signal, version: '0.0.0', log: quiet };
  return backUpSite({
    folder,
    to,
    checkIn: null,
    keys: { path: join(to, '..', 'keys'), ...testSeal },
    ...ports,
    copy: (to) => runOnFolder(folder, copyCommand, { to }, call),
    note: (noted) => runOnFolder(folder, noteBackupCommand, noted, call),
    copyRecordings: (to) => runOnFolder(folder, copyRecordingsCommand, { to }, call),
    say,
    // Here sticks are folders beside the hub's.
    diskOf: (of) => Promise.resolve(of === folder ? 1 : 2),
    // As the real one, which takes no folder that is not there.
    hold: (folder) => access(folder).then(() => true),
    ...over,
  });
}

/** Restores as `rean hub restore` does; `from` null is `--empty`. */
export async function restore(
  folder: string,
  from: string | null,
  keysPath: string,
): Promise<Restored> {
  const keys = await readKeysFile(keysPath, testPassphrase);
  const erased = await readErasedList(keysPath, keys);
  return restoreSite({ folder, from, keys, erased, ...ports, say });
}
