import { Command } from 'commander';
import * as z from 'zod';
import { giveUpGapCommand, listGapsCommand } from '../../hub/gaps/gap-commands.ts';
import { reasonSchema } from '../../shared/contracts/commands/staff-command.ts';
import { givenUpSchema } from '../../shared/contracts/gaps.ts';
import { storeKeySchema } from '../../shared/contracts/peer-api.ts';
import { countIn } from '../../shared/seq-range.ts';
import type { SeqRanges } from '../../shared/seq-range.ts';
import { orTellFailure } from './failure.ts';
import { onHub } from './on-hub.ts';
import { parseOptions } from './options.ts';
import { countOf } from '../count-of.ts';

const lostSchema = z.object({ data: z.string().min(1) });
const giveUpSchema = lostSchema.extend({
  giveUp: storeKeySchema,
  reason: reasonSchema,
  who: givenUpSchema.shape.who,
});

/** `rean hub lost`: records that nobody has brought, and their giving up ([HUB18]). */
export function lostCommand(): Command {
  return new Command('lost')
    .description(
      'List records that no station has brought though later ones are here; give them up.',
    )
    .requiredOption('--data <folder>', "the hub's folder")
    .option(
      '--give-up <store>',
      'wait no longer for what lacks of this store, so that the rest counts',
    )
    .option('--reason <text>', 'why, for whoever reads the journal')
    .option('--who <name>', 'who decides')
    .action((given: object) =>
      orTellFailure(() => ('giveUp' in given ? giveUp(given) : list(given))),
    );
}

async function list(given: unknown): Promise<void> {
  const { data } = parseOptions(lostSchema, given);
  const { stores } = await onHub(data, listGapsCommand, {});
  const lines = stores.flatMap(({ store, missing, waiting, givenUp }) => [
    ...(missing.length === 0
      ? []
      : [
          `${store} lacks ${told(missing)}; behind it ${countOf(waiting, 'record waits', 'records wait')} to be counted`,
        ]),
    ...(givenUp.length === 0 ? [] : [`${store} lacks ${told(givenUp)}; given up`]),
  ]);
  if (lines.length === 0) lines.push('No record is missing.');
  else if (stores.some(({ missing }) => missing.length > 0)) lines.push(advice);
  console.log(lines.join('\n'));
}

const advice =
  'They may still come: switch on every station that was ever used, and wait until all say that everything is saved. Only then give them up (--give-up STORE --reason … --who …). One that comes later counts all the same.';

async function giveUp(given: unknown): Promise<void> {
  const { data, giveUp: store, reason, who } = parseOptions(giveUpSchema, given);
  const { givenUp } = await onHub(data, giveUpGapCommand, { store, reason, who });
  if (givenUp > 0)
    console.log(`Given up: ${countOf(givenUp, 'record')} of ${store}. The rest counts now.`);
  else console.log(`Nothing lacks of ${store}.`);
  process.exitCode = givenUp > 0 ? 0 : 1;
}

function told(ranges: SeqRanges): string {
  const numbers = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return `${countIn(ranges)} (number ${numbers.join(', ')})`;
}
