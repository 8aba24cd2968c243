import type { QuestionBody } from '../native/question.ts';
import { rich } from '../native/question.ts';

interface ClozeGap {
  readonly kind: 'choice' | 'text' | 'number';
  readonly answers: readonly { readonly text: string; readonly share: number }[];
}

const gapPattern =
  /\{\d*:(MULTICHOICE|MULTIRESPONSE|SHORTANSWER|NUMERICAL|MC|MR|SA|NM|MW)[A-Z_]*:((?:\\.|[^\\}])*)\}/g;

/** Moodle's cloze text, `the {1:MULTICHOICE:=cat~dog} sat`: words in its gaps, or one answer to be typed. */
export function clozeBody(text: string): {
  readonly body: QuestionBody;
  readonly simplified: readonly string[];
} {
  const found = [...text.matchAll(gapPattern)].map(([, kind = '', answers = '']) =>
    readGap(kind, answers),
  );
  const simplified = found.some(({ answers }) =>
    answers.some(({ share }) => share > 0 && share < 100),
  )
    ? ['answers that earn a part of the mark count as wrong']
    : [];
  return { body: bodyFor(text, found), simplified };
}

function bodyFor(text: string, gaps: readonly ClozeGap[]): QuestionBody {
  const [first, second] = gaps;
  if (first === undefined) return { type: 'none', why: 'no gap was found in its text' };
  if (gaps.every(({ kind }) => kind === 'choice')) return inlineBody(text, gaps);
  if (second !== undefined) {
    return { type: 'none', why: 'it has several gaps to be typed into; make a question of each' };
  }
  const right = first.answers.filter(({ share }) => share >= 100).map((answer) => answer.text);
  return { type: 'text', accept: right.filter((answer) => !answer.includes('*')) };
}

function inlineBody(text: string, gaps: readonly ClozeGap[]): QuestionBody {
  let count = 0;
  const marked = text.replaceAll(gapPattern, () => `{gap-${(count += 1)}}`);
  const made = gaps.map(({ answers }) => ({
    options: answers.map((answer) => answer.text),
    right: answers.findIndex(({ share }) => share >= 100),
  }));
  return made.some(({ right }) => right === -1)
    ? { type: 'none', why: 'one of its gaps has no right answer' }
    : { type: 'inlineChoice', text: marked, gaps: made };
}

/** The text of a gap that is typed into, as it is shown. */
export const clozeShown = (text: string) => text.replaceAll(gapPattern, '____');

function readGap(kind: string, written: string): ClozeGap {
  const answers = written
    .split(/(?<!\\)~/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, share = '', rest = ''] = /^(=|%-?\d+(?:\.\d+)?%)?(.*)$/s.exec(part) ?? [];
      const words = rest.split(/(?<!\\)#/)[0] ?? '';
      return {
        text: rich(words.replaceAll(/\\(.)/g, '$1').trim()).text,
        share: share === '=' ? 100 : share === '' ? 0 : Number(share.replaceAll('%', '')),
      };
    });
  if (kind === 'NUMERICAL' || kind === 'NM') {
    const plain = answers.map((answer) => ({ ...answer, text: answer.text.split(':')[0] ?? '' }));
    return { kind: 'number', answers: plain };
  }
  const typed = ['SHORTANSWER', 'SA', 'MW'].includes(kind);
  return { kind: typed ? 'text' : 'choice', answers };
}
