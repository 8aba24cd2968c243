import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { askForKeysCommand } from '../../hub/office/renew-station-command.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import type { StationId } from '../../shared/ids.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { renewStationFolder } from './renew-station.ts';

const optionsSchema = z.object({ data: z.string().min(1), station: z.string().min(1) });

/** `rean site renew-station`: over the station's own connection ([IDN12]), or in its folder ([IDN9]). */
export function renewStationCommand(): Command {
  return new Command('renew-station')
    .description(
      'Have a station make other keys (by its id, st-…), or give its folder another certificate.',
    )
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--station <id or folder>', "the station's id, or its folder with station.json")
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, station } = parseOptions(optionsSchema, given);
        const id = stationIdSchema.safeParse(station).data;
        if (id === undefined) await inFolder(data, resolve(station));
        else await ask(data, id);
      }),
    );
}

async function ask(data: string, station: StationId): Promise<void> {
  const { waitsFor } = await onHub(data, askForKeysCommand, { station });
  if (waitsFor === null) {
    console.log(
      `Station ${station} makes other keys when it is on, and uses them from its next start on.`,
    );
    return;
  }
  console.error(
    `Of two PCs that are ${station}, computer ${waitsFor} was chosen to go on, and has not answered yet. Nothing was changed. Switch it off and on; if it is gone for good, choose another in the Site screen.`,
  );
  process.exitCode = 1;
}

async function inFolder(data: string, folder: string): Promise<void> {
  const config = await renewStationFolder(data, folder);
  console.log(`Station ${config.station} has a new certificate. Start it again to use it.`);
}
