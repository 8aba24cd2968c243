import type { Week } from '../../src/domain/timetable/clashes.ts';
import type { Slot, SlotSeat } from '../../src/domain/timetable/slots.ts';
import type { GroupScope } from '../../src/shared/contracts/group-scope.ts';
import {
  commandIdSchema,
  groupIdSchema,
  learnerIdSchema,
  stationIdSchema,
} from '../../src/shared/ids.ts';

/** Weeks of a lab, of numbered slots, groups, learners and seats. */

const padded = (prefix: string, length: number, at: number) =>
  `${prefix}-${String(at).padStart(length, '0')}`;
export const slotId = (at: number) => commandIdSchema.parse(padded('cm', 16, at));
export const groupId = (at: number) => groupIdSchema.parse(padded('gr', 8, at));
export const learnerId = (at: number) => learnerIdSchema.parse(padded('ln', 12, at));
export const stationId = (at: number) => stationIdSchema.parse(padded('st', 8, at));

/** Monday, 8:00 to 10:00, of men, with the first group in it, unless said otherwise. */
export function slotOf(over: Partial<Omit<Slot, 'slot' | 'groups'>> & SlotOver = {}): Slot {
  const { at = 1, groups = [1], ...time } = over;
  return {
    slot: slotId(at),
    weekday: 1,
    begins: 480,
    ends: 600,
    scope: 'men',
    groups: groups.map(groupId),
    ...time,
  };
}
interface SlotOver {
  /** Makes the id. */
  readonly at?: number;
  readonly groups?: readonly number[];
}

interface WeekOf {
  readonly slots: readonly Slot[];
  readonly seats?: readonly SlotSeat[];
  /** Of each group by number: its scope and how many are in it. */
  readonly groups?: Readonly<Record<number, readonly [scope: GroupScope, learners: number]>>;
  /** Which group each learner is in, by numbers. */
  readonly members?: Readonly<Record<number, number>>;
  readonly stations?: number;
}

export function weekOf({
  slots,
  seats = [],
  groups = { 1: ['men', 4], 2: ['men', 4], 3: ['women', 4] },
  members = {},
  stations = 8,
}: WeekOf): Week {
  const groupOf = new Map(
    Object.entries(members).map(([learner, group]) => [learnerId(Number(learner)), groupId(group)]),
  );
  return {
    slots,
    seats,
    groups: new Map(
      Object.entries(groups).map(([group, [scope, learners]]) => [
        groupId(Number(group)),
        { scope, learners },
      ]),
    ),
    groupOf: (learner) => groupOf.get(learner) ?? null,
    usable: new Set(Array.from({ length: stations }, (_, at) => stationId(at + 1))),
  };
}
