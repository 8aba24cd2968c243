import { freshIds } from '../../../src/hub/site/fresh-ids.ts';
import { sealingKeyIdSchema } from '../../../src/shared/contracts/documents/event.ts';
import { learnerStateSchema } from '../../../src/shared/contracts/documents/state.ts';
import type { LearnerState, StateDocument } from '../../../src/shared/contracts/documents/state.ts';
import type { LearnerId } from '../../../src/shared/ids.ts';
import type { Randomness } from '../../../src/shared/ports.ts';
import { sealLearnerState } from '../../../src/sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../../src/sync/envelope/sealing.ts';

/** What a learner has after a few sittings: lessons done, items in each. */
const usual = { lessons: 2, items: 8 } as const;

const range = (length: number) => Array.from({ length }, (_, index) => index + 1);

const nowhere = { lamport: 1, id: 'st-aaaaaaaa:0000000000000000:000000000001' };

function lesson(number: number, touched: LearnerState['last']) {
  const items = range(usual.items).map((item) => [
    `item-${item}`,
    { tries: 1 + (item % 2), outcome: 'right' },
  ]);
  return {
    pack: 'org.rean.numbers-money',
    version: '1.0.0',
    lesson: `lesson-${number}`,
    run: 1,
    total: usual.items,
    items: Object.fromEntries(items),
    completedRuns: 1,
    touched: touched ?? nowhere,
  };
}

/** A learner's state after a few sittings. */
export function usualState(learner: LearnerId, last: LearnerState['last']): LearnerState {
  const lessons = range(usual.lessons).map((number) => [
    `org.rean.numbers-money/lesson-${number}`,
    lesson(number, last),
  ]);
  const attempts = usual.lessons * usual.items;
  return learnerStateSchema.parse({
    learner,
    language: 'km',
    seat: null,
    lessons: Object.fromEntries(lessons),
    attempts,
    right: attempts,
    activeMs: attempts * 9000,
    last,
  });
}

/** So many learners as the hub would have folded them, each sealed with a key of its own. */
export function manyLearners(count: number, random: Randomness): readonly StateDocument[] {
  const station = freshIds.station(random);
  const store = Buffer.from(random.bytes(8)).toString('hex');
  return range(count).map((number) => {
    const learner = freshIds.learner(random);
    const key = newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random);
    const id = `${station}:${store}:${String(number).padStart(12, '0')}`;
    const last = learnerStateSchema.shape.last.parse({ lamport: number, id });
    return sealLearnerState(
      usualState(learner, last),
      { [`${station}:${store}`]: number },
      key,
      random,
    );
  });
}
