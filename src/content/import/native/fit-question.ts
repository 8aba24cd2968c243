import { gapsIn, wordsLength } from '../../../shared/contracts/lesson/gap-text.ts';
import { readingScreens, screensOf } from './cut-words.ts';
import { fillGaps } from './fill-gaps.ts';
import { splitMatch } from './item-draft.ts';
import { rich } from './question.ts';
import type { ForeignOption, ForeignQuestion, QuestionBody } from './question.ts';

/**
 * A question as items that a screen holds ([FRN7]): pairs in several items, texts with gaps in stretches, a long text
 * read before what is asked of it, wrong answers beyond what fits left out. Said in `simplified`.
 */
export function fitQuestion(question: ForeignQuestion): readonly ForeignQuestion[] {
  return splitMatch(question)
    .flatMap((one) => {
      const gaps = gapsOf(one.body);
      return gaps === null ? [one] : fillGaps(one, gaps);
    })
    .map(fewerAnswers)
    .flatMap(readFirst);
}

type Gaps = Extract<QuestionBody, { type: 'gaps' }>;

/** A text with gaps that is more than one item, in the form all such texts are cut in; null for what fits as it is. */
function gapsOf(body: QuestionBody): Gaps | null {
  if (body.type === 'gaps') return body;
  if (body.type === 'inlineChoice') {
    const wide = body.gaps.some(({ options }) => options.length > 5 || options.length < 2);
    if (!isLong(body.text) && body.gaps.length <= 4 && !wide) return null;
    return { ...body, type: 'gaps', gaps: body.gaps.map((gap) => ({ ...gap, type: 'choice' })) };
  }
  if (body.type !== 'gapMatch' || (!isLong(body.text) && body.choices.length <= 6)) return null;
  // words that are pictures can't be chosen in a line of text
  if (body.choices.some(({ text }) => text === '')) return null;
  const words = body.choices.map(({ text }) => text);
  const gaps = body.right.map((right) => {
    const options = words.length <= 5 ? words : around(words, right, 5);
    return { type: 'choice', options, right: options.indexOf(words[right] ?? '') } as const;
  });
  return { type: 'gaps', text: body.text, gaps };
}

const isLong = (text: string) => wordsLength(text) > 120 || gapsIn(text).length === 0;

/** So many words, the right one among them, in their order. */
function around(words: readonly string[], right: number, most: number): readonly string[] {
  const from = Math.max(0, Math.min(right - Math.floor(most / 2), words.length - most));
  return words.slice(from, from + most);
}

const mostAnswers = 8;

/** All right answers, and of the wrong ones the first that still fit. */
function fewerAnswers(question: ForeignQuestion): ForeignQuestion {
  const { body } = question;
  if (body.type !== 'choice' || body.options.length <= mostAnswers) return question;
  const rights = body.options.filter(({ right }) => right).length;
  if (rights === 0 || rights >= mostAnswers) return question;
  let room = mostAnswers - rights;
  const options = body.options.filter(({ right }: ForeignOption) => right || (room -= 1) >= 0);
  const left = body.options.length - options.length;
  return {
    ...question,
    body: { ...body, options },
    simplified: [...question.simplified, `${left} of its wrong answers are left out`],
  };
}

/** A text too long to stand above an answer is read before. */
function readFirst(question: ForeignQuestion): readonly ForeignQuestion[] {
  const { text, body } = question;
  if (body.type === 'none') return [question];
  const onlyRead = body.type === 'present';
  const { read, asked } = onlyRead ? lastApart(readingScreens(text.text)) : screensOf(text.text);
  if (read.length === 0) return [question];
  const screens = read.map((words, place): ForeignQuestion => ({
    ...question,
    name: question.name === null ? null : `${question.name}-text-${place + 1}`,
    text: place === 0 && onlyRead ? { ...text, text: words } : rich(words),
    hint: null,
    praise: null,
    body: { type: 'present' },
    simplified: place === 0 ? ['its long text is read on screens of its own'] : [],
  }));
  return [...screens, { ...question, text: onlyRead ? rich(asked) : { ...text, text: asked } }];
}

const lastApart = (screens: readonly string[]) => ({
  read: screens.slice(0, -1),
  asked: screens.at(-1) ?? '',
});
