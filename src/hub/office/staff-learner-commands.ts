import { isSame } from '../../domain/learner-import/row-details.ts';
import { learnerCommands } from '../../shared/contracts/commands/learner-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import { manyCommands } from '../../shared/contracts/commands/many-commands.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { appointTutor, changeGroup, demandFreeSymbol, endTutor, enrolMany } from './groups.ts';
import { finishHandOver, handOverSignIn } from './learner-keys.ts';
import { accountIn, changeLearner, disableLearner, importLearners } from './learners.ts';
import type { LearnerAsker } from './learners.ts';
import { doForMany } from './many-learners.ts';
import { createGroup } from './people.ts';
import { readRoster } from './roster.ts';
import { firstSignInsCommand, printCardsCommand, resetSignInCommand } from './sign-in-commands.ts';
import { touching } from './touched-groups.ts';

/** What officers have the hub do about learners and groups ([ACC4]). */

function asked({ office }: HubParts, asker: StaffAsker, misfitKnown: boolean): LearnerAsker {
  return { asker, misfitKnown, year: Number(office.labDate.slice(0, 4)) };
}

const createCommand = defineStaffCommand({
  contract: learnerCommands['learner.create'],
  action: 'learner.create',
  target: (parts, { group }) => touching(parts, [], [group]),
  run: async (parts, { misfitKnown, form = 'pictures', ...details }, asker) => {
    const { office } = parts;
    const added = [{ ...details, twin: true }];
    const made = await importLearners(
      office,
      { added, changed: [] },
      asked(parts, asker, misfitKnown),
    );
    const [{ learner, tile, card }] = firstOf(made.added);
    const since = office.journal.nextHubSeq - 1;
    const number = await handOverSignIn(office, { learner, form, since });
    return { learner, tile, card: card ?? '', number };
  },
  finish: async ({ office }, { misfitKnown: _known, form = 'pictures', ...details }, fact) => {
    const roster = await readRoster(office);
    const made = fact.payload.documents.flatMap((each) =>
      each.type === 'learner' ? (roster.learners.get(each.learner) ?? []) : [],
    );
    const account = made.find((each) => isSame(each, details));
    if (made.length !== 1 || !account) throw new ReanError('command.repeated', { done: true });
    const { learner, tile, card } = account;
    const since = hubSeqOf(fact.entry);
    const number = await finishHandOver(office, { learner, form, since });
    return { learner, tile, card: card ?? '', number };
  },
});

function firstOf<Value>([first]: readonly Value[]): readonly [Value] {
  if (first === undefined) throw new Error('Whoever is added is told.');
  return [first];
}

const importCommand = defineStaffCommand({
  contract: learnerCommands['learner.import'],
  action: 'learner.import',
  mostBytes: 256 * 1024,
  target: (parts, { added, changed }) =>
    touching(
      parts,
      changed.map(({ learner }) => learner),
      [...added, ...changed].map(({ group }) => group),
    ),
  run: async (parts, { misfitKnown, ...rows }, asker) => {
    // As of one learner alone: who is new needs no reason, what is said otherwise does.
    if (rows.changed.length > 0 && asker.command.reason === null) {
      throw new ReanError('shape.invalid', { at: 'reason' });
    }
    const made = await importLearners(parts.office, rows, asked(parts, asker, misfitKnown));
    return {
      added: made.added.map(({ learner }) => learner),
      changed: made.changed.length,
      same: made.same,
    };
  },
});

const changeCommand = defineStaffCommand({
  contract: learnerCommands['learner.change'],
  action: 'learner.change',
  reasoned: true,
  target: (parts, { learner, group }) => touching(parts, [learner], [group]),
  run: async (parts, { misfitKnown, ...row }, asker) => {
    const { tile } = await changeLearner(parts.office, row, asked(parts, asker, misfitKnown));
    return { tile };
  },
});

const disableCommand = defineStaffCommand({
  contract: learnerCommands['learner.disable'],
  action: 'learner.disable',
  reasoned: true,
  target: (parts, { learner }) => touching(parts, [learner]),
  run: async ({ office }, input, asker) => {
    const { tile } = await disableLearner(office, input, { asker });
    return { tile };
  },
});

const appointTutorCommand = defineStaffCommand({
  contract: learnerCommands['tutor.appoint'],
  action: 'tutor.appoint',
  reasoned: true,
  target: (parts, { learner, group }) => touching(parts, [learner], [group]),
  run: async ({ office }, input, asker) => {
    await appointTutor(office, input, asker);
    return {};
  },
});

const endTutorCommand = defineStaffCommand({
  contract: learnerCommands['tutor.end'],
  action: 'tutor.end',
  reasoned: true,
  target: (parts, { learner }) => touching(parts, [learner]),
  run: async ({ office }, { learner }, asker) => {
    await endTutor(office, learner, asker);
    return {};
  },
});

const createGroupCommand = defineStaffCommand({
  contract: learnerCommands['group.create'],
  action: 'group.create',
  target: (_, { scope }) => ({ scopes: [scope] }),
  run: async ({ office }, group, asker) => {
    await demandFreeSymbol(office, group.symbol, null);
    return { group: await createGroup(office, group, asker) };
  },
});

const changeGroupCommand = defineStaffCommand({
  contract: learnerCommands['group.change'],
  action: 'group.change',
  reasoned: true,
  target: async (parts, { group, scope }) => {
    const { scopes = [], ...target } = await touching(parts, [], [group]);
    return { ...target, scopes: [...new Set([...scopes, scope])] };
  },
  run: async ({ office }, { group, ...changed }, asker) => {
    await demandFreeSymbol(office, changed.symbol, group);
    await changeGroup(office, group, changed, asker);
    return {};
  },
});

const enrolCommand = defineStaffCommand({
  contract: learnerCommands['course.enrol'],
  action: 'course.enrol',
  target: (parts, { learners }) => touching(parts, learners),
  run: async ({ office }, input, asker) => {
    const roster = await readRoster(office);
    for (const learner of input.learners) accountIn(roster, learner);
    await enrolMany(office, input, asker);
    return {};
  },
});

const moveManyCommand = defineStaffCommand({
  contract: manyCommands['learners.move'],
  action: 'learner.change',
  reasoned: true,
  target: (parts, { learners, group }) => touching(parts, learners, [group]),
  run: (parts, { learners, ...move }, asker) =>
    doForMany(parts.office, { deed: 'move', ...move }, learners, asked(parts, asker, true)),
});

const closeManyCommand = defineStaffCommand({
  contract: manyCommands['learners.close'],
  action: 'learner.disable',
  reasoned: true,
  target: (parts, { learners }) => touching(parts, learners),
  run: (parts, { learners }, asker) =>
    doForMany(parts.office, { deed: 'close' }, learners, asked(parts, asker, true)),
});

export const learnerStaffCommands = [
  createCommand,
  importCommand,
  changeCommand,
  disableCommand,
  appointTutorCommand,
  endTutorCommand,
  createGroupCommand,
  changeGroupCommand,
  enrolCommand,
  moveManyCommand,
  closeManyCommand,
  resetSignInCommand,
  printCardsCommand,
  firstSignInsCommand,
] as const;
