import { gapsIn, wordsLength } from '../../../shared/contracts/lesson/gap-text.ts';
import { aroundGap, fitsAbove, joined, readingScreens, sentencesOf } from './cut-words.ts';
import { rich } from './question.ts';
import type { ForeignQuestion, GapAsked, QuestionBody } from './question.ts';

type Gaps = Extract<QuestionBody, { type: 'gaps' }>;

/** What a screen holds of a text with gaps: signs between them, gaps, and words for one of them. */
const most = { signs: 120, gaps: 4, words: 5 };

/**
 * A text with gaps as items that fit a screen. Where words are chosen, a stretch of the text becomes one item; a gap
 * that is typed into, or has more words than an item shows, becomes one by itself, with those before it filled in.
 */
export function fillGaps(question: ForeignQuestion, body: Gaps): readonly ForeignQuestion[] {
  const texts = joined(sentencesOf(body.text), (text) => isShort(text, most.gaps));
  const made: ForeignQuestion[] = [];
  let before = question.text.text;
  for (const text of texts) {
    const gaps = gapsIn(text).map(placeOf);
    if (gaps.length === 0) {
      before = before === '' ? text : `${before}\n${text}`;
      continue;
    }
    const items =
      gaps.every((gap) => isChosen(body.gaps[gap])) && isShort(text, most.gaps)
        ? [chosen(text, gaps, body)]
        : gaps.map((gap) => alone(text, gap, body));
    made.push(...afterReading(question, before, items));
    before = '';
  }
  return withRest(question, made, before);
}

const isShort = (text: string, gaps: number) =>
  wordsLength(text.trim()) <= most.signs && gapsIn(text).length <= gaps;

const placeOf = (gap: string) => Number(gap.replace('gap-', '')) - 1;

const isChosen = (gap: GapAsked | undefined) =>
  gap?.type === 'choice' && gap.options.length >= 2 && gap.options.length <= most.words;

const lined = (...lines: readonly string[]) => lines.filter((line) => line !== '').join('\n');

interface Item {
  /** What stands above the answer. */
  readonly shown: string;
  readonly body: QuestionBody;
}

function chosen(text: string, gaps: readonly number[], body: Gaps): Item {
  const marked = text.replaceAll(/\{gap-(\d+)\}/g, (_, number: string) => {
    return `{gap-${gaps.indexOf(Number(number) - 1) + 1}}`;
  });
  const found = gaps.flatMap((gap) => {
    const asked = body.gaps[gap];
    return asked?.type === 'choice' ? [{ options: asked.options, right: asked.right }] : [];
  });
  return { shown: '', body: { type: 'inlineChoice', text: marked, gaps: found } };
}

const open = '____';

/** One gap: those before it are filled in, those behind it left open. */
function alone(text: string, asked: number, { gaps }: Gaps): Item {
  const filled = text.replaceAll(/\{gap-(\d+)\}/g, (_, number: string) => {
    const gap = Number(number) - 1;
    if (gap === asked) return open;
    return gap < asked ? rightOf(gaps[gap]) : '…';
  });
  const shown = aroundGap(filled, open);
  const gap = gaps[asked];
  if (gap === undefined)
    return { shown, body: { type: 'none', why: 'one of its gaps is not there' } };
  if (gap.type !== 'choice') return { shown, body: gap };
  const options = gap.options.map((option, place) => ({
    content: rich(option),
    right: place === gap.right,
  }));
  return { shown, body: { type: 'choice', options } };
}

function rightOf(gap: GapAsked | undefined): string {
  if (gap === undefined) return '…';
  if (gap.type === 'choice') return gap.options[gap.right] ?? '…';
  if (gap.type === 'text') return gap.accept[0] ?? '…';
  const [range] = gap.accept;
  return range === undefined ? '…' : String((range.min + range.max) / 2);
}

/** Items after what is to be read before the first of them: above it where there is room, else on screens of its own. */
function afterReading(
  question: ForeignQuestion,
  before: string,
  [first, ...others]: readonly Item[],
): readonly ForeignQuestion[] {
  if (first === undefined) return [];
  const above = lined(before, first.shown);
  const read = fitsAbove(above) ? [] : readingScreens(before);
  const shown = read.length === 0 ? above : first.shown;
  return [
    ...read.map((words) => readOnly(question, words)),
    ...[{ ...first, shown }, ...others].map((item) => ({
      ...question,
      simplified: [],
      text: rich(item.shown),
      body: item.body,
    })),
  ];
}

const readOnly = (question: ForeignQuestion, words: string): ForeignQuestion => ({
  ...question,
  name: question.name === null ? null : `${question.name}-text`,
  simplified: [],
  hint: null,
  praise: null,
  text: rich(words),
  body: { type: 'present' },
});

/** Words behind the last gap are read after it; the pictures stand at the first item, what was lost is told there. */
function withRest(
  question: ForeignQuestion,
  made: readonly ForeignQuestion[],
  rest: string,
): readonly ForeignQuestion[] {
  const [first, ...others] = made;
  if (first === undefined) {
    return [{ ...question, body: { type: 'none', why: 'no gap was found in its text' } }];
  }
  const asked = made.filter(({ body }) => body.type !== 'present').length;
  const parts = asked === 1 ? [] : [`its text with gaps became ${asked} items`];
  const begun = {
    ...first,
    text: { ...first.text, pictures: question.text.pictures },
    simplified: [...question.simplified, ...parts],
  };
  return [begun, ...others, ...readingScreens(rest).map((words) => readOnly(question, words))];
}
