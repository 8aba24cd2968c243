import { commandIdSchema } from '../../shared/ids.ts';
import type { CommandId, GroupId } from '../../shared/ids.ts';
import { clashesAt } from './clashes.ts';
import type { Week } from './clashes.ts';
import { plannedMinutes } from './group-hours.ts';
import { inWeekOrder, lengthOf, overlap } from './slots.ts';
import type { Slot } from './slots.ts';

/**
 * What would even out the hours of groups ([TTB6]). Only proposed: a person does it, or something else. The
 * same week gives the same suggestions, in the same order, and each can be done after those before it.
 */

/** What a group is to get a week, and what it got. */
export interface Due {
  readonly quota: number;
  /** In the last seven days; null where it is not known which day it is. */
  readonly got: number | null;
}

export type SuggestedDeed =
  /** Into a slot of its scope that has room. */
  | { readonly kind: 'join'; readonly slot: CommandId }
  /** At a time of day that the week knows, on a day on which nobody is there then. */
  | { readonly kind: 'new' }
  /** In the place of a group that keeps its hours without this slot. */
  | { readonly kind: 'instead'; readonly slot: CommandId; readonly of: GroupId };

export interface Suggestion extends Pick<Slot, 'weekday' | 'begins' | 'ends'> {
  readonly group: GroupId;
  readonly deed: SuggestedDeed;
  readonly quota: number;
  readonly got: number | null;
  /** A week, as things stand before it. */
  readonly planned: number;
}

/** A way to give a group minutes, and the week after it. */
interface Way {
  readonly at: Slot;
  readonly deed: SuggestedDeed;
  readonly after: readonly Slot[];
}

const mostSuggestions = 6;
/** On which a lab may be open, and on others where somebody has planned something. */
const workdays = [1, 2, 3, 4, 5] as const;

/** @param due groups that are to get so much a week; the others are left as they are */
export function suggest(week: Week, due: ReadonlyMap<GroupId, Due>): Suggestion[] {
  const suggestions: Suggestion[] = [];
  const there = new Set(week.slots.map(({ slot }) => slot));
  let slots: readonly Slot[] = inWeekOrder(week.slots);
  while (suggestions.length < mostSuggestions) {
    const found = firstWay({ week: { ...week, slots }, due, there, number: suggestions.length });
    if (found === null) break;
    suggestions.push(found.suggestion);
    slots = inWeekOrder(found.after);
  }
  return suggestions;
}

function firstWay(need: Omit<Need, 'room'>) {
  const { week, due } = need;
  for (const group of neediest(week, due)) {
    const own = due.get(group);
    if (own === undefined) continue;
    const planned = plannedMinutes(group, week.slots);
    const way = wayFor(group, { ...need, room: own.quota - planned });
    if (way === null) continue;
    const { weekday, begins, ends } = way.at;
    const suggestion = { group, deed: way.deed, weekday, begins, ends, planned, ...own };
    return { suggestion, after: way.after };
  }
  return null;
}

/** Those short of their hours: who is planned the smallest part of them, then who got least, then by id. */
function neediest(week: Week, due: ReadonlyMap<GroupId, Due>): GroupId[] {
  return [...due]
    .filter(([group]) => week.groups.has(group))
    .map(([group, { quota, got }]) => ({
      group,
      planned: plannedMinutes(group, week.slots) / quota,
      got: (got ?? 0) / quota,
    }))
    .filter(({ planned }) => planned < 1)
    .toSorted((a, b) => a.planned - b.planned || a.got - b.got || (a.group < b.group ? -1 : 1))
    .map(({ group }) => group);
}

interface Need {
  readonly week: Week;
  readonly due: ReadonlyMap<GroupId, Due>;
  /** Minutes still due to the group: no suggestion gives it more. */
  readonly room: number;
  readonly number: number;
  /** Slots that are there already: what is only suggested can't be joined yet. */
  readonly there: ReadonlySet<CommandId>;
}

function wayFor(group: GroupId, need: Need): Way | null {
  return joining(group, need) ?? opening(group, need) ?? replacing(group, need);
}

function joining(group: GroupId, { week, room, there }: Need): Way | null {
  const ways = week.slots
    .filter((slot) => there.has(slot.slot) && isForMore(slot, group, room))
    .map((slot): Way => {
      const at = { ...slot, groups: [...slot.groups, group] };
      return { at, deed: { kind: 'join', slot: slot.slot }, after: replaced(week.slots, at) };
    });
  return ways.find((way) => fits(way, week)) ?? null;
}

function opening(group: GroupId, { week, room, number }: Need): Way | null {
  const known = week.groups.get(group);
  if (known === undefined) return null;
  const times = distinctTimes(week.slots).filter((time) => time.ends - time.begins <= room);
  const used = new Set([...workdays, ...week.slots.map(({ weekday }) => weekday)]);
  for (const weekday of [...used].sort((a, b) => a - b)) {
    for (const time of times) {
      const at = { ...time, weekday, scope: known.scope, groups: [group], slot: standIn(number) };
      if (week.slots.some((each) => overlap(each, at))) continue;
      const way: Way = { at, deed: { kind: 'new' }, after: [...week.slots, at] };
      if (fits(way, week)) return way;
    }
  }
  return null;
}

function replacing(group: GroupId, { week, due, room, there }: Need): Way | null {
  for (const slot of week.slots) {
    if (!there.has(slot.slot) || !isForMore(slot, group, room)) continue;
    const of = slot.groups.find((each) => {
      const quota = due.get(each)?.quota;
      return quota !== undefined && plannedMinutes(each, week.slots) - lengthOf(slot) >= quota;
    });
    if (of === undefined) continue;
    const at = { ...slot, groups: slot.groups.map((each) => (each === of ? group : each)) };
    const deed = { kind: 'instead', slot: slot.slot, of } as const;
    const way: Way = { at, deed, after: replaced(week.slots, at) };
    if (fits(way, week)) return way;
  }
  return null;
}

const isForMore = (slot: Slot, group: GroupId, room: number) =>
  lengthOf(slot) <= room && !slot.groups.includes(group);

/** Nothing clashes; a group larger than the room has it for itself. */
function fits({ at, after }: Way, week: Week): boolean {
  return clashesAt(at, { ...week, slots: after }).every(
    ({ kind }) => kind === 'seat-out' || (kind === 'too-few' && at.groups.length === 1),
  );
}

function replaced(slots: readonly Slot[], by: Slot): Slot[] {
  return slots.map((each) => (each.slot === by.slot ? by : each));
}

function distinctTimes(slots: readonly Slot[]): Pick<Slot, 'begins' | 'ends'>[] {
  const times = new Map(
    slots.map(({ begins, ends }) => [begins * 10_000 + ends, { begins, ends }]),
  );
  return [...times].toSorted(([a], [b]) => a - b).map(([, time]) => time);
}

/** A slot that is not there yet, for those of one answer. */
const standIn = (number: number): CommandId =>
  commandIdSchema.parse(`cm-${String(number).padStart(16, 'z')}`);
