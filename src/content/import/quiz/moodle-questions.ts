import type { ForeignOption, ForeignQuestion, QuestionBody, Rich } from '../native/question.ts';
import { lostOf, rich, richHtml } from '../native/question.ts';
import { htmlText, plainText } from '../text/html-text.ts';
import type { PlainHtml } from '../text/html-text.ts';
import { markdownHtml } from '../text/markdown-html.ts';
import { childOf, childrenOf, elementsOf, wordsOf } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import { clozeBody } from './moodle-cloze.ts';
import { gapfillBody } from './moodle-gapfill.ts';
import { rangeNote } from './gift-questions.ts';

interface Body {
  readonly body: QuestionBody;
  readonly simplified: readonly string[];
}

/** The questions of a Moodle XML file, in order, under the categories they stand in. */
export function moodleQuestions(quiz: XmlElement): readonly ForeignQuestion[] {
  const questions: ForeignQuestion[] = [];
  let group: string | null = null;
  let number = 0;
  for (const question of childrenOf(quiz, 'question')) {
    const type = question.attributes['type'] ?? '';
    if (type === 'category') {
      group = categoryOf(question);
      continue;
    }
    number += 1;
    questions.push(asForeign(question, type, { number, group }));
  }
  return questions;
}

function categoryOf(question: XmlElement): string | null {
  const path = wordsOf(childOf(childOf(question, 'category'), 'text')).trim();
  const last = path.slice(path.lastIndexOf('/') + 1).trim();
  return last === '' || /^\$\w+\$$|^top$/.test(last) ? null : last;
}

function asForeign(
  question: XmlElement,
  type: string,
  { number, group }: { readonly number: number; readonly group: string | null },
): ForeignQuestion {
  const name = wordsOf(childOf(childOf(question, 'name'), 'text')).trim();
  const words = childOf(question, 'questiontext');
  const text = plainOf(words);
  const { body, simplified } = bodyOf(question, type, text);
  const hints = childrenOf(question, 'hint').map((hint) => plainOf(hint).text);
  const shown = ['gaps', 'inlineChoice', 'gapMatch'].includes(body.type) ? '' : text.text;
  return {
    at: `question ${number}${name === '' ? '' : `, “${name.slice(0, 60)}”`} (line ${question.line})`,
    name: wordsOf(childOf(question, 'idnumber')).trim() || name || null,
    group,
    text: { text: shown, pictures: [...richOf(words, text).pictures, ...oldPicture(question)] },
    hint: hints.find((hint) => hint !== '') ?? null,
    praise: praiseOf(question),
    body,
    simplified: [
      ...simplified,
      ...lostOf(text),
      ...(hints.length > 1 ? ['only its first hint came'] : []),
    ],
  };
}

/** The words of an element that holds `text`, as its `format` says they are written. */
function plainOf(element: XmlElement | undefined): PlainHtml {
  const text = wordsOf(childOf(element, 'text') ?? element);
  switch (element?.attributes['format']) {
    case 'plain_text':
      return plainText(text);
    case 'markdown':
      return htmlText(markdownHtml(text));
    default:
      return /<\/?[a-z][^>]*>|&[a-z#0-9]+;/i.test(text) ? htmlText(text) : plainText(text);
  }
}

/** With its pictures, which lie in the element as base64, or in their address itself. */
function richOf(element: XmlElement | undefined, text: PlainHtml): Rich {
  return richHtml(text, (src) => Promise.resolve(pictureIn(element, src)));
}

/** The one picture that a question of Moodle 1 has beside its words. */
function oldPicture(question: XmlElement): Rich['pictures'] {
  const inline = wordsOf(childOf(question, 'image_base64')).trim();
  if (inline === '') return [];
  const src = wordsOf(childOf(question, 'image')).trim();
  const bytes = () => Promise.resolve(new Uint8Array(Buffer.from(inline, 'base64')));
  return [{ src, alt: '', bytes }];
}

function pictureIn(element: XmlElement | undefined, src: string): Uint8Array | null {
  const inline = /^data:image\/[\w.+-]+;base64,(.*)$/s.exec(src)?.[1];
  if (inline !== undefined) return new Uint8Array(Buffer.from(inline, 'base64'));
  const name = decoded(src.replace(/^@@PLUGINFILE@@\//, '').replace(/[?#].*$/, ''));
  const file = (element === undefined ? [] : childrenOf(element, 'file')).find(
    ({ attributes }) => `${attributes['path'] ?? '/'}${attributes['name'] ?? ''}` === `/${name}`,
  );
  return file === undefined ? null : new Uint8Array(Buffer.from(wordsOf(file), 'base64'));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function praiseOf(question: XmlElement): string | null {
  const right = childrenOf(question, 'answer').find((answer) => shareOf(answer) >= 100);
  const words = [
    childOf(right, 'feedback'),
    childOf(question, 'correctfeedback'),
    childOf(question, 'generalfeedback'),
  ].map((element) => plainOf(element).text);
  const said = words.find((one) => one !== '') ?? '';
  // what Moodle says by itself in every question is no praise of its author's
  return said === '' || said === 'Your answer is correct.' ? null : said;
}

/** Per cent of the mark. */
const shareOf = ({ attributes }: XmlElement) => Number(attributes['fraction'] ?? 0);

const lostShares = 'answers that earn a part of the mark count as wrong';
const lostFeedback = 'what it says to single answers is left out';

function bodyOf(question: XmlElement, type: string, text: PlainHtml): Body {
  const plain = (body: QuestionBody): Body => ({ body, simplified: [] });
  switch (type) {
    case 'description':
      return plain({ type: 'present' });
    case 'multichoice':
    case 'multichoiceset':
      return choiceBody(question);
    case 'truefalse':
      return plain({
        type: 'trueFalse',
        right: childrenOf(question, 'answer').some(
          (answer) =>
            shareOf(answer) > 0 && wordsOf(childOf(answer, 'text')).trim().toLowerCase() === 'true',
        ),
      });
    case 'shortanswer':
      return shortBody(question);
    case 'numerical':
      return numberBody(question);
    case 'matching':
    case 'ddmatch':
      return plain(matchBody(question));
    case 'ordering':
      return plain({ type: 'order', elements: orderOf(question) });
    case 'cloze':
      return clozeBody(text.text);
    case 'gapselect':
    case 'ddwtos':
      return gapBody(question, type, text.text);
    case 'gapfill':
      return plain(gapfillBody(question, text.text));
    case 'essay':
      return plain({ type: 'none', why: 'a person has to mark its answer' });
    default:
      return plain({ type: 'none', why: `no item of a lesson is like “${type.slice(0, 40)}”` });
  }
}

function choiceBody(question: XmlElement): Body {
  const answers = childrenOf(question, 'answer');
  const single = wordsOf(childOf(question, 'single')).trim() !== 'false';
  const whole = answers.some((answer) => shareOf(answer) >= 100);
  const isRight = (answer: XmlElement) =>
    single && whole ? shareOf(answer) >= 100 : shareOf(answer) > 0;
  const options = answers.map((answer): ForeignOption => ({
    content: richOf(answer, plainOf(answer)),
    right: isRight(answer),
  }));
  const lost = answers.some((answer) => shareOf(answer) > 0 && !isRight(answer));
  const said = answers.some(
    (answer) => !isRight(answer) && plainOf(childOf(answer, 'feedback')).text !== '',
  );
  return {
    body: { type: 'choice', options },
    simplified: [...(lost ? [lostShares] : []), ...(said ? [lostFeedback] : [])],
  };
}

function shortBody(question: XmlElement): Body {
  const answers = childrenOf(question, 'answer');
  const full = answers.filter((answer) => shareOf(answer) >= 100);
  const texts = full.map((answer) => plainOf(answer).text);
  const accept = texts.filter((text) => !text.includes('*'));
  const part = answers.some((answer) => shareOf(answer) > 0 && shareOf(answer) < 100);
  return {
    body: { type: 'text', accept },
    simplified: [
      ...(part ? [lostShares] : []),
      ...(accept.length < texts.length ? ['answers with * in them are left out'] : []),
    ],
  };
}

function numberBody(question: XmlElement): Body {
  const full = childrenOf(question, 'answer').filter((answer) => shareOf(answer) >= 100);
  const accept = full.flatMap((answer) => {
    const value = Number(wordsOf(childOf(answer, 'text')).trim() || Number.NaN);
    const tolerance = Number(wordsOf(childOf(answer, 'tolerance')).trim() || 0);
    return Number.isFinite(value) && Number.isFinite(tolerance)
      ? [{ min: value - tolerance, max: value + tolerance }]
      : [];
  });
  const units = childOf(question, 'units') !== undefined;
  return {
    body: { type: 'number', accept },
    simplified: [...rangeNote(accept), ...(units ? ['its units are left out'] : [])],
  };
}

function matchBody(question: XmlElement): QuestionBody {
  const all = childrenOf(question, 'subquestion').map((one) => ({
    left: richOf(one, plainOf(one)),
    right: rich(plainOf(childOf(one, 'answer')).text),
  }));
  const isAsked = ({ left }: (typeof all)[number]) => left.text !== '' || left.pictures.length > 0;
  return {
    type: 'match',
    pairs: all.filter(isAsked).map(({ left, right }) => [left, right]),
    others: all.filter((one) => !isAsked(one)).map(({ right }) => right),
  };
}

/** Elements in their right order, which is the order of the file. */
const orderOf = (question: XmlElement): readonly Rich[] =>
  childrenOf(question, 'answer').map((answer) => richOf(answer, plainOf(answer)));

/** `[[1]]` in the text is a gap for the first choice. */
function gapBody(question: XmlElement, type: string, text: string): Body {
  const boxes = elementsOf(question).filter(({ name }) => /^(?:selectoption|dragbox)$/.test(name));
  const words = boxes.map((box) => plainOf(box).text);
  const places = [...text.matchAll(/\[\[(\d+)\]\]/g)].map(([, number]) => Number(number) - 1);
  if (places.length === 0 || places.some((place) => words[place] === undefined)) {
    return { body: { type: 'none', why: 'its gaps name no words' }, simplified: [] };
  }
  let gap = 0;
  const marked = text.replaceAll(/\[\[\d+\]\]/g, () => `{gap-${(gap += 1)}}`);
  if (type === 'ddwtos') {
    return {
      body: { type: 'gapMatch', text: marked, choices: words.map(rich), right: places },
      simplified: [],
    };
  }
  const groupOf = (index: number) => wordsOf(childOf(boxes[index], 'group')).trim();
  const gaps = places.map((place) => {
    const own = words.flatMap((word, index) =>
      groupOf(index) === groupOf(place) ? [{ word, index }] : [],
    );
    return {
      options: own.map(({ word }) => word),
      right: own.findIndex(({ index }) => index === place),
    };
  });
  return { body: { type: 'inlineChoice', text: marked, gaps }, simplified: [] };
}
