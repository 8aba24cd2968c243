import { Command, Option } from 'commander';
import * as z from 'zod';
import { languageSchema } from '../../shared/ids.ts';
import { parseOptions } from '../hub/options.ts';

const optionsSchema = z.object({
  reset: z.boolean().default(false),
  stations: z.coerce.number().int().min(1).max(8).default(1),
  language: languageSchema.default('km'),
  kiosk: z.boolean().default(false),
});
export type LabOptions = z.infer<typeof optionsSchema>;

/** The words a lab is started with, for its command to act on and for `npm start` to check first. */
export function labWords(): Command {
  return new Command('lab')
    .description('Run a whole practice lab on this PC. Its data is kept between runs.')
    .option('--reset', 'remove the practice lab of the last runs and begin anew')
    .option('--stations <count>', 'kiosk stations of a new lab, 1 to 8')
    .addOption(new Option('--language <language>', 'windows begin in').choices(['km', 'en']))
    .option('--kiosk', 'kiosk windows fill the screen');
}

/** @throws ReanError `config.invalid` with the option's name */
export function readLabOptions(given: unknown): LabOptions {
  return parseOptions(optionsSchema, given);
}
