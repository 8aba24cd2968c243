import * as z from 'zod';
import { slugSchema } from '../ids.ts';
import { phraseSchema, pictureSchema } from './phrase.ts';

/**
 * A native lesson: plain data, played by our own renderer. Item types carry the names of QTI 3
 * interactions. Every prompt, option and feedback has a place for its recording.
 */

/** One thing to choose, match or order: a picture, a word, or both. */
export const choiceOptionSchema = z
  .strictObject({
    id: slugSchema,
    label: phraseSchema.optional(),
    picture: pictureSchema.optional(),
  })
  .refine((option) => option.label !== undefined || option.picture !== undefined, {
    message: 'an option needs a label or a picture',
  });
export type ChoiceOption = z.infer<typeof choiceOptionSchema>;

const itemBase = {
  id: slugSchema,
  prompt: phraseSchema,
  /** Shown above the answer region. */
  picture: pictureSchema.optional(),
  /** Shown large, to be read or copied: a letter, a word, a sum. */
  display: phraseSchema.optional(),
  /** Said and shown after the first wrong try. */
  hint: phraseSchema.optional(),
  /** Said and shown after a right answer, instead of the general praise. */
  praise: phraseSchema.optional(),
  skills: z.array(slugSchema).max(10).default([]),
};

/** Something to look at and listen to; nothing to answer. */
export const presentItemSchema = z.strictObject({ ...itemBase, type: z.literal('present') });

/** Choose one, or several where `correct` names several. */
export const choiceItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('choice'),
  options: z.array(choiceOptionSchema).min(2).max(8),
  correct: z.array(slugSchema).min(1).max(8),
});

/** Join each of `left` with one of `right`. */
export const matchItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('match'),
  left: z.array(choiceOptionSchema).min(2).max(5),
  right: z.array(choiceOptionSchema).min(2).max(6),
  correct: z
    .array(z.tuple([slugSchema, slugSchema]))
    .min(2)
    .max(5),
});

/** Put into order; `elements` are written in the right order and shown shuffled. */
export const orderItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('order'),
  elements: z.array(choiceOptionSchema).min(2).max(7),
});

/** Type an answer. `accept` lists right answers; comparison ignores look-alike spellings ([LSN4]). */
export const textEntryItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('textEntry'),
  accept: z.array(z.string().min(1).max(100)).min(1).max(20),
  keyboard: z.enum(['khmer', 'latin', 'digits']),
});

/** Point at a number on a line. `tolerance` is in the line's own units. */
export const numberLineItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('numberLine'),
  min: z.number(),
  max: z.number(),
  step: z.number().positive(),
  /** Every how many units a mark carries its number. */
  labelEvery: z.number().positive(),
  correct: z.number(),
  tolerance: z.number().min(0).default(0),
  unit: z.enum(['none', 'riel']).default('none'),
});

/** Touch the right place or places of a picture. Areas are circles in percent of the picture. */
export const hotspotItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('hotspot'),
  scene: pictureSchema,
  areas: z
    .array(
      z.strictObject({
        id: slugSchema,
        x: z.number().min(0).max(100),
        y: z.number().min(0).max(100),
        r: z.number().min(2).max(50),
        name: phraseSchema,
      }),
    )
    .min(1)
    .max(10),
  correct: z.array(slugSchema).min(1).max(10),
});

/** Press the shown keys one after the other. `keys` are `KeyboardEvent.key` values. */
export const keyDrillItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('keyDrill'),
  keys: z.array(z.string().min(1).max(20)).min(1).max(20),
});

export const itemSchema = z.discriminatedUnion('type', [
  presentItemSchema,
  choiceItemSchema,
  matchItemSchema,
  orderItemSchema,
  textEntryItemSchema,
  numberLineItemSchema,
  hotspotItemSchema,
  keyDrillItemSchema,
]);
export type Item = z.infer<typeof itemSchema>;
export type ItemType = Item['type'];

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
    for (const item of lesson.activities.flatMap((activity) => activity.items)) {
      if (seen.has(item.id)) {
        context.addIssue({ code: 'custom', message: `item id used twice: ${item.id}` });
      }
      seen.add(item.id);
      for (const message of itemMistakes(item)) {
        context.addIssue({ code: 'custom', message: `item ${item.id}: ${message}` });
      }
    }
  });
export type Lesson = z.infer<typeof lessonSchema>;

/** What a shape alone can't say: keys that name no option, options used twice. */
function itemMistakes(item: Item): string[] {
  switch (item.type) {
    case 'choice':
      return missing(item.correct, ids(item.options));
    case 'match':
      return [
        ...missing(
          item.correct.map(([left]) => left),
          ids(item.left),
        ),
        ...missing(
          item.correct.map(([, right]) => right),
          ids(item.right),
        ),
        ...(item.correct.length === item.left.length ? [] : ['every left side needs one partner']),
      ];
    case 'order':
      return duplicated(ids(item.elements));
    case 'hotspot':
      return missing(item.correct, ids(item.areas));
    case 'numberLine':
      return item.correct >= item.min && item.correct <= item.max
        ? []
        : ['correct is off the line'];
    case 'present':
    case 'textEntry':
    case 'keyDrill':
      return [];
  }
}

const ids = (things: readonly { readonly id: string }[]) => things.map((thing) => thing.id);

const missing = (named: readonly string[], known: readonly string[]) => [
  ...named.filter((id) => !known.includes(id)).map((id) => `no such option: ${id}`),
  ...duplicated(known),
];

const duplicated = (known: readonly string[]) =>
  known.filter((id, index) => known.indexOf(id) !== index).map((id) => `id used twice: ${id}`);

/** What a learner answered, by the type of item. */
export const responseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('present') }),
  z.strictObject({ type: z.literal('choice'), chosen: z.array(slugSchema).max(8) }),
  z.strictObject({
    type: z.literal('match'),
    pairs: z.array(z.tuple([slugSchema, slugSchema])).max(6),
  }),
  z.strictObject({ type: z.literal('order'), order: z.array(slugSchema).max(7) }),
  z.strictObject({ type: z.literal('textEntry'), text: z.string().max(200) }),
  z.strictObject({ type: z.literal('numberLine'), value: z.number() }),
  z.strictObject({ type: z.literal('hotspot'), touched: z.array(slugSchema).max(10) }),
  z.strictObject({
    type: z.literal('keyDrill'),
    /** Keys pressed that were not the one asked for. */
    misses: z.number().int().min(0).max(10_000),
    finished: z.boolean(),
  }),
]);
export type Response = z.infer<typeof responseSchema>;
