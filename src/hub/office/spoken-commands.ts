import { spokenCommands } from '../../shared/contracts/commands/spoken-commands.ts';
import { mostSpokenBytes } from '../../shared/contracts/spoken.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';

/** Has seats say a word in this voice, or in nobody's, from when they next hear of it ([SPK2]). */
export const recordSpokenCommand = defineStaffCommand({
  contract: spokenCommands['spoken.record'],
  action: 'spoken.record',
  target: () => ({}),
  // A recording in base64, and what is signed around it.
  mostBytes: 2 * mostSpokenBytes,
  run: async ({ office }, { word, language, audio }, asker) => {
    await office.record({
      type: 'spoken.recorded',
      ...asker,
      documents: (hubSeq) => [
        { _id: `spoken:${word}:${language}`, type: 'spoken', v: 1, hubSeq, word, language, audio },
      ],
    });
    return {};
  },
});
