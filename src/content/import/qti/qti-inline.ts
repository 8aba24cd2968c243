import type { QuestionBody } from '../native/question.ts';
import { childrenOf } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import { plainQti } from './qti-html.ts';
import { rightResponse } from './qti-item.ts';

interface InlineBody {
  /** Whether the text's gaps are marked as ours; else each is a line to be read. */
  readonly marks: boolean;
  body(text: string): QuestionBody;
}

/** What stands in an item's text: words to choose in its gaps, or one answer to be typed. */
export function inlineBody(item: XmlElement, inline: readonly XmlElement[]): InlineBody {
  const [first, second] = inline;
  if (inline.every(({ name }) => name === 'inlineChoiceInteraction')) {
    const gaps = inline.map((interaction) => gapOf(item, interaction));
    return gaps.some(({ right }) => right === -1)
      ? none('one of its gaps has no right answer')
      : { marks: true, body: (text) => ({ type: 'inlineChoice', text, gaps }) };
  }
  if (first === undefined || second !== undefined) {
    return none('it has several gaps to be typed into; make a question of each');
  }
  const { values, baseType } = rightResponse(item, first);
  if (baseType === 'integer' || baseType === 'float') {
    const accept = values
      .map(Number)
      .filter((value) => Number.isFinite(value))
      .map((value) => ({ min: value, max: value }));
    return { marks: false, body: () => ({ type: 'number', accept }) };
  }
  return { marks: false, body: () => ({ type: 'text', accept: values }) };
}

const none = (why: string): InlineBody => ({ marks: false, body: () => ({ type: 'none', why }) });

function gapOf(item: XmlElement, interaction: XmlElement) {
  const choices = childrenOf(interaction, 'inlineChoice');
  const [right] = rightResponse(item, interaction).values;
  return {
    options: choices.map((choice) => plainQti(choice).text),
    right: choices.findIndex(({ attributes }) => attributes['identifier'] === right),
  };
}
