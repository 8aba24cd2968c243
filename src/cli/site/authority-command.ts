import { Command } from 'commander';
import * as z from 'zod';
import { authorityCommand as authorityHubCommand } from '../../hub/rotation/rotate-command.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { authorityLines } from './authority-words.ts';

const optionsSchema = z.object({ data: z.string().min(1), goOn: z.boolean().default(false) });

/** `rean site authority` ([IDN13]). */
export function authorityCommand(): Command {
  return new Command('authority')
    .description('How far the site is with going over to another authority.')
    .requiredOption('--data <folder>', "the hub's folder")
    .option('--go-on', 'wait no longer for stations that have not come: they take a visit then')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, goOn } = parseOptions(optionsSchema, given);
        const { authority } = await onHub(data, authorityHubCommand, { skip: goOn });
        console.log(authorityLines(authority).join('\n'));
      }),
    );
}
