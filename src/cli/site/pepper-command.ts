import { Command, Option } from 'commander';
import * as z from 'zod';
import { pepperCommand as pepperHubCommand } from '../../hub/rotation/rotate-command.ts';
import type { PepperStanding } from '../../shared/contracts/rotation.ts';
import { rotationReasons, twoPersonsSchema } from '../../shared/contracts/rotation.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { pepperLines } from './pepper-words.ts';

const optionsSchema = z
  .object({
    data: z.string().min(1),
    list: z.boolean().default(false),
    drop: z.boolean().default(false),
    ...z.object(twoPersonsSchema.shape).partial().shape,
  })
  .refine(({ drop, ...given }) => !drop || twoPersonsIn(given) !== null, { path: ['second'] });

function twoPersonsIn({
  reason,
  who,
  second,
}: {
  reason?: unknown;
  who?: unknown;
  second?: unknown;
}) {
  return twoPersonsSchema.safeParse({ reason, who, second }).data ?? null;
}

/** `rean site pepper` ([KEY3]). */
export function pepperCommand(): Command {
  return new Command('pepper')
    .description('Who still has a secret that goes with an earlier pepper; drop the earlier one.')
    .requiredOption('--data <folder>', "the hub's folder")
    .option('--list', 'say who')
    .option('--drop', 'drop every earlier pepper that nobody needs any more; takes two persons')
    .addOption(new Option('--reason <why>', 'with --drop: why').choices(rotationReasons))
    .option('--who <name>', 'with --drop: who asks for it')
    .option('--second <name>', 'with --drop: who else agrees, present here')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, list, drop, ...persons } = parseOptions(optionsSchema, given);
        const asked = { drop: drop ? twoPersonsIn(persons) : null };
        const standing = await onHub(data, pepperHubCommand, asked);
        console.log(pepperLines(standing, { list }).join('\n'));
        if (drop) console.log(outcome(standing));
      }),
    );
}

function outcome({ learners, staff }: PepperStanding): string {
  return learners.length + staff.length === 0
    ? 'No earlier one is left. Back the keys up anew: rean hub backup … --keys …'
    : 'What they need was not dropped.';
}
