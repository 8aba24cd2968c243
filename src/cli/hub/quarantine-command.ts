import { Command } from 'commander';
import * as z from 'zod';
import {
  contentNameSchema,
  decideCommand,
  listQuarantineCommand,
  showQuarantinedCommand,
  vouchCommand,
} from '../../hub/quarantine/quarantine-commands.ts';
import {
  givenReasons,
  mostDecided,
  quarantineDecisionSchema,
} from '../../shared/contracts/quarantine.ts';
import type { DecisionAnswer, DecisionKind } from '../../shared/contracts/quarantine.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { orTellFailure } from './failure.ts';
import { onHub } from './on-hub.ts';
import { parseOptions } from './options.ts';
import { fileOption, presentOf } from './present.ts';
import { itemLines, itemRow, outcomeLine } from './quarantine-words.ts';

const listSchema = z.object({ data: z.string().min(1), decided: z.boolean().default(false) });
const showSchema = z.object({ data: z.string().min(1), content: contentNameSchema });
const decideSchema = z.object({
  data: z.string().min(1),
  content: z.array(contentNameSchema).min(1).max(mostDecided),
  reason: quarantineDecisionSchema.shape.reason,
  who: quarantineDecisionSchema.shape.who.unwrap(),
});
const vouchSchema = decideSchema
  .extend({
    reason: z.enum(givenReasons.release),
    who: staffIdSchema,
    whoPassphraseFile: z.string().min(1).optional(),
    second: staffIdSchema,
    secondPassphraseFile: z.string().min(1).optional(),
  })
  .refine(({ who, second }) => who !== second, { path: ['second'] });

/** `rean hub quarantine`: what the hub held back, and what a person decides about it ([HUB15]). */
export function quarantineCommand(): Command {
  const quarantine = new Command('quarantine').description(
    'What the hub held back: look at it, let it count, or reject it.',
  );
  quarantine.addCommand(listCommand());
  quarantine.addCommand(showCommand());
  quarantine.addCommand(releaseCommand());
  quarantine.addCommand(
    decisionCommand('reject', 'Put contents aside for good; they are kept.').action(
      (content: unknown, given: object) =>
        orTellFailure(() => decide('reject', { ...given, content })),
    ),
  );
  return quarantine;
}

function listCommand(): Command {
  return new Command('list')
    .description('List what nobody has decided over yet.')
    .requiredOption('--data <folder>', "the hub's folder")
    .option('--decided', 'list what was decided over instead')
    .action((given: unknown) => orTellFailure(() => list(given)));
}

function showCommand(): Command {
  return new Command('show')
    .description('Show one content whole.')
    .argument('<content>', 'its number as listed, or the beginning of it')
    .requiredOption('--data <folder>', "the hub's folder")
    .action((content: unknown, given: object) => orTellFailure(() => show({ ...given, content })));
}

function releaseCommand(): Command {
  const description =
    "Let contents count, as a person vouches. A learner's records that no station of the site signed take a second person.";
  return decisionCommand('release', description)
    .option(...fileOption('who'))
    .option(
      '--second <staff>',
      `who else vouches, present here; then --who is as in of-… and the reason one of ${givenReasons.release.join(', ')}`,
    )
    .option(...fileOption('second'))
    .action((content: unknown, given: object) =>
      orTellFailure(() => {
        const all = { ...given, content };
        return 'second' in all ? vouch(all) : decide('release', all);
      }),
    );
}

function decisionCommand(kind: DecisionKind, description: string): Command {
  return new Command(kind)
    .description(description)
    .argument('<content...>', 'their numbers as listed, or the beginnings of them')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--reason <text>', 'why, for whoever reads the journal')
    .requiredOption('--who <name>', 'who decides');
}

async function list(given: unknown): Promise<void> {
  const { data, decided } = parseOptions(listSchema, given);
  const state = decided ? 'decided' : 'open';
  const read = (after: string | null) => onHub(data, listQuarantineCommand, { state, after });
  let page = await read(null);
  console.log(`${page.open} held back and open, ${page.decided} decided over.`);
  for (;;) {
    for (const item of page.items) console.log(itemRow(item));
    if (page.next === null) return;
    page = await read(page.next);
  }
}

async function show(given: unknown): Promise<void> {
  const { data, content } = parseOptions(showSchema, given);
  const shown = await onHub(data, showQuarantinedCommand, { content });
  if (shown === null) {
    console.error(outcomeLine({ content, outcome: 'not-held' }));
    process.exitCode = 1;
    return;
  }
  console.log([...itemLines(shown.item), shown.document].join('\n'));
}

async function decide(kind: DecisionKind, given: unknown): Promise<void> {
  const { data, content: contents, reason, who } = parseOptions(decideSchema, given);
  tell(contents, await onHub(data, decideCommand, { kind, contents, reason, who }));
}

async function vouch(given: unknown): Promise<void> {
  const { data, content: contents, reason, ...asked } = parseOptions(vouchSchema, given);
  const who = await presentOf(asked.who, asked.whoPassphraseFile);
  const second = await presentOf(asked.second, asked.secondPassphraseFile);
  tell(contents, await onHub(data, vouchCommand, { contents, reason, who, second }));
}

function tell(contents: readonly string[], { outcomes }: DecisionAnswer): void {
  const held = outcomes.filter(({ outcome }) => outcome !== 'not-held');
  for (const each of held) console.log(outcomeLine(each));
  const unknown = contents.filter((name) => !held.some(({ content }) => content.startsWith(name)));
  for (const content of unknown) console.log(outcomeLine({ content, outcome: 'not-held' }));
  const done = outcomes.every(({ outcome }) =>
    ['released', 'rejected', 'already'].includes(outcome),
  );
  process.exitCode = done ? 0 : 1;
}
