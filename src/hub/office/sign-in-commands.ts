import { learnerCommands } from '../../shared/contracts/commands/learner-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { finishFirstSignIns, giveFirstSignIns } from './first-sign-ins.ts';
import { finishHandOver, handOverSignIn } from './learner-keys.ts';
import { accountIn } from './learners.ts';
import { readRoster } from './roster.ts';
import { touching } from './touched-groups.ts';

/** How an officer gets a learner a sign-in that only the learner sees ([SGN9]). */
export const resetSignInCommand = defineStaffCommand({
  contract: learnerCommands['sign-in.reset'],
  action: 'sign-in.reset',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: async ({ office }, { learner, form, reason }, asker) => {
    await office.record({
      type: 'sign-in.reset',
      ...asker,
      grounds: { learner, reason, who: null, second: null },
      documents: () => [],
    });
    const since = office.journal.nextHubSeq - 1;
    return { number: await handOverSignIn(office, { learner, form, since }) };
  },
  finish: async ({ office }, { learner, form }, { entry, payload }) => {
    if (payload.grounds?.learner !== learner) {
      throw new ReanError('command.repeated', { done: true });
    }
    return { number: await finishHandOver(office, { learner, form, since: hubSeqOf(entry) }) };
  },
});

/** First sign-ins for a group, or a part of one, whose numbers go on one list ([SGN13]). */
export const firstSignInsCommand = defineStaffCommand({
  contract: learnerCommands['sign-in.first'],
  action: 'sign-in.reset',
  target: (parts, { learners }) => touching(parts, learners),
  run: ({ office }, asked, asker) => giveFirstSignIns(office, asked, asker),
  finish: async ({ office }, asked, { entry, payload }) => {
    const before = hubSeqOf(entry) - 1;
    const facts = await office.factsAfter(before, ['sign-in.reset']);
    const since = new Map<LearnerId, number>();
    for (const fact of facts) {
      const learner = fact.payload.grounds?.learner;
      if (fact.payload.command?.id !== payload.command?.id || !learner) continue;
      if (!asked.learners.includes(learner))
        throw new ReanError('command.repeated', { done: true });
      since.set(learner, hubSeqOf(fact.entry));
    }
    return finishFirstSignIns(office, asked, since);
  },
});

/** Cards to find one's tile by; who printed them stands in the journal, since a card says whose a number is ([CRD1]). */
export const printCardsCommand = defineStaffCommand({
  contract: learnerCommands['card.print'],
  action: 'card.print',
  target: (parts, { learners }) => touching(parts, learners),
  run: async ({ office }, { learners }, asker) => {
    const roster = await readRoster(office);
    const accounts = learners.map((learner) => accountIn(roster, learner));
    await office.record({
      type: 'cards.printed',
      ...asker,
      grounds: { learner: null, reason: 'printed', who: null, second: null },
      about: [...new Set(learners)],
      documents: () => [],
    });
    return {
      cards: accounts.map(({ learner: id, name, tile, card }) => ({
        learner: id,
        name,
        tile,
        card,
      })),
    };
  },
});
