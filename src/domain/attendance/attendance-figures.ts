import { absences } from '../../shared/contracts/lab-attendance.ts';
import type { Absence, Proposed } from '../../shared/contracts/lab-attendance.ts';
import { daysOf, proposedOn } from './recorded-days.ts';
import type { RecordedDays } from './recorded-days.ts';
import { standingMark } from './standing-mark.ts';
import type { PlacedMark } from './standing-mark.ts';

/** Figures that hang on records, and apart from them what is proposed and nobody has confirmed ([ATT7]). */
export interface AttendanceFigures {
  readonly confirmed: {
    readonly days: number;
    readonly minutes: number;
    /** Whether the minutes of any of those days are uncertain. */
    readonly about: boolean;
    readonly away: Readonly<Record<Absence, number>>;
  };
  readonly proposed: { readonly days: number; readonly minutes: number };
}

/** One learner's days of a span, by day: what is recorded of each, and what was said of it. */
export function attendanceFigures(
  days: Iterable<{ readonly proposed: Proposed; readonly marks: readonly PlacedMark[] }>,
): AttendanceFigures {
  const confirmed = { days: 0, minutes: 0, about: false };
  const away = new Map<Absence, number>();
  const proposed = { days: 0, minutes: 0 };
  for (const day of days) {
    const word = standingMark(day.marks)?.word ?? null;
    if (word === null) {
      proposed.days += day.proposed.there ? 1 : 0;
      proposed.minutes += day.proposed.minutes;
    } else if (word.there) {
      confirmed.days += 1;
      confirmed.minutes += word.minutes;
      confirmed.about ||= word.about;
    } else {
      away.set(word.absence, (away.get(word.absence) ?? 0) + 1);
    }
  }
  return { confirmed: { ...confirmed, away: awayBy((each) => away.get(each) ?? 0) }, proposed };
}

/** The same of every day that is recorded of somebody, or that anything was said of. */
export function figuresOf(recorded: RecordedDays, marks: readonly PlacedMark[]): AttendanceFigures {
  const days = new Set([...daysOf(recorded), ...marks.map(({ day }) => day)]);
  return attendanceFigures(
    [...days].map((day) => ({
      proposed: proposedOn(recorded, day),
      marks: marks.filter((mark) => mark.day === day),
    })),
  );
}

/** The days on which officers confirmed that somebody was here, by the word that holds of each. */
export function confirmedDays(
  marks: readonly PlacedMark[],
): readonly { readonly day: string; readonly minutes: number }[] {
  const days = new Map<string, PlacedMark[]>();
  for (const mark of marks) {
    const known = days.get(mark.day);
    if (known === undefined) days.set(mark.day, [mark]);
    else known.push(mark);
  }
  return [...days].flatMap(([day, said]) => {
    const word = standingMark(said)?.word;
    return word?.there === true ? [{ day, minutes: word.minutes }] : [];
  });
}

function awayBy(count: (absence: Absence) => number): Record<Absence, number> {
  const [excused, work, other, transferred, left, unexplained] = absences;
  return {
    [excused]: count(excused),
    [work]: count(work),
    [other]: count(other),
    [transferred]: count(transferred),
    [left]: count(left),
    [unexplained]: count(unexplained),
  };
}
