import { Command } from 'commander';
import * as z from 'zod';
import {
  eraseCommand,
  erasedCommand,
  holdCommand,
  retentionCommand,
} from '../../hub/erasure/erasure-commands.ts';
import {
  erasureReasonSchema,
  erasureReasons,
  holdReasonSchema,
  holdReasons,
} from '../../shared/contracts/erasure.ts';
import type { Due, Erased } from '../../shared/contracts/erasure.ts';
import { learnerIdSchema, staffIdSchema } from '../../shared/ids.ts';
import { orTellFailure } from './failure.ts';
import { onHub } from './on-hub.ts';
import { parseOptions } from './options.ts';
import { fileOption, presentOf } from './present.ts';
import { countOf } from '../count-of.ts';

const dataSchema = z.object({ data: z.string().min(1) });
const whoSchema = z.object({
  who: staffIdSchema,
  whoPassphraseFile: z.string().min(1).optional(),
});
const learnerSchema = dataSchema.extend({ learner: learnerIdSchema, ...whoSchema.shape });
const eraseSchema = learnerSchema
  .extend({
    reason: erasureReasonSchema,
    second: staffIdSchema,
    secondPassphraseFile: z.string().min(1).optional(),
  })
  .refine(({ who, second }) => who !== second, { path: ['second'] });
const holdSchema = learnerSchema.extend({
  reason: holdReasonSchema,
  lift: z.boolean().default(false),
});
const monthsSchema = z
  .union([z.literal('for-ever').transform(() => null), z.coerce.number().int().min(1).max(600)])
  .optional();
const retentionSchema = dataSchema.extend({
  worked: monthsSchema,
  unused: monthsSchema,
  ...whoSchema.partial().shape,
});

/** Erasing records, holding them, and how long they are kept ([ERA1]–[ERA6]). */
export function recordCommands(): readonly Command[] {
  return [eraseLearner(), erased(), hold(), retention()];
}

const dataOption = ['--data <folder>', "the hub's folder"] as const;

function eraseLearner(): Command {
  return new Command('erase')
    .description("Destroy a learner's key, and with it their record, for good. Takes two persons.")
    .argument('<learner>', 'the learner, as in ln-…')
    .requiredOption(...dataOption)
    .requiredOption('--reason <code>', `why: ${erasureReasons.join(', ')}`)
    .requiredOption('--who <staff>', 'who asks for it, as in of-…')
    .option(...fileOption('who'))
    .requiredOption('--second <staff>', 'who else agrees, present here')
    .option(...fileOption('second'))
    .action((learner: unknown, given: object) =>
      orTellFailure(async () => {
        const asked = parseOptions(eraseSchema, { ...given, learner });
        const who = await presentOf(asked.who, asked.whoPassphraseFile);
        const second = await presentOf(asked.second, asked.secondPassphraseFile);
        const input = { learner: asked.learner, reason: asked.reason, who, second };
        const done = await onHub(asked.data, eraseCommand, input);
        console.log(['Erased.', ...erasedLines(done)].join('\n'));
        console.log(
          'Keys files backed up before still hold the key: back the keys up anew, then destroy them.',
        );
      }),
    );
}

function erased(): Command {
  return new Command('erased')
    .description('Whose record was erased, and where the key may still be.')
    .requiredOption(...dataOption)
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data } = parseOptions(dataSchema, given);
        const { erased: records } = await onHub(data, erasedCommand, {});
        console.log(`${records.length} erased.`);
        for (const each of records) console.log(erasedLines(each).join('\n'));
      }),
    );
}

function hold(): Command {
  return new Command('hold')
    .description('Keep a record from being erased, whatever the reason, or lift that.')
    .argument('<learner>', 'the learner, as in ln-…')
    .requiredOption(...dataOption)
    .requiredOption('--reason <code>', `why: ${holdReasons.join(', ')}`)
    .requiredOption('--who <staff>', 'who decides, as in of-…')
    .option(...fileOption('who'))
    .option('--lift', 'lift the hold that stands')
    .action((learner: unknown, given: object) =>
      orTellFailure(async () => {
        const asked = parseOptions(holdSchema, { ...given, learner });
        const { data, lift, reason } = asked;
        const who = await presentOf(asked.who, asked.whoPassphraseFile);
        await onHub(data, holdCommand, { learner: asked.learner, reason, who, stands: !lift });
        console.log(lift ? 'The hold is lifted.' : 'The record is on hold.');
      }),
    );
}

function retention(): Command {
  return new Command('retention')
    .description('What is due by the retention policy; with options, changes the policy first.')
    .requiredOption(...dataOption)
    .option('--worked <months>', 'keep a record so long after its last sign of life, or for-ever')
    .option('--unused <months>', 'keep an account nobody ever used so long, or for-ever')
    .option('--who <staff>', 'who changes the policy, as in of-…')
    .option(...fileOption('who'))
    .action((given: unknown) => orTellFailure(() => tellDue(given)));
}

async function tellDue(given: unknown): Promise<void> {
  const { data, worked, unused, ...asked } = parseOptions(retentionSchema, given);
  const now = await onHub(data, retentionCommand, { change: null });
  const policy = {
    worked: worked === undefined ? now.policy.worked : worked,
    unused: unused === undefined ? now.policy.unused : unused,
  };
  const changes = worked !== undefined || unused !== undefined;
  const { due } = changes ? await onHub(data, retentionCommand, { change: await change() }) : now;
  console.log(`Kept: worked ${months(policy.worked)}, unused ${months(policy.unused)}.`);
  console.log(
    due.length === 0 ? 'Nothing is due.' : `${due.length} due; nothing is erased by itself:`,
  );
  for (const each of due) console.log(dueLine(each));

  async function change() {
    const { who, whoPassphraseFile } = parseOptions(whoSchema, asked);
    return { policy, who: await presentOf(who, whoPassphraseFile) };
  }
}

function months(count: number | null): string {
  return count === null ? 'for ever' : countOf(count, 'month');
}

function dueLine({ learner, class: of, since, onHold }: Due): string {
  return `  ${learner}  ${of} since ${since}${onHold ? '  (on legal hold)' : ''}`;
}

function erasedLines({ learner, counts, late, pending }: Erased): readonly string[] {
  const { events, lessons, attempts } = counts;
  const lines = [
    `  ${learner}: ${countOf(events, 'event')}, ${countOf(lessons, 'lesson')}, ${countOf(attempts, 'attempt')}; held unopened, as they came later: ${late}.`,
  ];
  if (pending.length > 0) {
    const names = pending.map(({ station, shutOut }) =>
      shutOut ? `${station} (shut out)` : station,
    );
    lines.push(`    pending at ${countOf(pending.length, 'station')}: ${names.join(', ')}`);
  }
  return lines;
}
