import { describe, expect, it } from 'vitest';
import { learnerPageSchema } from '../../../../../shared/contracts/ipc/views.ts';
import type { LessonCard } from '../../../../../shared/contracts/ipc/views.ts';
import { lessonKeySchema } from '../../../../../shared/contracts/documents/state.ts';
import { packIdSchema, semverSchema } from '../../../../../shared/ids.ts';
import { correctingOf, stateNow, waysFor } from './lesson-record.ts';
import type { LessonRecord } from './lesson-record.ts';

const pack = packIdSchema.parse('org.rean.test');
const version = semverSchema.parse('1.0.0');
const card: LessonCard = {
  ...learnerPageSchema.shape.courses.element.shape.lessons.element.parse({
    key: lessonKeySchema.parse('org.rean.test/first'),
    pack,
    kind: 'lesson',
    lesson: 'first',
    title: { km: 'ទីមួយ' },
    picture: { src: 'a.svg', alt: { km: 'ក' } },
    base: 'pack://test/',
    status: 'new',
    done: 0,
    total: 3,
    waitsFor: null,
    said: null,
  }),
};
const recorded = (run: number, completedRuns: number): LessonRecord => ({
  card,
  recorded: { pack, version, lesson: 'first', run, completedRuns },
});

describe('[COR3] what can be corrected of a lesson', () => {
  it('is to add where nothing is recorded, to strike what is done, either of what is begun', () => {
    expect(waysFor({ card, recorded: null })).toEqual(['add']);
    expect(waysFor(recorded(1, 1))).toEqual(['strike']);
    expect(waysFor(recorded(2, 1))).toEqual(['strike', 'add']);
    expect([recorded(1, 1), recorded(2, 1)].map(stateNow)).toEqual(['done', 'begun']);
  });

  it('points at the newest run', () => {
    expect(correctingOf(recorded(2, 1), null, { kind: 'strike', reason: 'helped' })).toEqual({
      kind: 'strike',
      reason: 'helped',
      pack,
      lesson: 'first',
      run: 2,
    });
  });

  it('adds in the version that is here, and nothing where none is', () => {
    const none = { card, recorded: null };
    const given = { kind: 'add', reason: 'on-paper' } as const;
    expect(correctingOf(none, version, given)).toMatchObject({ version, total: 3 });
    expect(correctingOf(none, null, given)).toBeNull();
  });
});
