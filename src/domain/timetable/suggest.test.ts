import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { groupId, slotId, slotOf, weekOf } from '../../../tests/factories/weeks.ts';
import type { GroupScope } from '../../shared/contracts/group-scope.ts';
import { groupScopes } from '../../shared/contracts/group-scope.ts';
import { clashesAt, isRefused } from './clashes.ts';
import type { Week } from './clashes.ts';
import { plannedMinutes } from './group-hours.ts';
import { overlap } from './slots.ts';
import type { Slot } from './slots.ts';
import { suggest } from './suggest.ts';
import type { Due, Suggestion } from './suggest.ts';

const due = (of: Readonly<Record<number, Due>>) =>
  new Map(Object.entries(of).map(([group, each]) => [groupId(Number(group)), each]));

/** The week once a person has done what was suggested. */
function done(week: Week, { group, deed, weekday, begins, ends }: Suggestion, at: number): Week {
  const scope = week.groups.get(group)?.scope ?? 'men';
  if (deed.kind === 'new') {
    const made: Slot = { slot: slotId(900 + at), weekday, begins, ends, scope, groups: [group] };
    return { ...week, slots: [...week.slots, made] };
  }
  const slots = week.slots.map((slot) => {
    if (slot.slot !== deed.slot) return slot;
    const left =
      deed.kind === 'instead' ? slot.groups.filter((each) => each !== deed.of) : slot.groups;
    return { ...slot, groups: [...left, group] };
  });
  return { ...week, slots };
}

/** How uneven it is: by how much each group is short of its hours, squared so that the worst counts most. */
function spread({ slots }: Week, all: ReadonlyMap<ReturnType<typeof groupId>, Due>): number {
  return [...all].reduce((sum, [group, { quota }]) => {
    const short = Math.max(0, 1 - plannedMinutes(group, slots) / quota);
    return sum + short * short;
  }, 0);
}

describe('[TTB6] what would even out the hours', () => {
  it('puts a group into a slot of its scope that has room, and says what it is short of', () => {
    const slots = [slotOf(), slotOf({ at: 2, weekday: 3, scope: 'women', groups: [3] })];
    expect(suggest(weekOf({ slots }), due({ 2: { quota: 360, got: 120 } }))[0]).toEqual({
      group: groupId(2),
      deed: { kind: 'join', slot: slotId(1) },
      weekday: 1,
      begins: 480,
      ends: 600,
      quota: 360,
      got: 120,
      planned: 0,
    });
  });

  it('finds a time that is free on another day, and then a group with hours to spare', () => {
    const full = { groups: { 1: ['men', 8], 2: ['men', 8] } } as const;
    const twoDays = [slotOf(), slotOf({ at: 2, weekday: 2, begins: 840, ends: 960 })];
    const [free] = suggest(
      weekOf({ slots: twoDays, ...full }),
      due({ 2: { quota: 120, got: null } }),
    );
    expect(free).toMatchObject({ deed: { kind: 'new' }, weekday: 1, begins: 840, ends: 960 });
    const everyDay = [1, 2, 3, 4, 5].map((weekday) => slotOf({ at: weekday, weekday }));
    const [swap] = suggest(
      weekOf({ slots: everyDay, ...full }),
      due({ 1: { quota: 480, got: 500 }, 2: { quota: 120, got: 0 } }),
    );
    expect(swap).toMatchObject({ deed: { kind: 'instead', slot: slotId(1), of: groupId(1) } });
  });

  it('begins with whom the week gives least, then who got least', () => {
    const slots = [slotOf({ groups: [] }), slotOf({ at: 2, weekday: 2, groups: [] })];
    const of = due({ 1: { quota: 120, got: 120 }, 2: { quota: 120, got: 0 } });
    expect(suggest(weekOf({ slots }), of).map(({ group }) => group)).toEqual([
      groupId(2),
      groupId(1),
    ]);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'makes no clash, evens out with every step and is the same again (seed %i)',
    (seed) => {
      const { week, all } = anyWeek(seed);
      const suggestions = suggest(week, all);
      expect(suggest({ ...week, slots: week.slots.toReversed() }, all)).toEqual(suggestions);
      let before = week;
      for (const [at, suggestion] of suggestions.entries()) {
        const after = done(before, suggestion, at);
        const crowded = (of: Week) =>
          of.slots.flatMap((slot) => clashesAt(slot, of)).filter((clash) => isRefused(clash));
        expect(crowded(after)).toEqual([]);
        expect(spread(after, all)).toBeLessThan(spread(before, all));
        expect(plannedMinutes(suggestion.group, after.slots)).toBeLessThanOrEqual(suggestion.quota);
        before = after;
      }
    },
  );

  it('has its say about forty groups of 5,000 learners', () => {
    const groups = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        at + 1,
        [groupScopes[at % 3] ?? 'men', 125] satisfies [GroupScope, number],
      ]),
    );
    const slots = Array.from({ length: 30 }, (_, at) =>
      slotOf({
        at: at + 1,
        weekday: 1 + (at % 6),
        begins: 420 + 60 * Math.floor(at / 6),
        ends: 480 + 60 * Math.floor(at / 6),
        scope: groupScopes[at % 3] ?? 'men',
        groups: [at + 1],
      }),
    );
    const all = new Map(
      Array.from({ length: 40 }, (_, at) => [groupId(at + 1), { quota: 60, got: 0 }] as const),
    );
    const week = weekOf({ slots, groups });
    // Groups larger than the room share it with nobody, and every hour of the six days is taken.
    expect(suggest(week, all)).toEqual([]);
    const free = { ...week, slots: slots.slice(0, 25) };
    expect(suggest(free, all).map(({ deed }) => deed.kind)).toEqual(
      Array.from({ length: 5 }, () => 'new'),
    );
  });
});

/** Any week without clashes, with groups of every scope and size, and hours that it falls short of. */
function anyWeek(seed: number) {
  const random = seededRandomness(seed);
  const below = (most: number) => Math.floor(random.fraction() * most);
  const count = 1 + below(12);
  const groups = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      at + 1,
      [groupScopes[below(3)] ?? 'men', 1 + below(12)] satisfies [GroupScope, number],
    ]),
  );
  const slots: Slot[] = [];
  for (let at = 1; at <= 14; at += 1) {
    const group = 1 + below(count);
    const begins = 420 + 30 * below(16);
    const scope = groups[group]?.[0] ?? 'men';
    const slot = slotOf({
      at,
      weekday: 1 + below(5),
      begins,
      ends: begins + 60 + 30 * below(3),
      scope,
      groups: [group],
    });
    const beside = slots.filter((each) => overlap(each, slot));
    if (beside.every((each) => each.scope === scope && !each.groups.includes(groupId(group)))) {
      slots.push(slot);
    }
  }
  const all = new Map(
    Array.from({ length: count }, (_, at) => [
      groupId(at + 1),
      { quota: 60 * (1 + below(8)), got: below(2) === 0 ? null : 30 * below(10) },
    ]),
  );
  return { week: weekOf({ slots, groups, stations: 2 + below(8) }), all };
}
