import { expect, it } from 'vitest';
import type { Actor, Role } from '../../domain/permissions.ts';
import type { GroupScope } from '../../shared/contracts/group-scope.ts';
import type { RoomCount } from '../../shared/contracts/reading-room.ts';
import { commandIdSchema, staffIdSchema } from '../../shared/ids.ts';
import { readingRoomView } from './reading-room-view.ts';

const by = staffIdSchema.parse('of-aaaaaaaaaaaa');
const day = '2026-11-22';

const counts: readonly RoomCount[] = [
  { kind: 'visits', day, scope: 'women', people: 3 },
  { kind: 'visits', day, scope: 'men', people: 27 },
  { kind: 'loans', day, topic: 'law', lent: 1, returned: 0 },
  { kind: 'loans', day, topic: 'stories', lent: 8, returned: 5 },
];
const known = {
  staff: new Map(),
  roomEntries: new Map(
    counts.map((count, at) => {
      const id = commandIdSchema.parse(`cm-${String(at).padStart(16, '0')}`);
      return [id, { id, hubSeq: at + 1, by, count, corrects: null }];
    }),
  ),
};
const actor = (role: Role, scopes: readonly GroupScope[]): Actor => ({
  person: by,
  role,
  scopes,
  groups: [],
});
const viewOf = (role: Role, scopes: readonly GroupScope[]) =>
  readingRoomView(known, actor(role, scopes), { span: 'day' }, day);

it('[LIB6] [LIB5] tells figures in steps of five, of one’s scopes alone', () => {
  const period = {
    from: day,
    lent: 5,
    returned: 5,
    topics: [
      { topic: 'stories', lent: 5, returned: 5 },
      { topic: 'law', lent: 'few', returned: 0 },
    ],
  };
  const visits = (role: Role, scopes: readonly GroupScope[]) =>
    viewOf(role, scopes).periods[0]?.visits;
  expect(viewOf('officer', ['men', 'women']).periods).toMatchObject([period]);
  expect(visits('officer', ['men', 'women'])).toEqual([
    { scope: 'men', count: 25 },
    { scope: 'women', count: 'few' },
  ]);
  expect(visits('officer', ['women'])).toEqual([{ scope: 'women', count: 'few' }]);
  expect(visits('programme', [])).toEqual([{ scope: null, count: 30 }]);
  expect(visits('officer', [])).toEqual([]);
});

it('[LIB6] tells entries as they were counted to those who may correct them, newest first', () => {
  const of = (role: Role, scopes: readonly GroupScope[]) =>
    viewOf(role, scopes).entries.map(({ count }) =>
      count.kind === 'visits' ? count.scope : count.topic,
    );
  expect(of('officer', ['men', 'women'])).toEqual(['stories', 'law', 'men', 'women']);
  expect(of('site-manager', ['women'])).toEqual(['stories', 'law', 'women']);
  expect(of('programme', [])).toEqual([]);
});
