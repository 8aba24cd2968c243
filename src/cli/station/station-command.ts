import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { enrolCommand } from './enrol-command.ts';
import { adoptCommand } from './adopt-command.ts';
import { selfTestCommand } from './self-test-command.ts';
import { setAsideCommand } from './set-aside-command.ts';
import { runStation } from './run-station.ts';
import { stationFailures } from './station-failures.ts';

const optionsSchema = z.object({ data: z.string().min(1), headless: z.literal(true) });

/** `rean station`: a station's process by itself, and what makes a PC one. */
export function stationCommand(): Command {
  return new Command('station')
    .description('Make this PC a station, or run one without a window.')
    .addCommand(runCommand())
    .addCommand(enrolCommand())
    .addCommand(setAsideCommand())
    .addCommand(adoptCommand())
    .addCommand(selfTestCommand());
}

function runCommand(): Command {
  return new Command('run')
    .description('Run a station without a window, until it is stopped (SIGTERM or Ctrl+C).')
    .requiredOption('--headless', 'without a window; windows are opened by the app itself')
    .requiredOption('--data <folder>', "the station's folder")
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data } = parseOptions(optionsSchema, given);
        await runStation(resolve(data));
      }, stationFailures),
    );
}
