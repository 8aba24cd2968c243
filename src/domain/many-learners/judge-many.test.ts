import { describe, expect, it } from 'vitest';
import { learnerAccountSchema } from '../../shared/contracts/documents/directory.ts';
import type { SignInState } from '../../shared/contracts/ipc/views.ts';
import type { ManyDeed } from '../../shared/contracts/many-learners.ts';
import { courseIdSchema, groupIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import { noEnrolments } from '../course/takes-course.ts';
import { mostInGroup } from '../tiles/tile-rack.ts';
import { judgeMany, previewMany } from './judge-many.ts';
import type { PreviewGround } from './judge-many.ts';

const men = groupIdSchema.parse('gr-aaaaaaaa');
const others = groupIdSchema.parse('gr-bbbbbbbb');
const unknown = groupIdSchema.parse('gr-zzzzzzzz');
const open = courseIdSchema.parse('org.rean.numbers');
const chosen = courseIdSchema.parse('org.rean.sewing');
const id = (letter: string) => learnerIdSchema.parse(`ln-${letter.repeat(12)}`);
const accountOf = (letter: string, over: object = {}) =>
  learnerAccountSchema.parse({
    learner: id(letter),
    name: { km: letter },
    sex: 'male',
    birthYear: 1990,
    group: men,
    tile: { picture: 'fish', colour: 'leaf' },
    card: '123455',
    language: 'km',
    disabled: false,
    ...over,
  });
const accounts = [
  accountOf('a'),
  accountOf('b', { disabled: true }),
  accountOf('c', { group: others }),
  accountOf('d', { sex: 'female', card: null }),
  accountOf('e'),
];
const all = [...accounts.map(({ learner }) => learner), id('n')];

const ground = (over: Partial<PreviewGround> = {}): PreviewGround => ({
  account: (learner) => accounts.find((each) => each.learner === learner),
  scope: (group) => (group === unknown ? undefined : 'men'),
  members: () => 3,
  year: 2026,
  enrolments: () => noEnrolments,
  course: (course) => (course === chosen ? { id: course, enrolment: 'officer' } : { id: course }),
  signIn: () => 'own',
  ...over,
});

/** Why each is left out, by letter; nothing for whom it is done. */
function whys(deed: ManyDeed, over: Partial<PreviewGround> = {}) {
  const { done, left } = previewMany(deed, all, ground(over));
  expect(done.length + left.length).toBe(all.length);
  return Object.fromEntries(left.map(({ learner, why }) => [learner.slice(-1), why]));
}

describe('[LST3] about whom something is done', () => {
  it('moves who is elsewhere, fits and has an account that is open', () => {
    const move = { deed: 'move', group: others, misfits: false } as const;
    expect(whys(move)).toEqual({ b: 'closed', c: 'there', d: 'misfit', n: 'gone' });
    expect(whys({ ...move, misfits: true })).toEqual({ b: 'closed', c: 'there', n: 'gone' });
    expect(whys({ ...move, group: unknown })).toMatchObject({ a: 'gone', e: 'gone' });
  });

  it('moves nobody into a group that is full, in the order asked', () => {
    const move = { deed: 'move', group: others, misfits: true } as const;
    const members = () => mostInGroup - 1;
    expect(whys(move, { members })).toMatchObject({ d: 'full', e: 'full' });
    expect(judgeMany(move, all, ground({ members })).done).toEqual([id('a')]);
  });

  it('asks about each once', () => {
    const twice = judgeMany({ deed: 'close' }, [id('a'), id('a')], ground());
    expect(twice).toEqual({ done: [id('a')], left: [] });
  });

  it('puts into courses who is not in all of them, and takes out who takes one', () => {
    const enrolments: PreviewGround['enrolments'] = (learner) => ({
      into: new Set(learner === id('a') ? [chosen, open] : [chosen]),
      outOf: new Set(),
    });
    const into = { deed: 'enrol', courses: [chosen, open], active: true } as const;
    const asked: ManyDeed = { ...into, courses: [...into.courses] };
    expect(whys(asked, { enrolments })).toEqual({ a: 'there', b: 'closed', n: 'gone' });
    const out = (course: typeof open): ManyDeed => ({
      deed: 'enrol',
      courses: [course],
      active: false,
    });
    expect(whys(out(chosen))).toMatchObject({ a: 'not-there', e: 'not-there' });
    expect(whys(out(open))).toEqual({ b: 'closed', n: 'gone' });
    const gone = () => ({ into: new Set<never>(), outOf: new Set([open]) });
    expect(whys(out(open), { enrolments: gone })).toMatchObject({ a: 'not-there' });
  });

  it('prints cards of those who have a number, and gives numbers to who can’t sign in', () => {
    expect(whys({ deed: 'cards' })).toEqual({ b: 'closed', d: 'no-card', n: 'gone' });
    const states: Record<string, SignInState> = { [id('a')]: 'none', [id('e')]: 'number' };
    const signIn = (learner: string) => states[learner] ?? 'own';
    expect(whys({ deed: 'numbers', anew: false }, { signIn })).toMatchObject({
      c: 'signs-in',
      e: 'has-number',
    });
    expect(whys({ deed: 'numbers', anew: true }, { signIn })).not.toHaveProperty('e');
  });

  it('closes what is open', () => {
    expect(whys({ deed: 'close' })).toEqual({ b: 'closed', n: 'gone' });
  });
});
