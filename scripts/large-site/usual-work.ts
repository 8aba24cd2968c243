import type { EventPayload } from '../../src/shared/contracts/documents/event.ts';
import { eventPayloadSchema } from '../../src/shared/contracts/documents/event.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { freshSittingId } from '../../src/station/sitting/sitting-id.ts';

/** Answers of one sitting, and lessons and items there are. */
const usual = { answers: 12, lessons: 40, items: 12 } as const;

/** A learner's sitting as the events it leaves behind. */
export function usualSitting(nth: number, random: Randomness): readonly EventPayload[] {
  const sitting = freshSittingId(random);
  const inLesson = {
    sitting,
    pack: 'org.rean.numbers-money',
    version: '1.0.0',
    lesson: `lesson-${1 + (nth % usual.lessons)}`,
    run: 1 + Math.floor(nth / usual.lessons),
  };
  const answers = Array.from({ length: usual.answers }, (_, item) => ({
    type: 'attempt.recorded',
    ...inLesson,
    activity: 'practise',
    item: `item-${item + 1}`,
    response: { type: 'choice', chosen: ['a'] },
    outcome: random.fraction() < 0.8 ? 'right' : 'shown',
    attempt: 1,
    activeMs: 1000 + Math.floor(random.fraction() * 20_000),
  }));
  return [
    { type: 'sitting.started', sitting, language: 'km' },
    { type: 'lesson.opened', ...inLesson, total: usual.items },
    ...answers,
    { type: 'lesson.completed', ...inLesson },
    { type: 'sitting.ended', sitting, reason: 'learner' },
  ].map((payload) => eventPayloadSchema.parse(payload));
}
