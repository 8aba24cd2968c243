import type { GroupScope } from '../../shared/contracts/group-scope.ts';
import type { CommandId, GroupId, LearnerId, StationId } from '../../shared/ids.ts';
import { overlap } from './slots.ts';
import type { Slot, SlotSeat } from './slots.ts';

/** What in a week can't be, or will be tight, told at the slot where it is ([TTB4]). */
export type Clash =
  /** Two of different scopes at one time. */
  | { readonly kind: 'scopes'; readonly slot: CommandId; readonly other: CommandId }
  /** A group of another scope than the slot's, or that is not known. */
  | { readonly kind: 'other-scope'; readonly slot: CommandId; readonly group: GroupId }
  | TwiceClash<'group-twice', { readonly group: GroupId }>
  /** Somebody with a place here while their group, or another place of theirs, is elsewhere. */
  | TwiceClash<'learner-twice', { readonly learner: LearnerId }>
  | TwiceClash<'seat-twice', { readonly station: StationId }>
  /** Somebody's seat is out of order, or no seat any more. */
  | { readonly kind: 'seat-out'; readonly slot: CommandId; readonly station: StationId }
  /** More learners than seats: who is there takes turns. */
  | {
      readonly kind: 'too-few';
      readonly slot: CommandId;
      readonly learners: number;
      readonly seats: number;
    };

type TwiceClash<Kind extends string, Whose> = {
  readonly kind: Kind;
  readonly slot: CommandId;
  readonly other: CommandId;
} & Whose;

/** A week, and what it is held against. */
export interface Week {
  readonly slots: readonly Slot[];
  readonly seats: readonly SlotSeat[];
  /** With how many may sign in of each. */
  readonly groups: ReadonlyMap<GroupId, { readonly scope: GroupScope; readonly learners: number }>;
  readonly groupOf: (learner: LearnerId) => GroupId | null;
  /** Seats that are in use and in order. */
  readonly usable: ReadonlySet<StationId>;
}

/** Told, and left to who plans: a lab has the seats it has. */
const toldOnly: ReadonlySet<Clash['kind']> = new Set(['too-few', 'seat-out']);

/** Whether the hub refuses it. */
export const isRefused = ({ kind }: Clash): boolean => !toldOnly.has(kind);

/** All that clashes at one slot. */
export function clashesAt(slot: Slot, week: Week): Clash[] {
  const beside = week.slots.filter((each) => each.slot !== slot.slot && overlap(each, slot));
  return [
    ...scopeClashes(slot, beside, week),
    ...groupClashes(slot, beside),
    ...learnerClashes(slot, beside, week),
    ...seatClashes(slot, beside, week),
    ...capacity(slot, beside, week),
  ];
}

function scopeClashes(slot: Slot, beside: readonly Slot[], { groups }: Week): Clash[] {
  return [
    ...slot.groups.flatMap((group): Clash[] =>
      groups.get(group)?.scope === slot.scope
        ? []
        : [{ kind: 'other-scope', slot: slot.slot, group }],
    ),
    ...beside.flatMap((other): Clash[] =>
      other.scope === slot.scope ? [] : [{ kind: 'scopes', slot: slot.slot, other: other.slot }],
    ),
  ];
}

function groupClashes(slot: Slot, beside: readonly Slot[]): Clash[] {
  return beside.flatMap((other) =>
    slot.groups
      .filter((group) => other.groups.includes(group))
      .map((group): Clash => ({
        kind: 'group-twice',
        slot: slot.slot,
        other: other.slot,
        group,
      })),
  );
}

/** Of two slots at one time; whose whole group is twice is told once, by the group. */
function learnerClashes(slot: Slot, beside: readonly Slot[], week: Week): Clash[] {
  const placed = (at: Slot) =>
    new Set(week.seats.flatMap((seat) => (seat.slot === at.slot ? [seat.learner] : [])));
  const here = placed(slot);
  return beside.flatMap((other) => {
    const there = placed(other);
    return [...new Set([...here, ...there])]
      .filter((learner) => {
        const group = week.groupOf(learner);
        const byGroup = (at: Slot) => group !== null && at.groups.includes(group);
        const isHere = here.has(learner) || byGroup(slot);
        const isThere = there.has(learner) || byGroup(other);
        return isHere && isThere && !(byGroup(slot) && byGroup(other));
      })
      .map((learner): Clash => ({
        kind: 'learner-twice',
        slot: slot.slot,
        other: other.slot,
        learner,
      }));
  });
}

function seatClashes(slot: Slot, beside: readonly Slot[], { seats, usable }: Week): Clash[] {
  const own = seats.filter((seat) => seat.slot === slot.slot && seat.station !== null);
  const others = new Set([slot.slot, ...beside.map((each) => each.slot)]);
  return own.flatMap(({ station, learner }): Clash[] => {
    if (station === null) return [];
    const taken = seats.find(
      (seat) => seat.station === station && others.has(seat.slot) && seat.learner !== learner,
    );
    return [
      ...(usable.has(station) ? [] : [{ kind: 'seat-out' as const, slot: slot.slot, station }]),
      ...(taken === undefined
        ? []
        : [{ kind: 'seat-twice' as const, slot: slot.slot, other: taken.slot, station }]),
    ];
  });
}

function capacity(slot: Slot, beside: readonly Slot[], week: Week): Clash[] {
  const moments = [slot.begins, ...beside.map(({ begins }) => begins)].filter(
    (moment) => slot.begins <= moment && moment < slot.ends,
  );
  const together = moments.map((moment) =>
    countOf(
      [slot, ...beside].filter(({ begins, ends }) => begins <= moment && moment < ends),
      week,
    ),
  );
  const learners = Math.max(...together);
  const seats = week.usable.size;
  return learners > seats ? [{ kind: 'too-few', slot: slot.slot, learners, seats }] : [];
}

/** How many are to be in these slots: their groups, and whoever has a place besides. */
function countOf(slots: readonly Slot[], { seats, groups, groupOf }: Week): number {
  const all = new Set(slots.flatMap((each) => each.groups));
  const at = new Set(slots.map(({ slot }) => slot));
  const guests = new Set(
    seats.flatMap(({ slot, learner }) => {
      const group = groupOf(learner);
      return at.has(slot) && (group === null || !all.has(group)) ? [learner] : [];
    }),
  );
  const members = [...all].reduce((sum, group) => sum + (groups.get(group)?.learners ?? 0), 0);
  return members + guests.size;
}
