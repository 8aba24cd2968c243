import * as z from 'zod';
import type { WrittenInteraction } from '../../../domain/scorm/answers.ts';
import type { ItemState } from './course-state.ts';

/** Interactions as both runtimes write them: by number, each edition with words of its own. */
const interactionSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    result: z.string(),
    description: z.string(),
    student_response: z.string(),
    learner_response: z.string(),
  })
  .partial();
const writtenSchema = z.object({ interactions: z.record(z.string(), interactionSchema) });

/** What content wrote of its questions, in order. */
export function interactionsIn(cmi: ItemState['cmi']): readonly WrittenInteraction[] {
  const written = writtenSchema.safeParse(cmi).data?.interactions ?? {};
  return Object.values(written).map((one) => ({
    id: one.id,
    type: one.type,
    description: one.description,
    response: one.learner_response ?? one.student_response,
    result: one.result,
  }));
}
