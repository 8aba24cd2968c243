import { describe, expect, it } from 'vitest';
import { ids, openedEvent } from '../../../tests/factories/events.ts';
import type { Attendance } from '../../shared/contracts/viewing.ts';
import { staffIdSchema, viewingIdSchema } from '../../shared/ids.ts';
import { countDays, daysHere } from './days-here.ts';
import { foldLearner } from './fold-learner.ts';

const viewing = viewingIdSchema.parse('vw-aaaaaaaaaaaaaaaa');
const other = viewingIdSchema.parse('vw-bbbbbbbbbbbbbbbb');
const attended = (over: Partial<Attendance> = {}) => ({
  type: 'viewing.attended' as const,
  viewing,
  pack: ids.pack,
  version: ids.version,
  piece: 'film',
  day: '2026-11-20',
  shownMs: 600_000,
  answers: [{ pause: 0, asked: 12, right: 9 }],
  there: true,
  staff: staffIdSchema.parse('of-aaaaaaaaaaaa'),
  reason: null,
  ...over,
});
const fold = (...given: readonly ReturnType<typeof attended>[]) =>
  foldLearner(
    ids.learner,
    given.map((payload, index) => openedEvent(payload, { seq: index + 1 })),
  );

describe('[GRP5] films watched with a group', () => {
  it('count once, though they were sent twice, and are nothing the learner opened', () => {
    const state = fold(attended(), attended(), attended({ viewing: other, day: '2026-11-21' }));
    expect(Object.keys(state.viewings)).toEqual([viewing, other]);
    expect(state).toMatchObject({ pieces: {}, seat: null, activeMs: 0, attempts: 0 });
    expect(countDays(daysHere(state))).toBe(2);
  });

  it('[GRP7] stand as they were last said, whatever order they come in', () => {
    const events = [attended(), attended({ there: false, reason: 'not-there' })].map(
      (payload, index) => openedEvent(payload, { seq: index + 1 }),
    );
    for (const order of [events, events.toReversed()]) {
      const state = foldLearner(ids.learner, order);
      expect(state.viewings[viewing]).toMatchObject({ there: false, reason: 'not-there' });
      expect(countDays(daysHere(state))).toBe(0);
    }
  });
});
