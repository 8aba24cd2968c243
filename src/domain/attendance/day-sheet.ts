import type { Proposed } from '../../shared/contracts/lab-attendance.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import { couldCome, expectedOn } from './expected-on.ts';
import type { Member } from './expected-on.ts';
import { differsFrom, marksInOrder, standingMark } from './standing-mark.ts';
import type { PlacedMark } from './standing-mark.ts';

/** One learner on a group's sheet of a day. */
export interface SheetLine {
  readonly learner: LearnerId;
  readonly proposed: Proposed;
  /** Every word said of it, the newest, which holds, last; none where it is proposed only. */
  readonly marks: readonly PlacedMark[];
  /** Whether the records say otherwise by now than as the newest was said. */
  readonly differs: boolean;
}

/** What a sheet is made of. */
export interface SheetSources {
  /** Who is in the group now. */
  readonly members: readonly Member[];
  proposedOn(learner: LearnerId, day: string): Proposed;
  /** All words on that day of anybody who was ever confirmed in the group, or is in it. */
  marksOn(day: string): ReadonlyMap<LearnerId, readonly PlacedMark[]>;
  /** Whom the day waits for; `expectedOn` unless a timetable knows better. */
  readonly expected?: typeof expectedOn;
}

/**
 * A group's sheet of a lab day ([ATT2]): whoever was confirmed on it, is waited for, or was here though
 * nobody waited for them. Who was confirmed on another group's sheet of the day stands there alone.
 * @param everybody also on a day on which nobody of the group was here, to be filled in by hand
 */
export function daySheet(
  group: GroupId,
  day: string,
  sources: SheetSources,
  everybody = false,
): readonly SheetLine[] {
  const { members, expected = expectedOn } = sources;
  const marks = sources.marksOn(day);
  const wasHere = (learner: LearnerId) => sources.proposedOn(learner, day).there;
  const waited = expected(day, members, wasHere);
  const here = members.filter(
    (each) =>
      waited.has(each.learner) || wasHere(each.learner) || (everybody && couldCome(day, each)),
  );
  const said = [...marks.values()].flatMap((each) => standingMark(each) ?? []);
  const onSheet = new Set([
    ...said.filter((mark) => mark.group === group).map(({ learner }) => learner),
    ...here.map(({ learner }) => learner).filter((learner) => !marks.has(learner)),
  ]);
  return [...onSheet].map((learner) => lineOf(learner, day, sources, marks.get(learner) ?? []));
}

function lineOf(
  learner: LearnerId,
  day: string,
  { proposedOn }: SheetSources,
  said: readonly PlacedMark[],
): SheetLine {
  const proposed = proposedOn(learner, day);
  const marks = marksInOrder(said);
  const newest = marks.at(-1);
  return {
    learner,
    proposed,
    marks,
    differs: newest !== undefined && differsFrom(newest, proposed),
  };
}
