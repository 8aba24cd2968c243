import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import { foldLearner } from '../../domain/fold/fold-learner.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { seatHolders, summarize } from './learner-summary.ts';

const of = (learner: typeof ids.learner, events: readonly OpenedEvent[]) =>
  summarize(foldLearner(learner, events));

const sat = (learner: typeof ids.learner, lamport: number, seq: number) =>
  openedEvent(payloads.started(), { learner, lamport, seq });

describe('summarize', () => {
  it('tells the lesson somebody sits at, with how far they are', () => {
    const summary = of(ids.learner, [
      openedEvent(payloads.started(), { seq: 1 }),
      openedEvent(payloads.opened(), { seq: 2 }),
      openedEvent(payloads.attempt('look', 'right'), { seq: 3 }),
      openedEvent(payloads.attempt('choose', 'not-yet'), { seq: 4 }),
    ]);
    expect(summary).toMatchObject({
      attempts: 2,
      right: 1,
      lessonsBegun: 1,
      lessonsDone: 0,
      seatLesson: { lesson: 'first', done: 1, total: 3 },
    });
  });

  it('counts a completed lesson as done, begun anew or not', () => {
    const completed = [
      openedEvent(payloads.opened(), { seq: 1 }),
      openedEvent(payloads.completed(), { seq: 2 }),
    ];
    expect(of(ids.learner, completed)).toMatchObject({ lessonsDone: 1, lessonsBegun: 0 });
    const again = [...completed, openedEvent(payloads.opened({ run: 2 }), { seq: 3 })];
    expect(of(ids.learner, again)).toMatchObject({ lessonsDone: 1, lessonsBegun: 1 });
  });
});

describe('seatHolders', () => {
  it('[SIT5] gives a seat two learners claim to the one later in order', () => {
    const earlier = of(ids.learner, [sat(ids.learner, 4, 1)]);
    const later = of(ids.otherLearner, [sat(ids.otherLearner, 9, 2)]);
    for (const seated of [
      [earlier, later],
      [later, earlier],
    ]) {
      expect(seatHolders(seated).get(ids.station)?.learner).toBe(ids.otherLearner);
    }
  });

  it('[SIT5] frees a seat whose sitting ended', () => {
    const left = of(ids.learner, [
      sat(ids.learner, 1, 1),
      openedEvent(payloads.ended(), { seq: 2 }),
    ]);
    expect(seatHolders([left]).size).toBe(0);
  });
});
