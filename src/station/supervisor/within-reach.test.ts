import { BehaviorSubject, map } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/permissions.ts';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import { learnersViewSchema, roomViewSchema } from '../../shared/contracts/ipc/views.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { GroupId } from '../../shared/ids.ts';
import { learnersWithin, reachedRoom$, roomWithin } from './within-reach.ts';

const groupOf = (group: string, scope?: string) => {
  const document = directoryDocumentSchema.parse({
    _id: `group:${group}`,
    type: 'group',
    v: 1,
    hubSeq: 1,
    group,
    name: { km: 'ក' },
    symbol: 'rice',
    ...(scope ? { scope } : {}),
  });
  if (document.type !== 'group') throw new Error('no group');
  return document;
};

const men = groupOf('gr-aaaaaaaa');
const others = groupOf('gr-bbbbbbbb', 'men');
const women = groupOf('gr-cccccccc', 'women');
const groups = new Map([men, others, women].map((each) => [each.group, each]));

const learnerOf = (group: GroupId, index: number) => ({
  learner: `ln-aaaaaaaaaaa${index}`,
  name: { km: 'សុខ' },
  group,
  tile: { picture: 'fish', colour: 'leaf' },
});
const counts = { attempts: 1, right: 1 };
const learners = [men, others, women].map(({ group }, index) => learnerOf(group, index));
const list = learnersViewSchema.parse({
  learners: learners.map((learner) => ({
    learner,
    groupName: { km: 'ក' },
    ...counts,
    lessonsDone: 0,
    lessonsBegun: 0,
    activeMs: 0,
    wrongTries: 0,
    signIn: 'own',
    disabled: false,
    scope: 'men',
    into: [],
    outOf: [],
    lastDay: null,
    needsHelp: false,
  })),
  today: null,
});
const room = roomViewSchema.parse({
  seats: learners.map((learner, index) => ({
    station: `st-aaaaaaa${index}`,
    name: { km: 'ទី' },
    seat: index + 1,
    inTouch: true,
    lastContactAgeMs: 0,
    waiting: 0,
    health: null,
    lock: null,
    paused: false,
    awaited: false,
    expecting: false,
    closing: false,
    leaving: null,
    mayAct: false,
    place: null,
    sitting: {
      learner,
      lesson: null,
      reviewing: false,
      helpAsked: false,
      stuck: null,
      quiet: null,
      until: null,
      ...counts,
    },
  })),
  present: 3,
});

const actor = (role: Actor['role'], over: Partial<Actor> = {}): Actor => ({
  person: staffIdSchema.parse('of-aaaaaaaaaaaa'),
  role,
  scopes: ['men', 'women', 'minors'],
  groups: [],
  ...over,
});

function shown(who: Actor) {
  const seen = learnersWithin(list, who, { groups }).learners.map(({ learner }) => learner.group);
  const { seats, present } = roomWithin(room, who, { groups });
  expect(seats).toHaveLength(3);
  const seated = seats.flatMap(({ sitting }) => sitting?.learner.group ?? []);
  expect([seated, present]).toEqual([seen, seen.length]);
  return seen;
}

describe('[PRM5] a supervisor window shows', () => {
  it('an officer and a site manager the learners of their scopes', () => {
    expect(shown(actor('officer'))).toEqual([men.group, others.group, women.group]);
    expect(shown(actor('site-manager', { scopes: ['men'] }))).toEqual([men.group, others.group]);
    expect(shown(actor('officer', { scopes: ['women'] }))).toEqual([women.group]);
    expect(shown(actor('officer', { scopes: [] }))).toEqual([]);
  });

  it('nobody any more once their group is of another scope, though nothing else moves', () => {
    const directory = new BehaviorSubject({ groups });
    const seen: number[] = [];
    const view$ = reachedRoom$(
      new BehaviorSubject(room),
      directory,
      actor('officer', { scopes: ['men'] }),
    );
    view$.pipe(map(({ present }) => present)).subscribe((present) => seen.push(present));
    directory.next({ groups });
    const moved = groupOf(others.group, 'women');
    directory.next({ groups: new Map([...groups, [moved.group, moved]]) });
    expect(seen).toEqual([2, 1]);
  });

  it('an instructor the learners of their own groups, within their scopes', () => {
    expect(shown(actor('instructor'))).toEqual([]);
    const own = { groups: [men.group, women.group] };
    expect(shown(actor('instructor', own))).toEqual([men.group, women.group]);
    expect(shown(actor('instructor', { ...own, scopes: ['men'] }))).toEqual([men.group]);
  });

  it('a technician and the programme team no learner', () => {
    expect(shown(actor('technician'))).toEqual([]);
    expect(shown(actor('programme', { groups: [men.group] }))).toEqual([]);
  });

  it('[PPL3] who is shut out to those who may let them in again', () => {
    const out = { ...list, learners: list.learners.map((row) => ({ ...row, disabled: true })) };
    const seen = (role: Actor['role']) =>
      learnersWithin(out, actor(role, { groups: [men.group] }), { groups }).learners.length;
    expect([seen('officer'), seen('site-manager'), seen('instructor')]).toEqual([3, 0, 0]);
  });

  it('nobody the learners of a group that is not known', () => {
    const none = learnersWithin(list, actor('officer'), { groups: new Map() });
    expect(none.learners).toEqual([]);
  });
});
