import { Command } from 'commander';
import * as z from 'zod';
import { renameStationCommand } from '../../hub/office/rename-station-command.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';

const optionsSchema = z.object({
  data: z.string().min(1),
  station: stationIdSchema,
  name: localizedSchema.shape.km,
  nameEn: localizedSchema.shape.en,
});

/** `rean site rename-station` ([ENR7]). */
export function renameCommand(): Command {
  return new Command('rename-station')
    .description('Give a station another name.')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--station <id>', "the station's id: st-…")
    .requiredOption('--name <name>', 'its new name, in Khmer')
    .option('--name-en <name>', 'its new name in English')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, station, name: km, nameEn } = parseOptions(optionsSchema, given);
        const name = nameEn === undefined ? { km } : { km, en: nameEn };
        await onHub(data, renameStationCommand, { station, name });
        console.log(`Station ${station} has its new name in every window.`);
      }),
    );
}
