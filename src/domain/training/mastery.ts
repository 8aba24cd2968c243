import type { SkillProgress } from '../../shared/contracts/documents/state.ts';
import { mostAnswersLookedAt } from '../../shared/contracts/pack-manifest.ts';
import type { Mastery } from '../../shared/contracts/pack-manifest.ts';

/** A skill with one first answer more. */
export function skillAfter(before: SkillProgress | undefined, isRight: boolean): SkillProgress {
  const recent = (((before?.recent ?? 0) << 1) | Number(isRight)) & lastOf(mostAnswersLookedAt);
  return { answers: (before?.answers ?? 0) + 1, recent, best: bestAfter(before?.best, recent) };
}

/** One walk over the answers, newest first: every answer of every learner is folded through here. */
function bestAfter(before: SkillProgress['best'] = [], recent: number): SkillProgress['best'] {
  const best: number[] = [];
  let right = 0;
  for (let place = 0; place < mostAnswersLookedAt; place += 1) {
    right += (recent >> place) & 1;
    best.push(Math.max(before[place] ?? 0, right));
  }
  return best;
}

/** How far a skill is, by what mastery of it is ([MAS1]). */
export interface SkillStanding {
  /** Right ones of the last `of` answers; of a mastered skill `right`, whatever came since. */
  readonly right: number;
  readonly mastered: boolean;
}

/** Once mastered, always: a wrong answer later brings a review, and takes nothing away ([MAS2]). */
export function skillStanding(
  progress: SkillProgress | undefined,
  { right, of }: Mastery,
): SkillStanding {
  if (progress === undefined) return { right: 0, mastered: false };
  if ((progress.best[of - 1] ?? 0) >= right) return { right, mastered: true };
  return { right: ones(progress.recent & lastOf(of)), mastered: false };
}

const lastOf = (answers: number): number => 2 ** answers - 1;

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
