import { Command, Option } from 'commander';
import * as z from 'zod';
import {
  appointManagerCommand,
  managerReasonSchema,
  managerReasons,
} from '../../hub/office/manager-command.ts';
import { givenNameSchema } from '../../shared/contracts/erasure.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { readPassphrase } from '../hub/passphrase.ts';

const optionsSchema = z.object({
  data: z.string().min(1),
  name: localizedSchema.shape.km,
  nameEn: localizedSchema.shape.en,
  reason: managerReasonSchema,
  who: givenNameSchema,
  passphraseFile: z.string().min(1).optional(),
});

/** `rean site manager`: another site manager, where none can sign in any more ([IDN15]). */
export function managerCommand(): Command {
  return new Command('manager')
    .description('Appoint a site manager where none is left who can sign in.')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--name <name>', "the new manager's name, in Khmer")
    .option('--name-en <name>', 'the same in English')
    .addOption(new Option('--reason <why>', 'why').choices(managerReasons).makeOptionMandatory())
    .requiredOption('--who <name>', 'who appoints them, for whoever reads the trail')
    .option('--passphrase-file <file>', "a file with the manager's passphrase, or it is asked for")
    .action((given: unknown) => orTellFailure(() => appoint(parseOptions(optionsSchema, given))));
}

async function appoint({
  data,
  nameEn,
  passphraseFile,
  ...options
}: z.infer<typeof optionsSchema>) {
  const { name: km, reason, who } = options;
  const asked = { question: `Passphrase of ${km}: `, variable: null, piped: true };
  const passphrase = await readPassphrase({ file: passphraseFile, twice: true }, asked);
  const name = nameEn === undefined ? { km } : { km, en: nameEn };
  const { staff } = await onHub(data, appointManagerCommand, { name, passphrase, reason, who });
  console.log(`${km} is a site manager now: ${staff}.`);
  console.log('The former one’s account stands until the new one ends it, at a supervisor’s PC.');
  console.log('Back the keys up anew: rean hub backup … --keys …');
}
