import type {
  AttendanceMark,
  AttendanceWord,
  Proposed,
} from '../../shared/contracts/lab-attendance.ts';
import type { CommandId } from '../../shared/ids.ts';

/** A word on a learner's day, and its place among those of the hub. */
export interface PlacedMark extends AttendanceMark {
  readonly command: CommandId;
  readonly hubSeq: number;
}

/** So many minutes apart are said to differ: less is no difference that anybody would correct ([ATT6]). */
const minutesApart = 5;

/**
 * The words on one learner's day, the newest last: a function of their set ([ATT5]). Two hubs may each
 * have said one, before and after a restore: then both are there, and the later holds.
 */
export function marksInOrder(marks: Iterable<PlacedMark>): readonly PlacedMark[] {
  const each = new Map([...marks].map((mark) => [mark.command, mark]));
  return [...each.values()].toSorted(
    (a, b) => a.hubSeq - b.hubSeq || (a.command < b.command ? -1 : 1),
  );
}

/** The one that holds; null where nothing was confirmed. */
export function standingMark(marks: Iterable<PlacedMark>): PlacedMark | null {
  return marksInOrder(marks).at(-1) ?? null;
}

/** Whether the records of now propose otherwise than as the word was said ([ATT6]). */
export function differsFrom({ proposed }: Pick<AttendanceMark, 'proposed'>, now: Proposed) {
  return proposed.there !== now.there || Math.abs(proposed.minutes - now.minutes) >= minutesApart;
}

export function isSameWord(a: AttendanceWord, b: AttendanceWord): boolean {
  if (a.there) return b.there && a.minutes === b.minutes && a.about === b.about;
  return !b.there && a.absence === b.absence;
}

/** What is said where somebody confirms what is proposed, and knows no reason for an absence. */
export function wordOf({ there, minutes, about }: Proposed): AttendanceWord {
  return there ? { there, minutes, about } : { there, absence: 'unexplained' };
}
