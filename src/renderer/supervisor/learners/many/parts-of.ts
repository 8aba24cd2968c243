import type { LeftOutWhy, ManyJudged } from '../../../../shared/contracts/many-learners.ts';
import { leftOutWhys } from '../../../../shared/contracts/many-learners.ts';
import type { LearnerId } from '../../../../shared/ids.ts';

/** How far a deed about many has come. */
export interface ManySoFar extends ManyJudged {
  /** Everybody it is asked about, in order. */
  readonly of: readonly LearnerId[];
  /** About how many of them the hub has answered. */
  readonly answered: number;
}

export const begun = (of: readonly LearnerId[]): ManySoFar => ({
  of,
  answered: 0,
  done: [],
  left: [],
});

/** The next command's worth; nobody once it is over. */
export function nextPart({ of, answered }: ManySoFar, most: number): readonly LearnerId[] {
  return of.slice(answered, answered + most);
}

/** With what became of a part. */
export function withPart(
  before: ManySoFar,
  part: readonly LearnerId[],
  { done, left }: ManyJudged,
): ManySoFar {
  return {
    of: before.of,
    answered: before.answered + part.length,
    done: [...before.done, ...done],
    left: [...before.left, ...left],
  };
}

export const isOver = ({ of, answered }: ManySoFar): boolean => answered >= of.length;

/** Who is left out, by why, in the order those stand in the contract; none that is empty. */
export function byWhy(
  left: ManyJudged['left'],
): readonly { readonly why: LeftOutWhy; readonly learners: readonly LearnerId[] }[] {
  return leftOutWhys.flatMap((why) => {
    const learners = left.filter((each) => each.why === why).map(({ learner }) => learner);
    return learners.length === 0 ? [] : [{ why, learners }];
  });
}
