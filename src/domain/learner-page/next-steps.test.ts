import { describe, expect, it } from 'vitest';
import { courseIdSchema } from '../../shared/ids.ts';
import { lessonCardSchema, skillCardSchema } from '../../shared/contracts/ipc/views.ts';
import type { HomeView } from '../../shared/contracts/ipc/views.ts';
import { nextSteps } from './next-steps.ts';
import type { NextFacts } from './next-steps.ts';

const picture = { src: 'a.svg', alt: { km: 'រូប' } };
const base = 'pack://x/';
const lesson = (status: string, km = 'ស្រៈ') =>
  lessonCardSchema.parse({
    key: `org.rean.letters/${status}`,
    kind: 'lesson',
    pack: 'org.rean.letters',
    lesson: 'one',
    title: { km },
    picture,
    base,
    status,
    done: 0,
    total: 3,
    waitsFor: null,
    said: null,
  });
const skill = (km: string, right: number, answers: number, mastered = false) =>
  skillCardSchema.parse({
    id: 'add',
    title: { km },
    picture,
    right,
    needed: 4,
    of: 5,
    mastered,
    answers,
  });
const course = (over: Partial<HomeView['courses'][number]>): HomeView['courses'][number] => ({
  course: courseIdSchema.parse('org.rean.letters'),
  title: { km: 'អក្សរ' },
  picture,
  base,
  lessons: [lesson('begun')],
  skills: [],
  ...over,
});
const facts = (over: Partial<NextFacts> = {}): NextFacts => ({
  signIn: 'own',
  stuck: null,
  today: '2026-11-23',
  lastDay: '2026-11-23',
  due: 0,
  goOn: lesson('begun'),
  courses: [course({})],
  ...over,
});
const steps = (over: Partial<NextFacts>) => nextSteps(facts(over)).map(({ step }) => step);

describe('[LPG3] what to do next', () => {
  it('is to go on with what was begun, else with what is new, after what is due', () => {
    expect(nextSteps(facts())).toEqual([{ step: 'go-on', lesson: { km: 'ស្រៈ' } }]);
    expect(steps({ goOn: lesson('new'), due: 3 })).toEqual(['review', 'begin']);
  });

  it('is to ask where somebody is who was not here for a week, and to bring in who never was', () => {
    expect(nextSteps(facts({ lastDay: '2026-11-16' }))[0]).toEqual({ step: 'away', days: 7 });
    expect(steps({ lastDay: '2026-11-17' })).toEqual(['go-on']);
    expect(steps({ lastDay: null })).toEqual(['never', 'go-on']);
    // An unknown day says nobody is away.
    expect(steps({ today: null, lastDay: '2020-01-01' })).toEqual(['go-on']);
  });

  it('is help before everything but a sign-in', () => {
    const stuck = { lesson: { km: 'ស្រៈ' }, item: null, wrong: 5 };
    expect(steps({ stuck, signIn: 'none', lastDay: null })).toEqual([
      'sign-in',
      'help',
      'never',
      'go-on',
    ]);
  });

  it('names skills tried often and not mastered, the weakest first, two at most', () => {
    const skills = [
      skill('ក', 3, 9),
      skill('ខ', 1, 7),
      skill('គ', 0, 5),
      skill('ឃ', 4, 20, true),
      skill('ង', 2, 6),
    ];
    const named = nextSteps(facts({ courses: [course({ skills })] })).flatMap((each) =>
      each.step === 'skill' ? each.skill.km : [],
    );
    expect(named).toEqual(['ខ', 'ង']);
  });

  it('is another course once all is done, and a first one where there is none', () => {
    const courses = [course({ lessons: [lesson('done')] })];
    expect(steps({ goOn: null, courses, due: 2 })).toEqual(['review', 'all-done']);
    expect(steps({ goOn: null, courses: [] })).toEqual(['no-course']);
    // What waits for something else is not done.
    expect(steps({ goOn: null, courses: [course({ lessons: [lesson('new')] })] })).toEqual([]);
  });
});
