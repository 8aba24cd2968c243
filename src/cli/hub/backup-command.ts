import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { backUpSite } from '../../hub/backup/back-up-site.ts';
import type { BackedUp } from '../../hub/backup/back-up-site.ts';
import {
  copyCommand,
  copyRecordingsCommand,
  noteBackupCommand,
} from '../../hub/backup/backup-commands.ts';
import { diskOf } from '../../hub/backup/disk-of.ts';
import { keysCost, requireStrong } from '../../hub/backup/keys-file.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { holdFolder } from '../../station/machine/hold-folder.ts';
import { exits } from './failure-shape.ts';
import { orTellFailure } from './failure.ts';
import { onHub } from './on-hub.ts';
import { parseOptions } from './options.ts';
import { readPassphrase } from './passphrase.ts';
import { countOf } from '../count-of.ts';

const backupSchema = z.object({
  data: z.string().min(1),
  to: z.string().min(1),
  keys: z.string().min(1).optional(),
  passphraseFile: z.string().min(1).optional(),
  checkIn: z.string().min(1).optional(),
});

/** `rean hub backup`: copies a hub to another disk, and tries the copy out. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('Back a hub up to a folder on another disk or a stick, running or not.')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--to <folder>', "the backup's folder; it must be there")
    .option('--keys <file>', 'back the keys up too, into this file, sealed with a passphrase')
    .option('--passphrase-file <file>', 'a file with the passphrase, instead of asking for it')
    .option('--check-in <folder>', 'where to restore the backup for a trial (the hub’s own folder)')
    .action((given: unknown) => orTellFailure(() => backUp(given)));
}

async function backUp(given: unknown): Promise<void> {
  const { data, to, keys, passphraseFile, checkIn } = parseOptions(backupSchema, given);
  const sealing = keys === undefined ? null : { path: resolve(keys), ...(await sealingOf()) };
  const done = await backUpSite({
    folder: resolve(data),
    to: resolve(to),
    checkIn: checkIn === undefined ? null : resolve(checkIn),
    keys: sealing,
    clock: systemClock(),
    random: systemRandomness(),
    copy: (folder) => onHub(data, copyCommand, { to: folder }),
    note: (noted) => onHub(data, noteBackupCommand, noted),
    copyRecordings: (folder) => onHub(data, copyRecordingsCommand, { to: folder }),
    say: (line) => console.log(line),
    diskOf,
    hold: holdFolder,
  });
  tell(done, resolve(to), sealing?.path ?? null);

  async function sealingOf() {
    const passphrase = await readPassphrase({ file: passphraseFile, twice: true });
    requireStrong(passphrase);
    return { passphrase, cost: keysCost };
  }
}

function tell(
  { chain, vector, keysSafe, sameDisk, recordings }: BackedUp,
  to: string,
  keys: string | null,
): void {
  const events = Object.values(vector).reduce((sum, seq) => sum + seq, 0);
  console.log(
    `Backed up to ${to} and tried out: ${countOf(events, 'record')} of ${countOf(Object.keys(vector).length, 'store')}, journal up to ${chain.point.hubSeq}.`,
  );
  tellRecordings(recordings, to);
  if (sameDisk) {
    console.log(
      `${to} lies on the hub’s own disk: if that dies, this backup dies with it. Is the stick plugged in?`,
    );
  }
  if (!keysSafe) console.log(keys === null ? keysChanged : keysHere(keys));
  if (sameDisk || !keysSafe) console.log(notEnough);
}

function tellRecordings(recordings: BackedUp['recordings'], to: string): void {
  if (!('failure' in recordings)) {
    const { held, copied } = recordings;
    if (held > 0) console.log(`With them ${countOf(held, 'recording')}, ${copied} of them new.`);
    return;
  }
  console.error(
    `What learners read aloud was not all copied (${recordings.failure}): is ${to} full? The records are backed up. Make room, and run this again.`,
  );
  process.exitCode = exits.inputOutput;
}

const keysChanged =
  'The keys have changed since they were last backed up. Without them the newest learners’ work can’t be opened. Run this again with --keys, to another stick.';
const keysHere = (path: string) =>
  `The keys in ${path} lie on the hub’s own disk: if that dies, nobody can open the backup. Run this again with --keys, to another stick.`;
const notEnough =
  'Until then this backup does not count: stations keep their records until one does.';
