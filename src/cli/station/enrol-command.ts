import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Command, Option } from 'commander';
import * as z from 'zod';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { enrolOnDisk } from '../../station/enrol/enrol-on-disk.ts';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { stationFailures } from './station-failures.ts';

const optionsSchema = z.object({
  hub: z.string().min(1),
  data: z.string().min(1),
  kind: stationKindSchema.optional(),
});

/** `rean station enrol`: makes this PC a station, with a one-time code ([ENR2]). */
export function enrolCommand(): Command {
  return new Command('enrol')
    .description('Make this PC a station with a one-time code, asked for or in standard input.')
    .requiredOption('--hub <address>', 'where the hub is: its name or address, or https://…')
    .requiredOption('--data <folder>', "the station's folder")
    .addOption(
      new Option('--kind <kind>', 'refuse a code for another kind').choices(
        stationKindSchema.options,
      ),
    )
    .action((given: unknown) => orTellFailure(() => enrol(given), stationFailures));
}

async function enrol(given: unknown): Promise<void> {
  const { hub, data, kind } = parseOptions(optionsSchema, given);
  const folder = resolve(data);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const code = await readCode();
  const config = await enrolOnDisk({ folder, hub, code, kind: kind ?? null });
  console.log(`This PC is ${config.kind} station ${config.station} (${config.name.km}).`);
}

/** From a person at the terminal, or the first line of what is piped in: a command line is seen by all. */
async function readCode(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    if (process.stdin.isTTY) return await terminal.question('One-time code: ');
    const first = await terminal[Symbol.asyncIterator]().next();
    return first.done === true ? '' : first.value;
  } finally {
    terminal.close();
  }
}
