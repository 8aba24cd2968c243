import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { recoverySheetCommand as drawSheet } from '../../hub/backup/recovery-sheet-command.ts';
import { writePrivateFile } from '../../hub/site/private-file.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { recoverySheet } from './recovery-sheet.ts';

const optionsSchema = z.object({ data: z.string().min(1), to: z.string().min(1) });

/** `rean site recovery-sheet`: a new sheet, with a new code ([REC6]). */
export function recoverySheetCommand(): Command {
  return new Command('recovery-sheet')
    .description('Make a new recovery sheet, to be printed; former ones open former backups only.')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--to <file>', 'the sheet, a page of HTML to print and then delete')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, to } = parseOptions(optionsSchema, given);
        await writeSheet(data, to);
      }),
    );
}

/** Draws a code, writes the sheet (0600) and says what to do with it. */
export async function writeSheet(data: string, to: string): Promise<void> {
  const facts = await onHub(data, drawSheet, {});
  const date = new Date().toISOString().slice(0, 10);
  await writePrivateFile(resolve(to), recoverySheet(facts, date));
  console.log(`The recovery sheet is ${resolve(to)}. Print it, lock it away, and delete the file.`);
  console.log('It opens the keys that are backed up from now on: back them up with --keys.');
}
