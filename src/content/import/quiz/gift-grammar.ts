import { parse } from 'gift-pegjs';
import * as z from 'zod';

const textSchema = z.object({ format: z.string(), text: z.string() });
export type GiftText = z.infer<typeof textSchema>;
const feedbackSchema = textSchema.nullish();

const base = { title: z.string().nullish(), id: z.string().nullish() };
const asked = { ...base, stem: textSchema, globalFeedback: feedbackSchema };
const weight = z.number().nullable();

const numberSchema = z.object({
  number: z.number().optional(),
  range: z.number().optional(),
  numberHigh: z.number().optional(),
  numberLow: z.number().optional(),
});

const choiceSchema = z.object({
  isCorrect: z.boolean(),
  weight,
  text: textSchema,
  feedback: feedbackSchema,
});
export type GiftChoice = z.infer<typeof choiceSchema>;

/** What the grammar gives for one question, as far as it is used here. */
const giftSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Category'), title: z.string() }),
  z.object({ type: z.literal('Description'), ...asked }),
  z.object({ type: z.literal('Essay'), ...asked }),
  z.object({ type: z.literal('MC'), ...asked, choices: z.array(choiceSchema) }),
  z.object({ type: z.literal('Short'), ...asked, choices: z.array(choiceSchema) }),
  z.object({
    type: z.literal('TF'),
    ...asked,
    isTrue: z.boolean(),
    trueFeedback: feedbackSchema,
    falseFeedback: feedbackSchema,
  }),
  z.object({
    type: z.literal('Matching'),
    ...asked,
    matchPairs: z.array(z.object({ subquestion: textSchema, subanswer: z.string() })),
  }),
  z.object({
    type: z.literal('Numerical'),
    ...asked,
    choices: z.union([
      numberSchema,
      z.array(z.object({ isCorrect: z.boolean(), weight, text: numberSchema })),
    ]),
  }),
]);
export type Gift = z.infer<typeof giftSchema>;
export type Asked = Exclude<Gift, { type: 'Category' }>;

export type GiftNumber = z.infer<typeof numberSchema>;

/** One question, or why the grammar can't read it. */
export function readOne(written: string): Gift | { readonly why: string } {
  try {
    const [first] = z.array(giftSchema).min(1).parse(parse(written));
    return first ?? { why: 'it is empty' };
  } catch (error) {
    const found = located.safeParse(error);
    return { why: found.success ? whyNot(written, found.data) : 'it is of a kind nobody knows' };
  }
}

const located = z.object({ location: z.object({ start: z.object({ offset: z.number() }) }) });

/** Where it could not be read on: what the grammar expected there says little to a teacher. */
function whyNot(written: string, { location }: z.infer<typeof located>): string {
  const near = written.slice(location.start.offset, location.start.offset + 30);
  const words = near.replaceAll(/\s+/g, ' ').trim();
  return `it is not written as GIFT${words === '' ? ': its end is missing' : ` from “${words}” on`}`;
}
