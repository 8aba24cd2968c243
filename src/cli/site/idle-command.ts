import { Command } from 'commander';
import * as z from 'zod';
import { idleCommand as idleHubCommand } from '../../hub/office/idle-command.ts';
import { idleTimesSchema, usualIdleTimes } from '../../shared/contracts/documents/directory.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';

const optionsSchema = z.object({
  data: z.string().min(1),
  ask: z.coerce.number().pipe(idleTimesSchema.shape.askMinutes),
  end: z.coerce.number().pipe(idleTimesSchema.shape.endMinutes),
});

/** `rean site idle` ([KSK7]). */
export function idleCommand(): Command {
  const { askMinutes, endMinutes } = usualIdleTimes;
  return new Command('idle')
    .description('Say when a window that nobody touches ends what is open in it.')
    .requiredOption('--data <folder>', "the hub's folder")
    .option('--ask <minutes>', 'after so long it asks whether anybody is there', `${askMinutes}`)
    .option('--end <minutes>', 'so long after asking it signs out', `${endMinutes}`)
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, ask, end } = parseOptions(optionsSchema, given);
        await onHub(data, idleHubCommand, { askMinutes: ask, endMinutes: end });
        console.log(`Windows ask after ${ask} min, and sign out ${end} min later.`);
      }),
    );
}
