import { noteCommands } from '../../shared/contracts/commands/note-commands.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import { makeNote, takeNoteBack } from './notes.ts';

/** Notes of how somebody learns, by whoever sees them ([LPG4]). */

export const makeNoteCommand = defineStaffCommand({
  contract: noteCommands['note.make'],
  action: 'note.write',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: async (parts, input, asker) => {
    await makeNote(parts, input, asker);
    return {};
  },
});

export const takeNoteBackCommand = defineStaffCommand({
  contract: noteCommands['note.take-back'],
  action: 'note.write',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: async (parts, input, asker) => {
    await takeNoteBack(parts, input, asker);
    return {};
  },
});
