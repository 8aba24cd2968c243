import type { GapAsked, QuestionBody } from '../native/question.ts';
import { rich } from '../native/question.ts';

interface ClozeAnswer {
  readonly text: string;
  /** Per cent of the mark. */
  readonly share: number;
}

const kinds =
  '(MULTICHOICE|MULTIRESPONSE|SHORTANSWER|NUMERICAL|MC|MR|SA|NM|MW)(?:_[A-Z]+|[A-Z])*:((?:\\\\.|[^\\\\}])*)';
const gapPattern = new RegExp(`\\{\\d*:${kinds}\\}`, 'gs');
const wholeGap = new RegExp(`^\\s*\\d*:${kinds}$`, 's');

/** Moodle's cloze text, `the {1:MULTICHOICE:=cat~dog} sat`: words to choose or to type in its gaps. */
export function clozeBody(text: string): {
  readonly body: QuestionBody;
  readonly simplified: readonly string[];
} {
  const found = [...text.matchAll(gapPattern)].map(([, kind = '', written = '']) =>
    readGap(kind, written),
  );
  let count = 0;
  const marked = text.replaceAll(gapPattern, () => `{gap-${(count += 1)}}`);
  return {
    body: gapsBody(
      marked,
      found.map(({ gap }) => gap),
    ),
    simplified: [...new Set(found.flatMap(({ simplified }) => simplified))],
  };
}

/** A text whose gaps were read; where one has no right answer there is no question. */
export function gapsBody(text: string, gaps: readonly (GapAsked | null)[]): QuestionBody {
  const read = gaps.filter((gap) => gap !== null);
  if (gaps.length === 0) return { type: 'none', why: 'no gap was found in its text' };
  return read.length < gaps.length
    ? { type: 'none', why: 'one of its gaps has no right answer' }
    : { type: 'gaps', text, gaps: read };
}

export interface ReadGap {
  /** Null where no answer is right. */
  readonly gap: GapAsked | null;
  readonly simplified: readonly string[];
}

/** What stands in the braces of one gap, `1:SHORTANSWER:=sat~%50%sits`; null where it is none. */
export function clozeGap(written: string): ReadGap | null {
  const [, kind, answers = ''] = wholeGap.exec(written) ?? [];
  return kind === undefined ? null : readGap(kind, answers);
}

function readGap(kind: string, written: string): ReadGap {
  const answers = answersIn(written);
  const right = answers.filter(({ share }) => share >= 100);
  const parts = answers.some(({ share }) => share > 0 && share < 100);
  const simplified = parts ? ['answers that earn a part of the mark count as wrong'] : [];
  if (right.length === 0) return { gap: null, simplified };
  if (kind.startsWith('N')) return { gap: numberGap(right), simplified };
  if (/^(?:SHORTANSWER|SA|MW)$/.test(kind)) {
    const accept = right.map(({ text }) => text).filter((text) => !text.includes('*'));
    return { gap: accept.length === 0 ? null : { type: 'text', accept }, simplified };
  }
  const options = answers.map(({ text }) => text);
  return { gap: { type: 'choice', options, right: answers.indexOf(right[0] ?? none) }, simplified };
}

const none: ClozeAnswer = { text: '', share: 0 };

function answersIn(written: string): readonly ClozeAnswer[] {
  return written
    .split(/(?<!\\)~/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, share = '', rest = ''] = /^\s*(=|%-?\d+(?:\.\d+)?%)?(.*)$/s.exec(part) ?? [];
      const words = rest.split(/(?<!\\)#/)[0] ?? '';
      return {
        text: rich(words.replaceAll(/\\(.)/gs, '$1').trim()).text,
        share: share === '=' ? 100 : share === '' ? 0 : Number(share.replaceAll('%', '')),
      };
    });
}

/** `12:0.5`: a number, and how far off still counts. */
function numberGap(right: readonly ClozeAnswer[]): GapAsked | null {
  const accept = right.flatMap(({ text }) => {
    const [value = Number.NaN, off = 0] = text
      .split(':')
      .map((one) => Number(one.replace(',', '.')));
    return text !== '' && Number.isFinite(value) && Number.isFinite(off)
      ? [{ min: value - Math.abs(off), max: value + Math.abs(off) }]
      : [];
  });
  return accept.length === 0 ? null : { type: 'number', accept };
}
