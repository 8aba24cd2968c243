import type { GroupId, LearnerId } from '../../shared/ids.ts';
import { slotsOn } from '../timetable/slots.ts';
import type { Slot, SlotSeat } from '../timetable/slots.ts';
import { couldCome, expectedOn } from './expected-on.ts';

/** Whom the timetable has come on one day. */
export interface DayPlan {
  /** Those with a slot in that week, on whichever day. */
  readonly planned: ReadonlySet<GroupId>;
  /** Of these those with a slot on that day. */
  readonly groups: ReadonlySet<GroupId>;
  /** Who has a place of their own on that day. */
  readonly learners: ReadonlySet<LearnerId>;
}

interface PlannedFrom {
  /** The week as it stood on that day. */
  readonly slots: readonly Slot[];
  readonly seats: readonly SlotSeat[];
  readonly closed: ReadonlySet<string>;
  /** Whether anybody was in the lab on that day: without them it was shut, whatever the week says. */
  readonly open: boolean;
  /** Only slots that had begun by then count, minutes since midnight; null where the day is over. */
  readonly until: number | null;
}

/** @param day `YYYY-MM-DD` */
export function dayPlan(day: string, { slots, seats, closed, open, until }: PlannedFrom): DayPlan {
  const onDay = open ? slotsOn(slots, day, closed) : [];
  const begun = onDay.filter(({ begins }) => until === null || begins <= until);
  const ids = new Set(begun.map(({ slot }) => slot));
  return {
    planned: new Set(slots.flatMap(({ groups }) => groups)),
    groups: new Set(begun.flatMap(({ groups }) => groups)),
    learners: new Set(seats.flatMap(({ slot, learner }) => (ids.has(slot) ? [learner] : []))),
  };
}

/**
 * Whom of a group a day waits for where there is a timetable ([ATT4]): the group in its slots, and whoever
 * has a place in one. A group that is in no slot of the week is waited for as if there were none.
 */
export function expectedByPlan(group: GroupId, plan: DayPlan): typeof expectedOn {
  return (day, members, wasHere) => {
    const all = [...members];
    const isTheirs = plan.groups.has(group);
    const planned = all
      .filter(({ learner }) => isTheirs || plan.learners.has(learner))
      .filter((each) => couldCome(day, each));
    const others = plan.planned.has(group) ? [] : expectedOn(day, all, wasHere);
    return new Set([...planned.map(({ learner }) => learner), ...others]);
  };
}
