import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { readErasedList } from '../../hub/backup/erased-list.ts';
import { readKeysFile } from '../../hub/backup/keys-file.ts';
import type { MissingKeys } from '../../hub/backup/missing-keys.ts';
import { restoreSite } from '../../hub/backup/restore-site.ts';
import type { Restored } from '../../hub/backup/restore-site.ts';
import { ReanError } from '../../shared/errors.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { orTellFailure } from './failure.ts';
import { parseOptions } from './options.ts';
import { readPassphrase } from './passphrase.ts';
import { countOf } from '../count-of.ts';

const restoreSchema = z.object({
  data: z.string().min(1),
  keys: z.string().min(1),
  from: z.string().min(1).optional(),
  empty: z.boolean().default(false),
  passphraseFile: z.string().min(1).optional(),
});

/** `rean hub restore`: makes a hub anew, in an empty folder. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Make a hub anew from a backup; its stations bring back what is newer.')
    .requiredOption('--data <folder>', 'folder for the new hub, empty or not there yet')
    .requiredOption('--keys <file>', 'the file the keys were backed up to')
    .option('--from <folder>', "the backup's folder")
    .option('--empty', 'there is no backup: begin with the keys alone')
    .option('--passphrase-file <file>', 'a file with the passphrase, instead of asking for it')
    .action((given: unknown) => orTellFailure(() => restore(given)));
}

async function restore(given: unknown): Promise<void> {
  const { data, keys, from, empty, passphraseFile } = parseOptions(restoreSchema, given);
  if (empty !== (from === undefined)) {
    throw new ReanError('config.invalid', { problem: 'from-or-empty' });
  }
  const passphrase = await readPassphrase({ file: passphraseFile, twice: false });
  const known = await readKeysFile(resolve(keys), passphrase);
  const restored = await restoreSite({
    folder: resolve(data),
    from: from === undefined ? null : resolve(from),
    keys: known,
    erased: await readErasedList(resolve(keys), known),
    clock: systemClock(),
    random: systemRandomness(),
    say: (line) => console.log(line),
  });
  tell(restored, resolve(data));
}

function tell({ site, entries, missing }: Restored, folder: string): void {
  console.log(
    [
      `Restored site ${site.site} in ${folder}: ${countOf(entries, 'journal entry', 'journal entries')}, generation ${site.generation}.`,
      ...tellMissing(missing),
      'Start it with `rean hub run`, at the address it had. Stations bring back what they hold; `rean hub recovered` says what came back.',
    ].join('\n'),
  );
}

function tellMissing({ learners, signIns, staff, stations }: MissingKeys): readonly string[] {
  const line = (what: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`  ${what}: ${ids.join(', ')}`];
  const lines = [
    ...line('learners without a key', learners),
    ...line('learners without a sign-in', signIns),
    ...line('staff without a passphrase', staff),
    ...line('stations to be enrolled again', stations),
  ];
  return lines.length === 0 ? [] : ['The keys are older than the backup. They lack:', ...lines];
}
