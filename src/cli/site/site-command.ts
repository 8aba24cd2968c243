import { Command, Option } from 'commander';
import * as z from 'zod';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { reasonSchema } from '../../shared/contracts/commands/staff-command.ts';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { stationConfigSchema } from '../../shared/contracts/station-config.ts';
import { disableStationCommand as disableStationHubCommand } from '../../hub/office/disable-station-command.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { codesCommand, enrolCommand } from './enrol-command.ts';
import { initCommand } from './init-command.ts';
import { recoverySheetCommand } from './recovery-sheet-command.ts';
import { idleCommand } from './idle-command.ts';
import { renameCommand } from './rename-command.ts';
import { authorityCommand } from './authority-command.ts';
import { managerCommand } from './manager-command.ts';
import { pepperCommand } from './pepper-command.ts';
import { rotateCommand } from './rotate-command.ts';
import { renewStationCommand } from './renew-station-command.ts';
import { addStationFolder } from './station-folder.ts';

const addStationSchema = z.object({
  data: z.string().min(1),
  station: z.string().min(1),
  name: localizedSchema.shape.km,
  nameEn: localizedSchema.shape.en,
  kind: stationKindSchema,
  hubUrl: stationConfigSchema.shape.hub.shape.url,
});

const disableStationSchema = z.object({
  data: z.string().min(1),
  station: stationIdSchema,
  reason: reasonSchema,
});

/** `rean site`: sets up a site and its stations; a station is added while its hub runs, or not. */
export function siteCommand(): Command {
  const site = new Command('site').description('Set up a site and its stations.');
  site.addCommand(initCommand());
  site.addCommand(recoverySheetCommand());
  site.addCommand(addStationCommand());
  site.addCommand(enrolCommand());
  site.addCommand(codesCommand());
  site.addCommand(renameCommand());
  site.addCommand(idleCommand());
  site.addCommand(renewStationCommand());
  site.addCommand(disableStationCommand());
  site.addCommand(rotateCommand());
  site.addCommand(authorityCommand());
  site.addCommand(pepperCommand());
  site.addCommand(managerCommand());
  return site;
}

function addStationCommand(): Command {
  return new Command('add-station')
    .description("Add a station, and make its folder's station.json.")
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--station <folder>', 'folder for the new station')
    .requiredOption('--name <name>', "the station's name, in Khmer")
    .option('--name-en <name>', "the station's name in English")
    .addOption(
      new Option('--kind <kind>', 'what the station is for')
        .choices(stationKindSchema.options)
        .makeOptionMandatory(),
    )
    .requiredOption('--hub-url <url>', 'where the station reaches the hub: https://…')
    .action((options: unknown) => orTellFailure(() => runAddStation(options)));
}

function disableStationCommand(): Command {
  return new Command('disable-station')
    .description('Shut a station out for good, one that was stolen say. Its records stay.')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--station <id>', "the station's id: st-…")
    .requiredOption('--reason <text>', 'why, for whoever reads the trail')
    .action((options: unknown) => orTellFailure(() => runDisableStation(options)));
}

const ports = () => ({ clock: systemClock(), random: systemRandomness() });

async function runAddStation(given: unknown): Promise<void> {
  const options = parseOptions(addStationSchema, given);
  const { data: hubFolder, station: stationFolder, kind, hubUrl } = options;
  const name = localized(options.name, options.nameEn);
  const config = await addStationFolder({ hubFolder, stationFolder, name, kind, hubUrl }, ports());
  console.log(`Added ${config.kind} station ${config.station}; its folder is ${stationFolder}.`);
}

async function runDisableStation(given: unknown): Promise<void> {
  const { data, station, reason } = parseOptions(disableStationSchema, given);
  await onHub(data, disableStationHubCommand, { station, reason });
  console.log(`Station ${station} is shut out. Its records stay.`);
}

function localized(km: string, en: string | undefined) {
  return en === undefined ? { km } : { km, en };
}
