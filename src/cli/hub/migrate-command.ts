import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { lineLog } from '../../hub/line-log.ts';
import { migrateSite } from '../../hub/migrate/migrate-site.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import {
  couchAuthorityHelp,
  couchCredentialsHelp,
  couchOptionsSchema,
  readCouch,
} from './couch-options.ts';
import { orTellFailure } from './failure.ts';
import { parseOptions } from './options.ts';

const migrateSchema = couchOptionsSchema
  .omit({ couch: true })
  .extend({ from: z.string().min(1), to: z.string().min(1) });

/** `rean hub migrate`: moves a site's databases, while its hub is stopped. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Move the databases of a stopped hub to a CouchDB, or back into its folder.')
    .requiredOption('--from <folder>', "the hub's folder")
    .requiredOption('--to <place>', 'http(s)://… of a CouchDB, or the word folder')
    .option('--couch-credentials <file>', couchCredentialsHelp)
    .option('--couch-authority <file>', couchAuthorityHelp)
    .action((given: unknown) => orTellFailure(() => migrate(given)));
}

async function migrate(given: unknown): Promise<void> {
  const { from, to: place, ...more } = parseOptions(migrateSchema, given);
  const folder = resolve(from);
  const to = place === 'folder' ? null : ((await readCouch({ ...more, couch: place })) ?? null);
  const clock = systemClock();
  const log = lineLog(clock, (line) => process.stderr.write(`${line}\n`));
  const say = (line: string) => console.log(line);
  const generation = await migrateSite({
    folder,
    to,
    clock,
    random: systemRandomness(),
    log,
    say,
  });
  console.log(
    `Everything is there and was compared. The hub uses it from its next start, as generation ${generation}. The databases it used before are kept: take them away once the new ones are backed up.`,
  );
}
