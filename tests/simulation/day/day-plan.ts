import type { GroupScope } from '../../../src/shared/contracts/group-scope.ts';

/** A Monday. */
export const today = '2026-11-23';
/** Nobody comes on the day after. */
export const closedDay = '2026-11-24';

/** A group of the site, by its place in the list. */
interface PlannedGroup {
  readonly scope: GroupScope;
  readonly learners: number;
}

/** Times in minutes since midnight; Monday is 1. */
export interface PlannedSlot {
  readonly weekday: number;
  readonly begins: number;
  readonly ends: number;
  readonly scope: GroupScope;
  /** Places in the list of groups. */
  readonly groups: readonly number[];
}

export interface DayPlan {
  readonly kiosks: number;
  readonly groups: readonly PlannedGroup[];
  readonly slots: readonly PlannedSlot[];
}

/** Of the slots of today, by place: one after the other, each with something of its own. */
export const named = { roomy: 0, tight: 1, women: 2, minors: 3, last: 4 } as const;
/** Groups that are about something, by place. */
export const groupOf = {
  roomy: 0,
  tight: 1,
  women: 2,
  tuesday: 3,
  minors: 4,
  last: 5,
  alsoLast: 6,
} as const;
const usualGroup = 25;
const mostGroupsOfSlot = 8;

/** The week of a site of so many learners: men, women and minors apart, slots with seats left over and without. */
export function planDay(learners: number, kiosks: number): DayPlan {
  const roomy = kiosks - 3;
  const tight = kiosks + 4;
  const special: PlannedGroup[] = [
    { scope: 'men', learners: roomy },
    { scope: 'men', learners: tight },
    { scope: 'women', learners: roomy },
    { scope: 'women', learners: 6 },
    { scope: 'minors', learners: roomy },
    { scope: 'men', learners: tight },
    { scope: 'men', learners: 10 },
  ];
  const left = learners - special.reduce((sum, group) => sum + group.learners, 0);
  const others = Array.from({ length: Math.ceil(left / usualGroup) }, (_, at): PlannedGroup => {
    return { scope: 'men', learners: Math.min(usualGroup, left - at * usualGroup) };
  });
  const groups = [...special, ...others];
  return { kiosks, groups, slots: [...slotsOfToday, tuesday, ...laterSlots(groups)] };
}

const slotsOfToday: readonly PlannedSlot[] = [
  { weekday: 1, begins: 480, ends: 570, scope: 'men', groups: [groupOf.roomy] },
  { weekday: 1, begins: 570, ends: 660, scope: 'men', groups: [groupOf.tight] },
  { weekday: 1, begins: 660, ends: 750, scope: 'women', groups: [groupOf.women] },
  { weekday: 1, begins: 810, ends: 900, scope: 'minors', groups: [groupOf.minors] },
  {
    weekday: 1,
    begins: 900,
    ends: 990,
    scope: 'men',
    groups: [groupOf.last, groupOf.alsoLast],
  },
  // Nobody's yet: whoever plans may put somebody there.
  { weekday: 1, begins: 990, ends: 1050, scope: 'men', groups: [] },
];

const tuesday: PlannedSlot = {
  weekday: 2,
  begins: 480,
  ends: 600,
  scope: 'women',
  groups: [groupOf.tuesday],
};

/** On Wednesdays and after, all other groups but the last, which has no time of its own. */
function laterSlots(groups: readonly PlannedGroup[]): readonly PlannedSlot[] {
  const first = groupOf.alsoLast + 1;
  const planned = Array.from({ length: groups.length - 1 - first }, (_, at) => first + at);
  const slots = Array.from({ length: Math.ceil(planned.length / mostGroupsOfSlot) }, (_, at) => at);
  return slots.map((at): PlannedSlot => {
    const begins = 480 + Math.floor(at / 3) * 60;
    const own = planned.slice(at * mostGroupsOfSlot, (at + 1) * mostGroupsOfSlot);
    return { weekday: 3 + (at % 3), begins, ends: begins + 60, scope: 'men', groups: own };
  });
}
