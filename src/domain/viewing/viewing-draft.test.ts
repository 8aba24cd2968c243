import { describe, expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { viewingDraftSchema } from '../../shared/contracts/viewing.ts';
import { staffIdSchema, viewingIdSchema } from '../../shared/ids.ts';
import { answered, attendanceOf, correctedAttendance, filmMoved, ticked } from './viewing-draft.ts';

const staff = staffIdSchema.parse('of-aaaaaaaaaaaa');
const draft = viewingDraftSchema.parse({
  viewing: viewingIdSchema.parse('vw-aaaaaaaaaaaaaaaa'),
  pack: ids.pack,
  version: ids.version,
  piece: 'film',
  day: '2026-11-22',
  shownMs: 0,
  answers: [],
  staff,
  there: [],
  at: 0,
});

describe('a film that is being shown', () => {
  it('[GRP3] has each who is ticked once, however often, and nobody who is unticked', () => {
    const twice = ticked(ticked(draft, [ids.learner, ids.learner], true), [ids.learner], true);
    expect(twice.there).toEqual([ids.learner]);
    expect(ticked(twice, [ids.learner, ids.otherLearner], false).there).toEqual([]);
  });

  it('[GRP5] counts the time it played, and no stop in between', () => {
    const played = [1000, 250.4, 60_000, -5].reduce(
      (now, ms) => filmMoved(now, { at: 7 }, ms),
      draft,
    );
    expect(played).toMatchObject({ shownMs: 4250, at: 7 });
  });

  it('[GRP4] keeps the last count of each pause, in order', () => {
    const counted = [
      { pause: 1, asked: 9, right: 4 },
      { pause: 0, asked: 9, right: 9 },
      { pause: 1, asked: 9, right: 5 },
    ].reduce(answered, draft);
    expect(counted.answers.map(({ pause, right }) => [pause, right])).toEqual([
      [0, 9],
      [1, 5],
    ]);
  });

  it('[GRP7] says otherwise only where it is otherwise, and why', () => {
    const { there: _there, staff: _staff, reason: _reason, ...film } = attendanceOf(draft, staff);
    expect(correctedAttendance({ film, there: true }, true, staff)).toBeNull();
    expect(correctedAttendance({ film, there: true }, false, staff)).toMatchObject({
      there: false,
      reason: 'not-there',
    });
    expect(correctedAttendance({ film, there: false }, true, staff)).toMatchObject({
      there: true,
      reason: 'left-out',
    });
  });
});
