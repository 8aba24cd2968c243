import { learnerCommands } from '../../shared/contracts/commands/learner-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { finishHandOver, handOverSignIn } from './learner-keys.ts';

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
