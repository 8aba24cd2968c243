import type { LearnerCard, PeopleView } from '../../../shared/contracts/ipc/views.ts';

/** As many tiles as one page shows without arrows. */
export const fewPeople = 12;

export type Group = PeopleView['groups'][number];

export type WhoStep =
  | { readonly show: 'not-ready' | 'nobody' }
  | { readonly show: 'groups'; readonly groups: readonly Group[] }
  | {
      readonly show: 'tiles';
      readonly group: Group | null;
      readonly learners: readonly LearnerCard[];
    };

/**
 * What "Who are you?" shows: everybody's tile while they fit one page and no two look alike, else
 * group symbols first ([KSK3]).
 *
 * @param chosen the group whose symbol was touched, if any
 */
export function whoStep(people: PeopleView, chosen: string | null): WhoStep {
  if (people.learners.length === 0) return { show: people.ready ? 'nobody' : 'not-ready' };
  const groups = people.groups.filter((group) => membersOf(people, group).length > 0);
  const group = groups.find((each) => each.group === chosen) ?? null;
  if (group !== null) return { show: 'tiles', group, learners: membersOf(people, group) };
  const all = { show: 'tiles', group: null, learners: people.learners } as const;
  if (people.learners.length <= fewPeople && tilesDiffer(people.learners)) return all;
  return groups.length > 1 ? { show: 'groups', groups } : all;
}

const membersOf = (people: PeopleView, group: Group) =>
  people.learners.filter((learner) => learner.group === group.group);

/** Tiles are unique within a group only. */
function tilesDiffer(learners: readonly LearnerCard[]): boolean {
  const looks = learners.map(({ tile }) => `${tile.picture} ${tile.colour}`);
  return new Set(looks).size === looks.length;
}
