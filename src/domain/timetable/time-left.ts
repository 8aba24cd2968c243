import type { OutsidePolicy } from '../../shared/contracts/timetable.ts';
import { slotsOf, slotsOn } from './slots.ts';
import type { LabMoment, Member, Slot, SlotSeat } from './slots.ts';

/** Others who come within this after somebody's slot need the seats, minutes. */
const soonMinutes = 15;
/** As early somebody is counted as in their slot as at the door, minutes. */
const earlyMinutes = 10;

export interface TimeLeftQuestion {
  readonly member: Member;
  readonly slots: readonly Slot[];
  readonly seats: readonly SlotSeat[];
  readonly closed: ReadonlySet<string>;
  readonly policy: OutsidePolicy;
  /** Null where the day is not sure, or no time of day is known: then nobody's time ends ([TTB10]). */
  readonly now: LabMoment | null;
}

/**
 * When a learner's time of today is over because others need the seats then, in minutes since midnight ([ACT12]); null
 * where nobody comes after them, where they have no slot, and where the site looks at no slot. It stays past as long
 * as those others are there.
 */
export function timeEnds(asked: TimeLeftQuestion): number | null {
  const { member, slots, seats, closed, policy, now } = asked;
  if (policy === 'none' || now === null) return null;
  const today = slotsOn(slots, now.date, closed);
  const own = slotsOf(member, today, seats);
  const begun = own.filter(({ begins }) => begins - earlyMinutes <= now.minute);
  const end = endOf(begun.at(-1), own);
  if (end === null) return null;
  // A slot that is nobody's yet needs no seat.
  const placed = new Set(seats.map(({ slot }) => slot));
  const others = today.filter(
    (each) => !own.includes(each) && (each.groups.length > 0 || placed.has(each.slot)),
  );
  const isNeeded = others.some(
    ({ begins, ends }) => begins <= end + soonMinutes && end < ends && now.minute < ends,
  );
  return isNeeded ? end : null;
}

/** When somebody's slot ends, with those of their own that follow it at once. */
function endOf(slot: Slot | undefined, own: readonly Slot[]): number | null {
  if (slot === undefined) return null;
  const after = own.filter(({ begins, ends }) => begins <= slot.ends && ends > slot.ends);
  return after.length === 0 ? slot.ends : endOf(after.at(-1), own);
}
