import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { lessonKey, lessonStatus } from '../lesson-progress.ts';
import { inOrder } from '../order.ts';
import { applyEvent, emptyLearnerState, foldLearner } from './fold-learner.ts';

const key = lessonKey(ids.pack, 'first');
const there = { station: ids.otherStation, store: ids.otherStore };

const anyEvent: fc.Arbitrary<OpenedEvent> = fc
  .record({
    seq: fc.integer({ min: 1, max: 40 }),
    lamport: fc.integer({ min: 1, max: 20 }),
    elsewhere: fc.boolean(),
    payload: fc.oneof(
      fc.constantFrom(ids.sitting, ids.otherSitting).map((sitting) => payloads.started(sitting)),
      fc.constantFrom(ids.sitting, ids.otherSitting).map((sitting) => payloads.ended(sitting)),
      fc.integer({ min: 1, max: 3 }).map((run) => payloads.opened({ run })),
      fc.integer({ min: 1, max: 3 }).map((run) => payloads.completed(run)),
      fc
        .record({
          item: fc.constantFrom('a', 'b', 'c'),
          outcome: fc.constantFrom('right', 'not-yet', 'shown'),
          attempt: fc.integer({ min: 1, max: 2 }),
          run: fc.integer({ min: 1, max: 3 }),
        })
        .map(({ item, outcome, attempt, run }) =>
          payloads.attempt(item, outcome, { attempt, run }),
        ),
    ),
  })
  .map(({ seq, lamport, elsewhere, payload }) =>
    openedEvent(payload, elsewhere ? { seq, lamport, ...there } : { seq, lamport }),
  );

/** One event an id, as the id rule promises. */
const anySet = fc.uniqueArray(anyEvent, { maxLength: 30, selector: (event) => event.envelope._id });

describe('folding a learner', () => {
  it('[FLD1] gives the same state whatever order events arrive in, and however often', () => {
    fc.assert(
      fc.property(
        anySet.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length }),
            fc.subarray(events),
          ),
        ),
        ([events, shuffled, again]) => {
          expect(foldLearner(ids.learner, [...shuffled, ...again])).toEqual(
            foldLearner(ids.learner, events),
          );
        },
      ),
      { seed: 20261121 },
    );
  });

  it('[FLD2] gives the same state one event at a time as all at once', () => {
    fc.assert(
      fc.property(anySet, fc.nat({ max: 30 }), (events, cut) => {
        const sorted = inOrder(events);
        const before = foldLearner(ids.learner, sorted.slice(0, cut));
        const after = sorted.slice(cut).reduce(applyEvent, before);
        expect(after).toEqual(foldLearner(ids.learner, events));
      }),
      { seed: 20261121 },
    );
  });

  it('folds an item of any name as each other', () => {
    const itemsWith = (item: string) => {
      const tried = openedEvent(payloads.attempt(item, 'right', { attempt: 1, run: 1 }), {
        seq: 2,
        lamport: 2,
      });
      const opened = openedEvent(payloads.opened({ run: 1 }), { seq: 1, lamport: 1 });
      return foldLearner(ids.learner, [opened, tried]).lessons[key]?.items;
    };
    expect(itemsWith('constructor')).toEqual({ constructor: itemsWith('a')?.['a'] });
  });

  it('never takes anything from another learner’s events', () => {
    const other = openedEvent(payloads.started(), { seq: 1, learner: ids.otherLearner });
    const empty = emptyLearnerState(ids.learner);
    expect(applyEvent(empty, other)).toBe(empty);
  });

  it('[LSN3] keeps an item finished when another seat, offline, records a wrong try later', () => {
    const state = foldLearner(ids.learner, [
      openedEvent(payloads.opened(), { seq: 1 }),
      openedEvent(payloads.attempt('a', 'right'), { seq: 2 }),
      openedEvent(payloads.attempt('a', 'not-yet'), { seq: 1, lamport: 9, ...there }),
    ]);
    expect(state.lessons[key]?.items).toEqual({ a: { tries: 1, outcome: 'right' } });
    expect(state).toMatchObject({ attempts: 2, right: 1, activeMs: 2000 });
  });

  it('[SIT2] a learner who sits down elsewhere leaves the first seat, and its late end changes nothing', () => {
    const state = foldLearner(ids.learner, [
      openedEvent(payloads.started(), { seq: 1 }),
      openedEvent(payloads.started(ids.otherSitting), { seq: 1, lamport: 2, ...there }),
      openedEvent(payloads.ended(), { seq: 2, lamport: 3 }),
    ]);
    expect(state.seat).toMatchObject({ station: ids.otherStation, sitting: ids.otherSitting });
  });

  it('a further run begins empty and remembers the runs done', () => {
    const state = foldLearner(ids.learner, [
      openedEvent(payloads.opened(), { seq: 1 }),
      openedEvent(payloads.attempt('a', 'right'), { seq: 2 }),
      openedEvent(payloads.completed(), { seq: 3 }),
      openedEvent(payloads.opened({ run: 2, total: 4 }), { seq: 4 }),
    ]);
    const progress = state.lessons[key];
    expect(progress).toMatchObject({ run: 2, total: 4, items: {}, completedRuns: 1 });
    expect(lessonStatus(progress)).toBe('begun');
  });
});
