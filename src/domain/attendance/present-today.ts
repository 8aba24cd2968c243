import type { Proposed } from '../../shared/contracts/lab-attendance.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { standingMark } from './standing-mark.ts';
import type { PlacedMark } from './standing-mark.ts';

/**
 * Who is there today and who is not, and nothing more: what a peer tutor may know of attendance
 * ([ATT8]). What an officer confirmed holds over what is proposed.
 */
export function presentToday(
  learners: Iterable<LearnerId>,
  {
    proposed,
    marks,
  }: {
    readonly proposed: (learner: LearnerId) => Proposed;
    readonly marks: (learner: LearnerId) => readonly PlacedMark[];
  },
): ReadonlyMap<LearnerId, boolean> {
  return new Map(
    [...learners].map((learner) => {
      const said = standingMark(marks(learner));
      return [learner, said === null ? proposed(learner).there : said.word.there];
    }),
  );
}
