import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEvents } from '../../../tests/factories/arbitrary-events.ts';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import { correctionSchema } from '../../shared/contracts/correction.ts';
import type { Correction } from '../../shared/contracts/correction.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { lessonKey } from '../lesson-progress.ts';
import { inForce, isStruck } from './corrections.ts';
import { foldLearner } from './fold-learner.ts';

const key = lessonKey(ids.pack, 'first');
const lesson = { pack: ids.pack, lesson: 'first' };
const staff = { asked: 'of-aaaaaaaaaaaa', confirmed: 'of-bbbbbbbbbbbb' };

function correction(number: number, what: object, lamport = 30, run = 1): Correction {
  const id = String(number).padStart(16, '0');
  const at = { lamport, id: `${ids.station}:${id}:000000000001` };
  const rest = { id, learner: ids.learner, at, run, day: '2026-11-22', ...staff };
  return correctionSchema.parse({ ...rest, what });
}

const strike = (number: number, run = 1, lamport?: number) =>
  correction(number, { kind: 'strike', ...lesson, run, reason: 'helped' }, lamport, run);
const add = (number: number, lamport?: number, run?: number) => {
  const what = { kind: 'add', ...lesson, version: '1.0.0', total: 3, reason: 'on-paper' };
  return correction(number, what, lamport, run);
};
const withdraw = (number: number, of: Correction) =>
  correction(number, { kind: 'withdraw', of: of.id, reason: 'mistaken' });

function fold(events: readonly OpenedEvent[], corrections: readonly Correction[]) {
  const force = inForce(corrections);
  const counted = events.filter((event) => !isStruck(event, force));
  return foldLearner(ids.learner, [...counted, ...force.added]);
}

const done = [
  openedEvent(payloads.opened(), { seq: 1 }),
  openedEvent(payloads.attempt('a', 'right'), { seq: 2 }),
  openedEvent(payloads.completed(), { seq: 3 }),
];

describe('[COR2] a correction', () => {
  it('strikes all of a run up to its place, and nothing of what comes after it', () => {
    expect(fold(done, [strike(1)])).toMatchObject({ lessons: {}, attempts: 0, activeMs: 0 });
    const again = openedEvent(payloads.opened(), { seq: 4, lamport: 40 });
    expect(fold([...done, again], [strike(1)]).lessons[key]).toMatchObject({
      run: 1,
      completedRuns: 0,
      items: {},
    });
    expect(fold(done, [strike(1, 2)]).attempts).toBe(1);
  });

  it('adds a completion that no station recorded, also of a lesson that was begun', () => {
    expect(fold([], [add(1)]).lessons[key]).toMatchObject({ completedRuns: 1, total: 3 });
    expect(fold(done.slice(0, 2), [add(1)]).lessons[key]).toMatchObject({
      completedRuns: 1,
      items: { a: { outcome: 'right' } },
    });
  });

  it('that is withdrawn changes nothing any more', () => {
    const struck = strike(1);
    expect(fold(done, [struck, withdraw(2, struck)])).toEqual(fold(done, []));
  });

  it('gives the same state in whatever order events and corrections come, and however often', () => {
    const some = fc.array(
      fc.oneof(
        fc.record({ run: fc.integer({ min: 1, max: 3 }), at: fc.integer({ min: 1, max: 40 }) }).map(
          ({ run, at }) =>
            (number: number) =>
              strike(number, run, at),
        ),
        fc.integer({ min: 1, max: 40 }).map((at) => (number: number) => add(number, at)),
      ),
      { maxLength: 5 },
    );
    const set = fc.record({ events: anyEvents, made: some, gone: fc.nat(4) }).chain((each) => {
      const made = each.made.map((make, number) => make(number + 1));
      const [target] = made.slice(each.gone);
      const corrections = target ? [...made, withdraw(99, target)] : made;
      return fc.record({
        events: fc.constant(each.events),
        corrections: fc.constant(corrections),
        shuffled: fc.shuffledSubarray([...each.events], { minLength: each.events.length }),
        mixed: fc.shuffledSubarray(corrections, { minLength: corrections.length }),
        again: fc.subarray(corrections),
      });
    });
    fc.assert(
      fc.property(set, ({ events, corrections, shuffled, mixed, again }) => {
        expect(fold(shuffled, [...mixed, ...again])).toEqual(fold(events, corrections));
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
