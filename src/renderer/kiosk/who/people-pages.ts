import { familyOf } from '../../../domain/tiles/families.ts';
import { tileColours } from '../../../shared/contracts/documents/directory.ts';
import type { PeopleView } from '../../../shared/contracts/ipc/views.ts';
import { drawings, familyNames } from '../../../shared/contracts/drawings.ts';
import type { DrawingFamily } from '../../../shared/contracts/drawings.ts';

/** As many tiles as one page shows with everybody's name. */
export const fewPeople = 12;
/** As many as a page shows with names in one line; a group of more is asked for the family first. */
const somePeople = 24;
/** Rows and columns of the smallest tiles: 96 px each at 1024×768, without words. */
const densest = { columns: 10, rows: 6 };
/** Where even those fill more than a page, the arrows beside them take room, and nothing becomes smaller for it. */
const turned = { columns: 7, rows: 6 };

export type Group = PeopleView['groups'][number];
export type Person = PeopleView['learners'][number];

/** A family of pictures; `other` for those that only newer software draws. */
export type FamilyName = DrawingFamily | 'other';

export interface Family {
  readonly family: FamilyName;
  readonly people: readonly Person[];
}

/** What has been touched so far. */
export interface Touched {
  readonly group: string | null;
  readonly family: FamilyName | null;
}
export const nothingTouched: Touched = { group: null, family: null };

export type WhoStep =
  | { readonly show: 'not-ready' | 'nobody' }
  | { readonly show: 'groups'; readonly groups: readonly Group[] }
  | {
      readonly show: 'families';
      readonly group: Group | null;
      readonly families: readonly Family[];
    }
  | {
      readonly show: 'tiles';
      readonly group: Group | null;
      readonly family: FamilyName | null;
      readonly learners: readonly Person[];
    };

/**
 * What "Who are you?" shows: everybody's tile while they fit one page and no two look alike, else
 * group symbols first; of a group that fills more than a page, families of pictures next ([KSK3]).
 */
export function whoStep(people: PeopleView, touched: Touched): WhoStep {
  if (people.learners.length === 0) return { show: people.ready ? 'nobody' : 'not-ready' };
  const members = membersByGroup(people);
  const groups = people.groups.filter(({ group }) => members.has(group));
  const group = groups.find((each) => each.group === touched.group) ?? null;
  if (group !== null) return inGroup(group, members.get(group.group) ?? [], touched);
  const all = { show: 'tiles', group: null, family: null, learners: people.learners } as const;
  if (people.learners.length <= fewPeople && tilesDiffer(people.learners)) return all;
  return groups.length > 1 ? { show: 'groups', groups } : inGroup(null, people.learners, touched);
}

function inGroup(group: Group | null, learners: readonly Person[], touched: Touched): WhoStep {
  const families = familiesOf(learners);
  const family = families.find((each) => each.family === touched.family) ?? null;
  if (family !== null) {
    return { show: 'tiles', group, family: family.family, learners: family.people };
  }
  if (learners.length > somePeople && families.length > 1) {
    return { show: 'families', group, families };
  }
  return { show: 'tiles', group, family: null, learners: byPicture(learners) };
}

/** How a page of `count` things is laid out: the fewer, the larger, and with words while they fit. */
export function pageFor(count: number): Readonly<{
  columns: number;
  rows: number;
  words: 'full' | 'line' | 'none';
}> {
  if (count <= fewPeople) return { columns: 6, rows: 2, words: 'full' };
  if (count <= somePeople) return { columns: 6, rows: 4, words: 'line' };
  const onePage = count <= densest.columns * densest.rows;
  return { ...(onePage ? densest : turned), words: 'none' };
}

function membersByGroup({ learners }: PeopleView): ReadonlyMap<string, readonly Person[]> {
  const members = new Map<string, Person[]>();
  for (const learner of learners) {
    const known = members.get(learner.group);
    if (known === undefined) members.set(learner.group, [learner]);
    else known.push(learner);
  }
  return members;
}

function familiesOf(learners: readonly Person[]): readonly Family[] {
  const names: readonly FamilyName[] = [...familyNames, 'other'];
  const sorted = byPicture(learners);
  return names
    .map((family) => ({
      family,
      people: sorted.filter(({ tile }) => (familyOf(tile.picture) ?? 'other') === family),
    }))
    .filter(({ people }) => people.length > 0);
}

const places: ReadonlyMap<string, number> = new Map(
  drawings.map((name, place) => [name, place] as const),
);
const placeOf = ({ tile }: Person) => places.get(tile.picture) ?? drawings.length;

/** The same pictures beside each other, their grounds in one order, so that they are told apart at a look. */
function byPicture(learners: readonly Person[]): readonly Person[] {
  const ground = ({ tile }: Person) => tileColours.indexOf(tile.colour);
  return learners.toSorted((a, b) => placeOf(a) - placeOf(b) || ground(a) - ground(b));
}

/** Tiles are unique within a group only. */
function tilesDiffer(learners: readonly Person[]): boolean {
  const looks = learners.map(({ tile }) => `${tile.picture} ${tile.colour}`);
  return new Set(looks).size === looks.length;
}
