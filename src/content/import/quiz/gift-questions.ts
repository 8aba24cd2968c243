import { parse } from 'gift-pegjs';
import * as z from 'zod';
import type {
  ForeignOption,
  ForeignQuestion,
  NumberRange,
  QuestionBody,
} from '../native/question.ts';
import { rich } from '../native/question.ts';
import { htmlText, plainText } from '../text/html-text.ts';
import type { PlainHtml } from '../text/html-text.ts';

const textSchema = z.object({ format: z.string(), text: z.string() });
type GiftText = z.infer<typeof textSchema>;
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
type GiftChoice = z.infer<typeof choiceSchema>;

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
type Gift = z.infer<typeof giftSchema>;
type Asked = Exclude<Gift, { type: 'Category' }>;

/** The questions of a GIFT text, each read by itself: a faulty one is told, the others come. */
export function giftQuestions(text: string): readonly ForeignQuestion[] {
  const questions: ForeignQuestion[] = [];
  let group: string | null = null;
  let number = 0;
  for (const { source, line } of blocksOf(text)) {
    const read = readOne(source);
    if (!('why' in read) && read.type === 'Category') {
      group = lastPart(read.title);
      continue;
    }
    number += 1;
    const at = `question ${number} (line ${line})`;
    questions.push('why' in read ? broken(at, group, read.why) : asForeign(read, at, group));
  }
  return questions;
}

/** Questions stand between empty lines; comments are passed over, but an id in one belongs to its question. */
function blocksOf(text: string): readonly { readonly source: string; readonly line: number }[] {
  const blocks: { source: string; line: number }[] = [];
  let open: { source: string; line: number } | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    if (open === null) blocks.push((open = { source: '', line: index + 1 }));
    open.source += `${line}\n`;
    if (line.trimStart().startsWith('$CATEGORY')) open = null;
  }
  return blocks.filter(({ source }) => source.replaceAll(/^\s*\/\/.*$/gm, '').trim() !== '');
}

function readOne(source: string): Gift | { readonly why: string } {
  try {
    const [first] = z.array(giftSchema).min(1).parse(parse(source));
    return first ?? { why: 'it is empty' };
  } catch (error) {
    const detail = error instanceof z.ZodError ? 'of a kind nobody knows' : messageOf(error);
    return { why: `it is not written as GIFT: ${detail}` };
  }
}

const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 160)
    .replace(/\.$/, '');

const broken = (at: string, group: string | null, why: string): ForeignQuestion => ({
  at,
  name: null,
  group,
  text: rich(''),
  hint: null,
  praise: null,
  simplified: [],
  body: { type: 'none', why },
});

function asForeign(gift: Asked, at: string, group: string | null): ForeignQuestion {
  const stem = plain(gift.stem);
  const { body, simplified } = bodyOf(gift);
  return {
    at: gift.title ? `${at}, “${gift.title.slice(0, 60)}”` : at,
    name: gift.id ?? gift.title ?? null,
    group,
    text: { text: stem.text, pictures: stem.pictures.map(notHere) },
    hint: null,
    praise: praiseOf(gift),
    body,
    simplified: [...simplified, ...stem.lost.map((name) => `its <${name}> is plain text now`)],
  };
}

/** GIFT carries no pictures: what its HTML names lies in the course it was exported from. */
const notHere = ({ src, alt }: PlainHtml['pictures'][number]) => ({
  src,
  alt,
  bytes: () => Promise.resolve(null),
});

function plain({ format, text }: GiftText): PlainHtml {
  const isHtml = format === 'html' || /<\/?[a-z][^>]*>|&[a-z#0-9]+;/i.test(text);
  return isHtml && format !== 'plain' ? htmlText(text) : plainText(text);
}

function praiseOf(gift: Asked): string | null {
  const right =
    gift.type === 'MC' || gift.type === 'Short'
      ? gift.choices.find(isRight)?.feedback
      : gift.globalFeedback;
  const words = right ?? gift.globalFeedback;
  return words ? plain(words).text : null;
}

const isRight = ({ isCorrect, weight: share }: Pick<GiftChoice, 'isCorrect' | 'weight'>) =>
  isCorrect || (share !== null && share > 0);

interface Body {
  readonly body: QuestionBody;
  readonly simplified: readonly string[];
}

function bodyOf(gift: Asked): Body {
  switch (gift.type) {
    case 'Description':
      return { body: { type: 'present' }, simplified: [] };
    case 'Essay':
      return { body: { type: 'none', why: 'a person has to mark its answer' }, simplified: [] };
    case 'TF': {
      const said = gift.trueFeedback || gift.falseFeedback;
      return {
        body: { type: 'trueFalse', right: gift.isTrue },
        simplified: said ? [lostFeedback] : [],
      };
    }
    case 'MC':
      return choiceBody(gift.choices);
    case 'Short':
      return shortBody(gift.choices);
    case 'Matching':
      return { body: matchBody(gift.matchPairs), simplified: [] };
    case 'Numerical':
      return numberBody(gift.choices);
  }
}

const lostFeedback = 'what it says to single answers is left out';
const lostShares = 'answers that earn a part of the mark count as wrong';

function choiceBody(choices: readonly GiftChoice[]): Body {
  const shares = choices.map(({ weight: share }) => share ?? 0);
  const whole = choices.some(({ isCorrect }) => isCorrect);
  const options = choices.map((choice): ForeignOption => ({
    content: rich(plain(choice.text).text),
    right: whole ? choice.isCorrect : isRight(choice),
  }));
  const parts = whole && shares.some((share) => share > 0 && share < 100);
  const wrongFeedback = choices.some((choice) => choice.feedback && !choice.isCorrect);
  return {
    body: { type: 'choice', options },
    simplified: [...(parts ? [lostShares] : []), ...(wrongFeedback ? [lostFeedback] : [])],
  };
}

function shortBody(choices: readonly GiftChoice[]): Body {
  const full = choices.filter(({ weight: share }) => share === null || share >= 100);
  const accept = full.map(({ text }) => plain(text).text).filter((one) => !one.includes('*'));
  const wild = full.length - accept.length;
  return {
    body: { type: 'text', accept },
    simplified: [
      ...(full.length < choices.length ? [lostShares] : []),
      ...(wild > 0 ? ['answers with * in them are left out'] : []),
    ],
  };
}

const matchBody = (
  pairs: readonly { readonly subquestion: GiftText; readonly subanswer: string }[],
): QuestionBody => ({
  type: 'match',
  pairs: pairs
    .filter(({ subquestion }) => subquestion.text.trim() !== '')
    .map(({ subquestion, subanswer }) => [
      rich(plain(subquestion).text),
      rich(plainText(subanswer).text),
    ]),
  others: pairs
    .filter(({ subquestion }) => subquestion.text.trim() === '')
    .map(({ subanswer }) => rich(plainText(subanswer).text)),
});

type GiftNumber = z.infer<typeof numberSchema>;

function rangeOf({ number, range, numberHigh, numberLow }: GiftNumber): NumberRange[] {
  if (number !== undefined) return [{ min: number - (range ?? 0), max: number + (range ?? 0) }];
  return numberHigh === undefined || numberLow === undefined
    ? []
    : [{ min: numberLow, max: numberHigh }];
}

/** A note where a range of numbers became a few of them. */
export const rangeNote = (ranges: readonly NumberRange[]) =>
  ranges.some(({ min, max }) => min !== max)
    ? ['of the range of numbers only whole ones and its middle count as right']
    : [];

function numberBody(choices: Extract<Gift, { type: 'Numerical' }>['choices']): Body {
  const full = Array.isArray(choices)
    ? choices.filter(({ weight: share }) => share === null || share >= 100)
    : [];
  const accept = Array.isArray(choices)
    ? full.flatMap(({ text }) => rangeOf(text))
    : rangeOf(choices);
  const lost = Array.isArray(choices) && full.length < choices.length ? [lostShares] : [];
  return { body: { type: 'number', accept }, simplified: [...lost, ...rangeNote(accept)] };
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1).trim() || null;
