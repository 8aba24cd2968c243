import * as z from 'zod';
import { slugSchema } from '../ids.ts';
import { asIssue, tellRule } from '../words/rule.ts';
import { itemMistakes } from './lesson/item-mistakes.ts';
import { itemSchema } from './lesson/item.ts';
import { phraseSchema } from './phrase.ts';

export { itemSchema } from './lesson/item.ts';
export type { Item, ItemType } from './lesson/item.ts';
export type { ChoiceOption } from './lesson/item-parts.ts';
export { responseSchema } from './lesson/response.ts';
export type { Response } from './lesson/response.ts';

/**
 * A native lesson: plain data, played by our own renderer. Item types carry the names of QTI 3
 * interactions; QTI's slider is `numberLine`. Every prompt, option and feedback has a place for its
 * recording.
 */

export const activitySchema = z.strictObject({
  id: slugSchema,
  title: phraseSchema,
  items: z.array(itemSchema).min(1).max(40),
});
export type Activity = z.infer<typeof activitySchema>;

/** `lessons/<id>/lesson.json` in a pack. Item ids are unique within the lesson. */
export const lessonSchema = z
  .strictObject({
    format: z.literal('rean-lesson@1'),
    id: slugSchema,
    title: phraseSchema,
    activities: z.array(activitySchema).min(1).max(20),
  })
  .superRefine((lesson, context) => {
    const seen = new Set<string>();
    for (const [activity, { items }] of lesson.activities.entries()) {
      for (const [place, item] of items.entries()) {
        const path = ['activities', activity, 'items', place];
        if (seen.has(item.id)) {
          const problem = tellRule('id.twice', { id: item.id });
          const told = asIssue({ problem, fix: tellRule('id.twice.fix') });
          context.addIssue({ code: 'custom', path: [...path, 'id'], ...told });
        }
        seen.add(item.id);
        for (const { at, problem, fix } of itemMistakes(item)) {
          const what = tellRule('item', { id: item.id, what: problem });
          const told = asIssue({ problem: what, fix });
          context.addIssue({ code: 'custom', path: [...path, ...at], ...told });
        }
      }
    }
  });
export type Lesson = z.infer<typeof lessonSchema>;
