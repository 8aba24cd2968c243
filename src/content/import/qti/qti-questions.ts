import type { ForeignQuestion } from '../native/question.ts';
import { lostOf, richHtml } from '../native/question.ts';
import { childOf, elementsOf, within, wordsOf } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import { interactionBody } from './qti-bodies.ts';
import { inlineBody } from './qti-inline.ts';
import { plainQti } from './qti-html.ts';
import type { LookUp } from './qti-html.ts';
import { rightResponse } from './qti-item.ts';

export interface QtiPlace {
  /** How a person finds the item. */
  readonly at: string;
  readonly group: string | null;
  readonly look: LookUp;
}

const inlineNames = ['textEntryInteraction', 'inlineChoiceInteraction'];
const isInteraction = ({ name }: XmlElement) => name.endsWith('Interaction');

/** What one `assessmentItem` asks: a question for each of its interactions, one for all that stand in its text. */
export function qtiQuestions(item: XmlElement, place: QtiPlace): readonly ForeignQuestion[] {
  const body = childOf(item, 'itemBody');
  const found = body === undefined ? [] : interactionsIn(body);
  const inline = found.filter(({ name }) => inlineNames.includes(name));
  const blocks = found.filter(({ name }) => !inlineNames.includes(name));
  const asked = [
    ...(inline.length > 0 ? [inlineQuestion(item, body, { ...place, inline })] : []),
    ...blocks.map((interaction) => blockQuestion(item, body, { ...place, interaction })),
  ];
  const all = asked.length > 0 ? asked : [presentQuestion(body, place)];
  const id = item.attributes['identifier'] ?? null;
  return all.map((question, index) => ({
    ...question,
    at: all.length === 1 ? place.at : `${place.at}, part ${index + 1}`,
    name: id === null ? null : index === 0 ? id : `${id}-${index + 1}`,
    simplified: index === 0 ? [...question.simplified, ...lostWords(item)] : question.simplified,
  }));
}

function interactionsIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    isInteraction(child) ? [child] : interactionsIn(child),
  );
}

const lostWords = (item: XmlElement) => [
  ...(within(item, 'modalFeedback', 'feedbackBlock', 'feedbackInline').length > 0
    ? ['its feedback is left out']
    : []),
  ...(within(item, 'rubricBlock').some(isForOthers)
    ? ['its words for who marks it are left out']
    : []),
];

type Asked = Omit<ForeignQuestion, 'at' | 'name'>;

/** What is shown only after an answer, or only to who marks it. */
export function isForOthers({ name, attributes }: XmlElement): boolean {
  if (name !== 'rubricBlock') return /^(?:feedback|stylesheet)/.test(name);
  const views = (attributes['view'] ?? 'candidate').split(/\s+/);
  return !views.includes('candidate');
}

/** Words that stand before items, as a question that is only read. */
export const readBefore = (words: XmlElement, place: QtiPlace): ForeignQuestion => ({
  ...presentQuestion(words, place),
  at: place.at,
  name: null,
});

/** The item's own words, without what is asked in them and without what is shown only after it. */
function stemOf(body: XmlElement | undefined) {
  return plainQti(body, (element) => (isInteraction(element) || isForOthers(element) ? '' : null));
}

function presentQuestion(body: XmlElement | undefined, { group, look }: QtiPlace): Asked {
  const stem = stemOf(body);
  const text = richHtml(stem, look);
  const isEmpty = text.text === '' && text.pictures.length === 0;
  return {
    group,
    text,
    hint: null,
    praise: null,
    simplified: lostOf(stem),
    body: isEmpty ? { type: 'none', why: 'it says and asks nothing' } : { type: 'present' },
  };
}

/** A passage whose words are chosen from: it is read with them marked. */
function passageOf(interaction: XmlElement): string {
  if (interaction.name !== 'hottextInteraction') return '';
  return plainQti(interaction, ({ name, children }) => {
    if (name === 'prompt') return '';
    return name === 'hottext' ? `[${plainQti({ ...interaction, name, children }).text}]` : null;
  }).text;
}

function blockQuestion(
  item: XmlElement,
  body: XmlElement | undefined,
  { group, look, interaction }: QtiPlace & { readonly interaction: XmlElement },
): Asked {
  const stem = stemOf(body);
  const prompt = plainQti(childOf(interaction, 'prompt'));
  const lines = [stem.text, passageOf(interaction), prompt.text].filter((line) => line !== '');
  const right = rightResponse(item, interaction);
  const { body: asks, simplified } = interactionBody(interaction, right, look);
  return {
    group,
    text: richHtml(
      { ...stem, text: lines.join('\n'), pictures: [...stem.pictures, ...prompt.pictures] },
      look,
    ),
    hint: null,
    praise: null,
    body: asks,
    simplified: [
      ...simplified,
      ...lostOf(stem),
      ...(right.weighted ? ['answers that earn different points all count as right'] : []),
    ],
  };
}

function inlineQuestion(
  item: XmlElement,
  body: XmlElement | undefined,
  { group, look, inline }: QtiPlace & { readonly inline: readonly XmlElement[] },
): Asked {
  const asks = inlineBody(item, inline);
  const stem = plainQti(body, (element) => {
    if (isForOthers(element)) return '';
    const place = inline.indexOf(element);
    if (place !== -1) return `{gap-${place + 1}}`;
    return isInteraction(element) ? '' : null;
  });
  const text = richHtml(stem, look);
  return {
    group,
    // a text with gaps is the question; above it stands only what to do
    text: { ...text, text: '' },
    hint: null,
    praise: null,
    body: asks(stem.text),
    simplified: lostOf(stem),
  };
}

/** What an item calls itself. */
export const qtiTitle = (item: XmlElement): string =>
  (item.attributes['title'] ?? wordsOf(childOf(item, 'title'))).trim();
