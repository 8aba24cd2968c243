import type { Stuck } from '../../shared/contracts/documents/state.ts';

/** So many wrong tries without a right one: somebody should look ([HLP1]). */
const wrongBeforeHelp = 4;

/** Whether the learner gets on so badly that a person should come by. */
export function needsHelp<Known extends Pick<Stuck, 'wrong'>>(stuck: Known | null): stuck is Known {
  return stuck !== null && stuck.wrong >= wrongBeforeHelp;
}
