import { isKhmer } from '../name-things.ts';
import type { Rich, ForeignQuestion, NumberRange, QuestionBody } from './question.ts';

/** An item as it would stand in `lesson.json`, or why there is none. */
export type ItemDraft =
  | { readonly kind: 'drafted'; readonly members: Record<string, unknown> }
  | { readonly kind: 'none'; readonly why: string };

/** Finds the file a picture becomes; null where it can't come. */
export type PictureOf = (rich: Rich) => { readonly src: string; readonly alt: object } | null;

const none = (why: string): ItemDraft => ({ kind: 'none', why });
const drafted = (members: Record<string, unknown>): ItemDraft => ({ kind: 'drafted', members });

/** Words as a phrase: Khmer where they are Khmer, else both, so that neither language lacks them. */
export const phraseOf = (text: string) => (isKhmer(text) ? { km: text } : { km: text, en: text });

/** The members of an item that its type has of its own. */
export function bodyDraft(body: QuestionBody, pictureOf: PictureOf): ItemDraft {
  switch (body.type) {
    case 'present':
      return drafted({ type: 'present' });
    case 'choice':
      return choiceDraft(body, pictureOf);
    case 'trueFalse':
      return drafted({ ...trueFalse, correct: [body.right ? 'true' : 'false'] });
    case 'text':
      return textDraft(body.accept);
    case 'number':
      return textDraft(body.accept.flatMap(numbersIn));
    case 'match':
      return matchDraft(body, pictureOf);
    case 'order':
      return elementsDraft(body.elements, 7, pictureOf, (elements) => ({
        type: 'order',
        elements,
      }));
    case 'associate':
      return elementsDraft(body.choices, 8, pictureOf, (choices) => ({
        type: 'associate',
        choices,
        correct: body.pairs.map(([a, b]) => [`c${a + 1}`, `c${b + 1}`]),
      }));
    case 'gapMatch':
      return elementsDraft(body.choices, 6, pictureOf, (choices) => ({
        type: 'gapMatch',
        text: phraseOf(body.text),
        choices,
        correct: body.right.map((choice, gap) => [`c${choice + 1}`, `gap-${gap + 1}`]),
      }));
    case 'inlineChoice':
      return inlineDraft(body);
    case 'hotspot':
      return hotspotDraft(body, pictureOf);
    case 'numberLine':
      return numberLineDraft(body);
    case 'gaps':
      return none('its gaps were not made items of');
    case 'none':
      return none(body.why);
  }
}

type BodyOf<Type extends QuestionBody['type']> = Extract<QuestionBody, { type: Type }>;

/** An option with a label, a picture or both; null for one with neither. */
function optionOf(content: Rich, id: string, pictureOf: PictureOf) {
  const picture = pictureOf(content);
  if (content.text === '' && picture === null) return null;
  return {
    id,
    ...(content.text === '' ? {} : { label: phraseOf(content.text) }),
    ...(picture === null ? {} : { picture }),
  };
}

const isThere = <Value>(value: Value | null): value is Value => value !== null;

const tooMany = (count: number, what: string, most: number) =>
  none(`it has ${count} ${what}; a screen holds ${most}`);

function choiceDraft({ options }: BodyOf<'choice'>, pictureOf: PictureOf): ItemDraft {
  if (options.length > 8) return tooMany(options.length, 'answers', 8);
  const made = options.map(({ content }, index) => optionOf(content, `o${index + 1}`, pictureOf));
  const correct = options.flatMap(({ right }, index) => (right ? [`o${index + 1}`] : []));
  if (made.length < 2) return none('it has fewer than two answers to choose from');
  if (!made.every(isThere))
    return none('one of its answers is empty, or a picture that did not come');
  if (correct.length === 0) return none('none of its answers is marked as right');
  return drafted({ type: 'choice', options: made, correct });
}

const trueFalse = {
  type: 'choice',
  options: [
    { id: 'true', label: { km: 'ត្រូវ', en: 'True' } },
    { id: 'false', label: { km: 'ខុស', en: 'False' } },
  ],
};

function textDraft(accept: readonly string[]): ItemDraft {
  const answers = [...new Set(accept.filter((one) => one !== ''))];
  const short = answers.filter((one) => one.length <= 100).slice(0, 20);
  if (answers.length === 0) return none('it has no answer without * that is marked as right');
  if (short.length === 0) return none('its answer is longer than 100 characters');
  return drafted({ type: 'textEntry', accept: short, keyboard: keyboardFor(short) });
}

function keyboardFor(accept: readonly string[]): 'khmer' | 'latin' | 'digits' {
  if (accept.every((one) => /^[0-9\u17E0-\u17E9]+$/.test(one))) return 'digits';
  return accept.some(isKhmer) ? 'khmer' : 'latin';
}

/** Numbers a range takes: all of them with as many decimals as its ends have, or with as many as are few enough. */
export function numbersIn({ min, max }: NumberRange): readonly string[] {
  const middle = plainNumber((min + max) / 2);
  if (min === max) return [middle];
  for (let decimals = Math.max(decimalsOf(min), decimalsOf(max)); decimals >= 0; decimals -= 1) {
    const unit = 10 ** decimals;
    const first = Math.ceil(rounded(min * unit));
    const count = Math.floor(rounded(max * unit)) - first + 1;
    if (count < 1 || count > 20) continue;
    const numbers = Array.from({ length: count }, (_, step) => plainNumber((first + step) / unit));
    return [...new Set([...numbers, middle])].slice(0, 20);
  }
  return [middle];
}

const decimalsOf = (value: number) => /\.(\d+)$/.exec(plainNumber(value))?.[1]?.length ?? 0;
/** 3.14 × 100 is 314. */
const rounded = (value: number) => Number(value.toPrecision(12));
const plainNumber = (value: number) => String(Number(value.toPrecision(12)));

function matchDraft({ pairs, others }: BodyOf<'match'>, pictureOf: PictureOf): ItemDraft {
  const rights = new Map<string, Rich>();
  for (const content of [...pairs.map(([, right]) => right), ...others]) {
    const key = content.text === '' ? (content.pictures[0]?.src ?? '') : content.text;
    if (!rights.has(key)) rights.set(key, content);
  }
  const keys = [...rights.keys()];
  if (pairs.length > 5) return tooMany(pairs.length, 'pairs', 5);
  if (keys.length > 6) return tooMany(keys.length, 'things on its right side', 6);
  if (pairs.length < 2 || keys.length < 2) return none('it has fewer than two pairs');
  const left = pairs.map(([content], index) => optionOf(content, `l${index + 1}`, pictureOf));
  const right = keys.map((key, index) =>
    optionOf(rights.get(key) ?? { text: '', pictures: [] }, `r${index + 1}`, pictureOf),
  );
  if (![...left, ...right].every(isThere)) return none('one side of a pair is empty');
  const correct = pairs.map(([, content], index) => {
    const key = content.text === '' ? (content.pictures[0]?.src ?? '') : content.text;
    return [`l${index + 1}`, `r${keys.indexOf(key) + 1}`];
  });
  return drafted({ type: 'match', left, right, correct });
}

function elementsDraft(
  contents: readonly Rich[],
  most: number,
  pictureOf: PictureOf,
  make: (elements: readonly object[]) => Record<string, unknown>,
): ItemDraft {
  if (contents.length > most) return tooMany(contents.length, 'things', most);
  if (contents.length < 2) return none('it has fewer than two things');
  const made = contents.map((content, index) => optionOf(content, `c${index + 1}`, pictureOf));
  return made.every(isThere) ? drafted(make(made)) : none('one of its things is empty');
}

function inlineDraft({ text, gaps }: BodyOf<'inlineChoice'>): ItemDraft {
  const wide = gaps.find(({ options }) => options.length > 5);
  if (wide !== undefined) return tooMany(wide.options.length, 'words for one gap', 5);
  if (gaps.length > 4) return tooMany(gaps.length, 'gaps', 4);
  return drafted({
    type: 'inlineChoice',
    text: phraseOf(text),
    gaps: gaps.map(({ options, right }, gap) => ({
      id: `gap-${gap + 1}`,
      options: options.map((option, index) => ({ id: `o${index + 1}`, label: phraseOf(option) })),
      correct: `o${right + 1}`,
    })),
  });
}

function hotspotDraft({ scene, areas, right }: BodyOf<'hotspot'>, pictureOf: PictureOf): ItemDraft {
  const picture = pictureOf({ text: '', pictures: [scene] });
  if (picture === null) return none('its picture did not come');
  if (areas.length > 10) return tooMany(areas.length, 'places', 10);
  if (right.length === 0) return none('none of its places is marked as right');
  return drafted({
    type: 'hotspot',
    scene: picture,
    areas: areas.map(({ name, x, y, r }, index) => ({
      id: `a${index + 1}`,
      x,
      y,
      r: Math.min(50, Math.max(2, r)),
      name: phraseOf(name === '' ? `${index + 1}` : name),
    })),
    correct: right.map((index) => `a${index + 1}`),
  });
}

function numberLineDraft({ min, max, step, correct, tolerance }: BodyOf<'numberLine'>): ItemDraft {
  const marks = (max - min) / step;
  const labelEvery = step * Math.max(1, Math.ceil(marks / 10));
  return marks > 1000 || marks < 1
    ? none('its line has more than a thousand places, or none')
    : drafted({ type: 'numberLine', min, max, step, labelEvery, correct, tolerance });
}

/** What is asked where a question says nothing but shows something. */
export const bareprompts: Readonly<Record<QuestionBody['type'], string>> = {
  present: 'មើល',
  choice: 'ជ្រើសរើសចម្លើយ',
  trueFalse: 'ត្រូវ ឬខុស?',
  text: 'សរសេរចម្លើយ',
  number: 'សរសេរលេខ',
  match: 'ផ្គូផ្គង',
  order: 'រៀបតាមលំដាប់',
  associate: 'រកគូ',
  gapMatch: 'បំពេញចន្លោះ',
  inlineChoice: 'ជ្រើសរើសពាក្យ',
  gaps: '',
  hotspot: 'ចុចលើរូប',
  numberLine: 'រកលេខលើបន្ទាត់',
  none: '',
};

/** Matches with more pairs than a screen holds, as several questions. */
export function splitMatch(question: ForeignQuestion): readonly ForeignQuestion[] {
  const { body } = question;
  if (body.type !== 'match' || body.pairs.length <= 5) return [question];
  const parts = Math.ceil(body.pairs.length / 5);
  const size = Math.ceil(body.pairs.length / parts);
  return Array.from({ length: parts }, (_, part) => ({
    ...question,
    simplified:
      part === 0
        ? [...question.simplified, `its ${body.pairs.length} pairs became ${parts} items`]
        : [],
    body: { ...body, pairs: body.pairs.slice(part * size, (part + 1) * size), others: [] },
  }));
}
