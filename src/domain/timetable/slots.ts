import type { SlotPlan } from '../../shared/contracts/timetable.ts';
import type { CommandId, GroupId, LearnerId, StationId } from '../../shared/ids.ts';
import { weekdayOfDate } from './days.ts';

/** A time of the week in the lab, for groups of one scope ([TTB1]). */
export interface Slot extends SlotPlan {
  readonly slot: CommandId;
}

/** A learner's own seat in a slot, or place in one that is not their group's ([TTB5]). */
export interface SlotSeat {
  readonly slot: CommandId;
  readonly learner: LearnerId;
  /** Null for whichever seat is free. */
  readonly station: StationId | null;
}

/** What of a learner decides when they are to be here. */
export interface Member {
  readonly learner: LearnerId;
  readonly group: GroupId;
}

/** A day of the lab and the minute since its midnight. */
export interface LabMoment {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly minute: number;
}

/** Whether two are in the lab at one time. */
export function overlap(a: SlotPlan, b: SlotPlan): boolean {
  return a.weekday === b.weekday && a.begins < b.ends && b.begins < a.ends;
}

/** By day, then time, then id: the same everywhere. */
export function inWeekOrder<Each extends Slot>(slots: readonly Each[]): Each[] {
  return slots.toSorted(
    (a, b) =>
      a.weekday - b.weekday || a.begins - b.begins || a.ends - b.ends || (a.slot < b.slot ? -1 : 1),
  );
}

/** The slots of a date, in order; none on a day on which the lab is closed. */
export function slotsOn<Each extends Slot>(
  slots: readonly Each[],
  date: string,
  closed: ReadonlySet<string>,
): Each[] {
  if (closed.has(date)) return [];
  const weekday = weekdayOfDate(date);
  return inWeekOrder(slots.filter((each) => each.weekday === weekday));
}

/** The slots that are a learner's: those of their group, and those they have a place in. */
export function slotsOf(
  { learner, group }: Member,
  slots: readonly Slot[],
  seats: readonly SlotSeat[],
): Slot[] {
  const placed = new Set(seats.flatMap((seat) => (seat.learner === learner ? [seat.slot] : [])));
  return slots.filter(({ slot, groups }) => groups.includes(group) || placed.has(slot));
}

/** Minutes of a slot. */
export const lengthOf = ({ begins, ends }: SlotPlan): number => ends - begins;
