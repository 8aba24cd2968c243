import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import { readStationConfig } from '../../station/config/read-station-config.ts';
import { holdFolder } from '../../station/machine/hold-folder.ts';
import { askForSelfTest } from '../../station/self-test/self-test-on-disk.ts';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { stationFailures } from './station-failures.ts';

const optionsSchema = z.object({ data: z.string().min(1) });

/** `rean station self-test`: the kiosk tests itself at its next start ([SLF1]). */
export function selfTestCommand(): Command {
  return new Command('self-test')
    .description('Have a kiosk test itself at its next start.')
    .requiredOption('--data <folder>', "the station's folder")
    .action((given: unknown) =>
      orTellFailure(async () => {
        const folder = resolve(parseOptions(optionsSchema, given).data);
        await readStationConfig(folder);
        if (!(await holdFolder(folder))) throw new ReanError('store.in-use', { path: folder });
        await askForSelfTest(folder);
        console.log('It tests itself at its next start, before anybody signs in.');
      }, stationFailures),
    );
}
