import type {
  ForeignOption,
  ForeignQuestion,
  GapAsked,
  NumberRange,
  QuestionBody,
} from '../native/question.ts';
import { lostOf, rich } from '../native/question.ts';
import { htmlText, plainText } from '../text/html-text.ts';
import { markdownHtml } from '../text/markdown-html.ts';
import type { PlainHtml } from '../text/html-text.ts';
import { readOne } from './gift-grammar.ts';
import type { Asked, Gift, GiftChoice, GiftNumber, GiftText } from './gift-grammar.ts';
import {
  answersOf,
  giftBlocks,
  readGiftSource,
  strictAnswer,
  strictGift,
  unquoted,
} from './gift-source.ts';
import type { GiftSource } from './gift-source.ts';
import { clozeGap, gapsBody } from './moodle-cloze.ts';
import type { ReadGap } from './moodle-cloze.ts';

/** The questions of a GIFT text, each read by itself: a faulty one is told, the others come. */
export function giftQuestions(text: string): readonly ForeignQuestion[] {
  const questions: ForeignQuestion[] = [];
  let group: string | null = null;
  let number = 0;
  for (const { source, line } of giftBlocks(text)) {
    const category = /^\s*\$CATEGORY:(.*)$/m.exec(source)?.[1];
    if (category !== undefined) {
      group = lastPart(unquoted(category));
      continue;
    }
    number += 1;
    questions.push(readQuestion(source, `question ${number} (line ${line})`, group));
  }
  return questions;
}

function readQuestion(block: string, at: string, group: string | null): ForeignQuestion {
  const source = readGiftSource(block);
  const answers = answersOf(source);
  if (answers.length > 1 || answers.some((answer) => clozeGap(answer) !== null)) {
    return gapsQuestion(source, at, group);
  }
  const read = readOne(strictGift(source));
  if ('why' in read) return broken(at, group, read.why);
  if (read.type === 'Category') return broken(at, group, 'it is a heading in the middle of others');
  return asForeign(read, at, group);
}

/** Several gaps in one text, which Moodle's own reader has no question for, but teachers write. */
function gapsQuestion(source: GiftSource, at: string, group: string | null): ForeignQuestion {
  const title = unquoted(source.title.replaceAll(/^::|::$/g, '')).trim();
  const id = /\[id:([^\]]+)\]/.exec(source.comments)?.[1]?.trim() ?? null;
  let count = 0;
  const marked = source.parts
    .map((part) => (part.type === 'words' ? unquoted(part.written) : `{gap-${(count += 1)}}`))
    .join('');
  const format = /\w+/.exec(source.format)?.[0] ?? 'moodle';
  const text = plain({ format, text: marked });
  const gaps = answersOf(source).map((answer) => clozeGap(answer) ?? giftGap(answer));
  return {
    ...broken(title === '' ? at : `${at}, “${title.slice(0, 60)}”`, group, ''),
    name: id ?? (title || null),
    text: { text: '', pictures: text.pictures.map(notHere) },
    body: gapsBody(
      text.text,
      gaps.map(({ gap }) => gap),
    ),
    simplified: [...new Set(gaps.flatMap(({ simplified }) => simplified)), ...lostOf(text)],
  };
}

function giftGap(written: string): ReadGap {
  const read = readOne(`x {${strictAnswer(written)}}`);
  if ('why' in read || read.type === 'Category') return { gap: null, simplified: [] };
  const { body, simplified } = bodyOf(read);
  return { gap: gapOf(body), simplified };
}

function gapOf(body: QuestionBody): GapAsked | null {
  switch (body.type) {
    case 'choice': {
      const right = body.options.findIndex((option) => option.right);
      const options = body.options.map(({ content }) => content.text);
      return right === -1 ? null : { type: 'choice', options, right };
    }
    case 'text':
    case 'number':
      return body.accept.length === 0 ? null : body;
    default:
      return null;
  }
}

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
  if (format === 'markdown') return htmlText(markdownHtml(text));
  const isHtml = format === 'html' || /<\/?[a-z][^>]*>|&[a-z#0-9]+;/i.test(text);
  return isHtml && format !== 'plain' ? htmlText(text) : plainText(text);
}

function praiseOf(gift: Asked): string | null {
  const right =
    gift.type === 'MC' || gift.type === 'Short'
      ? (gift.choices.find(isWhole) ?? gift.choices.find(isRight))?.feedback
      : gift.globalFeedback;
  const words = right ?? gift.globalFeedback;
  return words ? plain(words).text : null;
}

const isWhole = ({ isCorrect, weight: share }: Pick<GiftChoice, 'isCorrect' | 'weight'>) =>
  isCorrect && (share === null || share >= 100);

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

function rangeOf({ number, range, numberHigh, numberLow }: GiftNumber): NumberRange[] {
  if (number !== undefined) return [{ min: number - (range ?? 0), max: number + (range ?? 0) }];
  return numberHigh === undefined || numberLow === undefined
    ? []
    : [{ min: numberLow, max: numberHigh }];
}

/** A note where a range of numbers became a few of them. */
export const rangeNote = (ranges: readonly NumberRange[]) =>
  ranges.some(({ min, max }) => min !== max)
    ? ['of the range of numbers only some count as right']
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
