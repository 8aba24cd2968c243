import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import type { FirstManager } from '../../hub/office/first-manager.ts';
import { initSite } from '../../hub/office/site-on-disk.ts';
import { hostSchema } from '../../shared/contracts/rotation.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { ReanError } from '../../shared/errors.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import {
  couchAuthorityHelp,
  couchCredentialsHelp,
  couchOptionsSchema,
  readCouch,
} from '../hub/couch-options.ts';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { readPassphrase } from '../hub/passphrase.ts';
import { writeSheet } from './recovery-sheet-command.ts';

const optionsSchema = couchOptionsSchema.extend({
  data: z.string().min(1),
  nameKm: localizedSchema.shape.km,
  nameEn: localizedSchema.shape.en,
  host: z.array(hostSchema).default([]),
  demo: z.boolean().default(false),
  manager: localizedSchema.shape.km.optional(),
  managerEn: localizedSchema.shape.en,
  managerPassphraseFile: z.string().min(1).optional(),
  recoverySheet: z.string().min(1).optional(),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean site init`: a whole site, with its first manager and its recovery sheet ([IDN10]). */
export function initCommand(): Command {
  return new Command('init')
    .description('Make a new site: keys, databases, its first manager, its recovery sheet.')
    .requiredOption('--data <folder>', 'folder for the hub, empty or not there yet')
    .requiredOption('--name-km <name>', "the site's name in Khmer")
    .option('--name-en <name>', "the site's name in English")
    .option('--host <names...>', 'further host names or addresses of the hub')
    .option('--manager <name>', "the first site manager's name, in Khmer")
    .option('--manager-en <name>', 'the same in English')
    .option('--manager-passphrase-file <file>', 'a file with their passphrase, or it is asked for')
    .option('--recovery-sheet <file>', 'the page to print, with what brings the site back')
    .option('--demo', 'make demo people, with sign-ins of their own')
    .option('--couch <url>', 'keep the databases in this CouchDB instead of the folder')
    .option('--couch-credentials <file>', couchCredentialsHelp)
    .option('--couch-authority <file>', couchAuthorityHelp)
    .action((given: unknown) => orTellFailure(() => init(parseOptions(optionsSchema, given))));
}

async function init(options: Options): Promise<void> {
  const folder = resolve(options.data);
  const { host: hosts, demo, recoverySheet } = options;
  if (!demo && recoverySheet === undefined) throw required('recovery-sheet');
  const name = localized(options.nameKm, options.nameEn);
  const couch = await readCouch(options);
  const manager = await readManager(options);
  const ports = { clock: systemClock(), random: systemRandomness() };
  const site = await initSite(folder, { name, hosts, demo, couch, manager }, ports);
  console.log(`Made site ${site.site} in ${folder}.`);
  if (recoverySheet !== undefined) await writeSheet(folder, recoverySheet);
}

/** Only a practice site may begin without a manager: it has people of its own. */
async function readManager(options: Options): Promise<FirstManager | undefined> {
  const { manager, managerEn, managerPassphraseFile: file, demo } = options;
  if (manager === undefined) {
    if (demo) return undefined;
    throw required('manager');
  }
  const asked = { question: `Passphrase of ${manager}: `, variable: null, piped: true };
  const passphrase = await readPassphrase({ file, twice: true }, asked);
  return { name: localized(manager, managerEn), passphrase };
}

const required = (option: string) => new ReanError('config.invalid', { problem: 'needed', option });

function localized(km: string, en: string | undefined) {
  return en === undefined ? { km } : { km, en };
}
