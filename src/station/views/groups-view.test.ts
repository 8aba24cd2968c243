import { expect, it } from 'vitest';
import type { Actor } from '../../domain/permissions.ts';
import {
  directoryDocumentSchema,
  learnerAccountSchema,
} from '../../shared/contracts/documents/directory.ts';
import { courseIdSchema, staffIdSchema } from '../../shared/ids.ts';
import { groupsView } from './groups-view.ts';

const groupOf = (km: string, index: number) => {
  const group = `gr-aaaaaaa${index + 2}`;
  const base = { _id: `group:${group}`, type: 'group', v: 1, hubSeq: 1, group, symbol: 'rice' };
  const document = directoryDocumentSchema.parse({ ...base, name: { km } });
  if (document.type !== 'group') throw new Error('no group');
  return [document.group, document] as const;
};

it('[PRM5] groups stand by name, and by number where they have one', () => {
  const names = ['ក្រុម ១០', 'ខ', 'ក្រុម ២', 'ក្រុម 9'];
  const groups = new Map(names.map(groupOf));
  const person = staffIdSchema.parse('of-aaaaaaaaaaaa');
  const officer: Actor = { person, role: 'officer', scopes: ['men'], groups: [] };
  const nobody = { groups, learners: new Map(), enrolments: new Map() };
  const shown = groupsView(nobody, new Map(), officer).groups;
  expect(shown.map(({ name }) => name.km)).toEqual(['ក្រុម ២', 'ក្រុម 9', 'ក្រុម ១០', 'ខ']);
});

it('[LST5] groups have the time and the courses of those who may sign in', () => {
  const groups = new Map([groupOf('ក', 0)]);
  const [group] = groups.keys();
  const account = (id: string, over: object = {}) => {
    const tile = { picture: 'fish', colour: 'leaf' };
    const said = { name: { km: id }, group, tile, language: 'km', disabled: false };
    return learnerAccountSchema.parse({ learner: `ln-${id.repeat(12)}`, ...said, ...over });
  };
  const accounts = [account('a'), account('b'), account('c', { disabled: true })];
  const ids = accounts.map(({ learner }) => learner);
  const [few, many] = ['org.rean.sewing', 'org.rean.numbers'].map((id) => courseIdSchema.parse(id));
  if (few === undefined || many === undefined) throw new Error('two were named');
  const into = [[few, many], [many], [few]].map((courses) => new Set(courses));
  const outOf = new Set<never>();
  const directory = {
    groups,
    learners: new Map(accounts.map((each) => [each.learner, each])),
    enrolments: new Map(
      ids.map((id, at) => [id, { into: into[at] ?? new Set<never>(), outOf }] as const),
    ),
  };
  const summaries = new Map(ids.map((id) => [id, { activeMs: 90_000 }]));
  const person = staffIdSchema.parse('of-aaaaaaaaaaaa');
  const officer: Actor = { person, role: 'officer', scopes: ['men'], groups: [] };
  expect(groupsView(directory, summaries, officer).groups).toMatchObject([
    { learners: 2, activeMs: 180_000, courses: [many, few] },
  ]);
});
