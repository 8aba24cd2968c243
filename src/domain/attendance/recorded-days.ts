import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { Proposed } from '../../shared/contracts/lab-attendance.ts';
import { timedDays } from '../fold/time-here.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const mostMinutes = 24 * 60;

/**
 * What the records say of one learner's days ([ATT1]): days since 1970 and minutes, uncertain ones marked
 * by the lowest bit, in pairs by day. Small, as there are thousands of learners.
 */
export type RecordedDays = Uint32Array;

/** Of whom nothing is recorded on a day. */
export const notThere: Proposed = { there: false, minutes: 0, about: false };

/** From sittings, and films watched with a group. */
export function recordedDays({
  timeHere,
  viewings,
}: Pick<LearnerState, 'timeHere' | 'viewings'>): RecordedDays {
  const days = new Map<string, { ms: number; about: boolean }>();
  for (const [day, [ms, about]] of Object.entries(timedDays(timeHere))) {
    days.set(day, { ms, about: about === 1 });
  }
  for (const { there, day, shownMs } of Object.values(viewings)) {
    if (!there || day === null) continue;
    const before = days.get(day);
    days.set(day, { ms: (before?.ms ?? 0) + shownMs, about: before?.about ?? false });
  }
  return packedDays(
    [...days].map(([day, { ms, about }]) => [day, { minutes: Math.round(ms / minuteMs), about }]),
  );
}

type Time = Pick<Proposed, 'minutes' | 'about'>;

function packedDays(days: readonly (readonly [day: string, time: Time])[]): RecordedDays {
  const sorted = days.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Uint32Array.from(
    sorted.flatMap(([day, { minutes, about }]) => [
      Date.parse(day) / dayMs,
      Math.min(mostMinutes, minutes) * 2 + (about ? 1 : 0),
    ]),
  );
}

/** The same with each day as the one it counts on; those of one are added up. */
export function onOtherDays(
  recorded: RecordedDays,
  countedOn: (day: string) => string,
): RecordedDays {
  const days = new Map<string, Time>();
  for (const day of daysOf(recorded)) {
    const { minutes, about } = proposedOn(recorded, day);
    const on = countedOn(day);
    const before = days.get(on) ?? { minutes: 0, about: false };
    days.set(on, { minutes: before.minutes + minutes, about: before.about || about });
  }
  return packedDays([...days]);
}

/** Each day, `YYYY-MM-DD`, oldest first. */
export function* daysOf(recorded: RecordedDays): Generator<string> {
  for (let at = 0; at < recorded.length; at += 2) yield dayAt(recorded[at] ?? 0);
}

/** What is proposed of that day. @param day `YYYY-MM-DD` */
export function proposedOn(recorded: RecordedDays, day: string): Proposed {
  const wanted = Date.parse(day) / dayMs;
  // Halved until found: it is asked of thousands, for each of their days.
  let [low, high] = [0, recorded.length / 2 - 1];
  while (low <= high) {
    const at = (low + high) >> 1;
    const found = recorded[at * 2] ?? 0;
    if (found === wanted) return proposedBy(recorded[at * 2 + 1] ?? 0);
    if (found < wanted) low = at + 1;
    else high = at - 1;
  }
  return notThere;
}

function proposedBy(time: number): Proposed {
  return { there: true, minutes: time >> 1, about: (time & 1) === 1 };
}

const dayAt = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);
