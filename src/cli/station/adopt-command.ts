import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import { holdFolder } from '../../station/machine/hold-folder.ts';
import { adoptHere } from '../../station/machine/own-pc-on-disk.ts';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { stationFailures } from './station-failures.ts';

const optionsSchema = z.object({ data: z.string().min(1) });

/** `rean station adopt`: a station goes on on this PC, where the hub can't be asked which one is meant ([FBT4]). */
export function adoptCommand(): Command {
  return new Command('adopt')
    .description(
      'Have a station go on on this PC, to which its disk was moved. Never where the PC it was on goes on, too.',
    )
    .requiredOption('--data <folder>', "the station's folder")
    .action((given: unknown) =>
      orTellFailure(async () => {
        const folder = resolve(parseOptions(optionsSchema, given).data);
        const free = await holdFolder(folder).catch(() => true);
        if (!free) throw new ReanError('store.in-use', { path: folder });
        await adoptHere(folder);
        console.log(
          'The station goes on on this PC from its next start. If the PC it was on is switched on again, the Site screen shows both: choose this one there.',
        );
      }, stationFailures),
    );
}
