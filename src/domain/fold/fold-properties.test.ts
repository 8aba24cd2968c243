import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEvents } from '../../../tests/factories/arbitrary-events.ts';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import { inOrder, isAfter, orderOf } from '../order.ts';
import { applyEvent, emptyLearnerState, foldLearner } from './fold-learner.ts';

/** On failure fast-check prints this seed, the path to the shrunk case, and the case. */
const run = { seed: 20261121, numRuns: 500 };

const fold = (events: Iterable<OpenedEvent>) => foldLearner(ids.learner, events);

/** The same events in another order, some of them several times. */
const arrivals = (events: readonly OpenedEvent[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...events], { minLength: events.length }),
      fc.array(fc.nat(events.length - 1), { maxLength: 10 }),
    )
    .map(([shuffled, again]) => again.reduce(insertAgain, shuffled));

function insertAgain(events: OpenedEvent[], at: number): OpenedEvent[] {
  const twice = events[at];
  return twice ? [...events.slice(0, at), twice, ...events.slice(at)] : events;
}

const setAndArrivals = anyEvents.chain((events) =>
  fc.record({ events: fc.constant(events), arrived: arrivals(events), others: arrivals(events) }),
);

/** As the hub folds: later events go on top, an earlier one has everything folded anew ([FLD2]). */
function foldInBatches(arrived: readonly OpenedEvent[], sizes: readonly number[]): LearnerState {
  const held: OpenedEvent[] = [];
  let state = emptyLearnerState(ids.learner);
  let at = 0;
  for (const size of [...sizes, arrived.length]) {
    const known = new Set(held.map(({ envelope }) => envelope._id));
    const batch = arrived.slice(at, at + size).filter(({ envelope }) => !known.has(envelope._id));
    at += size;
    held.push(...batch);
    const late = batch.some(({ envelope }) => !isAfter(orderOf(envelope), state.last));
    state = late ? fold(held) : inOrder(batch).reduce(applyEvent, state);
  }
  return state;
}

describe('[FLD1] for any set of events', () => {
  it('neither the order they come in nor repeats change the state', () => {
    fc.assert(
      fc.property(setAndArrivals, ({ events, arrived, others }) => {
        expect(fold(arrived)).toEqual(fold(events));
        expect(fold(others)).toEqual(fold(arrived));
      }),
      run,
    );
  });

  it('[FLD2] one after another in order makes the same state as all at once', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const stepwise = inOrder(events).reduce(applyEvent, emptyLearnerState(ids.learner));
        expect(stepwise).toEqual(fold(events));
      }),
      run,
    );
  });

  it('[FLD2] batches of whatever size make the same state, at whichever hub', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(setAndArrivals, sizes, sizes, ({ events, arrived, others }, here, there) => {
        expect(foldInBatches(arrived, here)).toEqual(fold(events));
        expect(foldInBatches(others, there)).toEqual(fold(events));
      }),
      run,
    );
  });

  it('other learners’ events change nothing', () => {
    const strangers = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 });
    fc.assert(
      fc.property(anyEvents, strangers, (events, lamports) => {
        const mixed = lamports.map((lamport, index) =>
          openedEvent(payloads.started(), { seq: 900 + index, lamport, learner: ids.otherLearner }),
        );
        expect(fold([...mixed, ...events])).toEqual(fold(events));
      }),
      run,
    );
  });

  it('the state says which event was the last, so that it can be gone on from', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const last = inOrder(events).at(-1);
        expect(fold(events).last).toEqual(last ? orderOf(last.envelope) : null);
      }),
      run,
    );
  });
});
