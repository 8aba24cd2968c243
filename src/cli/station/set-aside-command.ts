import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { setAside } from '../../station/enrol/set-aside.ts';
import { holdFolder } from '../../station/machine/hold-folder.ts';
import { ReanError } from '../../shared/errors.ts';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { stationFailures } from './station-failures.ts';

const optionsSchema = z.object({ data: z.string().min(1) });

/** `rean station set-aside`: of two PCs with one disk, what the one that does not go on does ([CLO2]). */
export function setAsideCommand(): Command {
  return new Command('set-aside')
    .description(
      'Move the folder of a station that is given up aside, so that the PC is let in anew.',
    )
    .requiredOption('--data <folder>', "the station's folder")
    .action((given: unknown) =>
      orTellFailure(async () => {
        const folder = resolve(parseOptions(optionsSchema, given).data);
        if (!(await isHeld(folder))) throw new ReanError('store.in-use', { path: folder });
        const place = await setAside(folder);
        console.log(
          [
            `The station lies in ${place} now, whole. This PC asks for a one-time code at its next start (rean site enrol).`,
            `If its screen did not say that all was saved: rean station --headless --data ${place} brings the rest to the hub.`,
          ].join('\n'),
        );
      }, stationFailures),
    );
}

/** A folder that is not there is nobody's, and is told as no station's. */
const isHeld = (folder: string) => holdFolder(folder).catch(() => true);
