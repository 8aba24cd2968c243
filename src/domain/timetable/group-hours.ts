import { proposedOn } from '../attendance/recorded-days.ts';
import type { RecordedDays } from '../attendance/recorded-days.ts';
import type { GroupId } from '../../shared/ids.ts';
import { dateAfter } from './days.ts';
import { lengthOf } from './slots.ts';
import type { Slot } from './slots.ts';

/** The days that hours got are counted over. */
const countedDays = 7;

/** Minutes a week that the timetable gives a group. */
export function plannedMinutes(group: GroupId, slots: readonly Slot[]): number {
  return slots
    .filter(({ groups }) => groups.includes(group))
    .reduce((sum, slot) => sum + lengthOf(slot), 0);
}

/** The last seven days of the lab, today among them. */
export function lastDays(today: string): string[] {
  return Array.from({ length: countedDays }, (_, back) => dateAfter(today, -back));
}

/**
 * Minutes that each of a group got on these days, on average, as their sittings and films tell ([TTB6],
 * [ATT1]): who takes turns on too few seats gets less.
 * @param members what is recorded of each of the group
 */
export function gotMinutes(
  members: readonly (RecordedDays | undefined)[],
  dates: readonly string[],
): number {
  if (members.length === 0) return 0;
  const all = members.flatMap((recorded) =>
    recorded === undefined ? [] : dates.map((date) => proposedOn(recorded, date).minutes),
  );
  return Math.round(all.reduce((sum, minutes) => sum + minutes, 0) / members.length);
}
