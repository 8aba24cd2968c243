import type { GapAsked, QuestionBody } from '../native/question.ts';
import { childrenOf } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import { plainQti } from './qti-html.ts';
import { rightResponse } from './qti-item.ts';

/** What stands in an item's text, whose gaps are marked `{gap-1}`: words to choose, words and numbers to type. */
export function inlineBody(
  item: XmlElement,
  inline: readonly XmlElement[],
): (text: string) => QuestionBody {
  const gaps = inline.map((interaction) =>
    interaction.name === 'inlineChoiceInteraction'
      ? choiceGap(item, interaction)
      : typedGap(item, interaction),
  );
  const [first] = gaps;
  const read = gaps.filter((gap) => gap !== null);
  if (read.length < gaps.length || first === undefined) {
    const why =
      gaps.length === 1 && inline[0]?.name === 'textEntryInteraction'
        ? 'it has no answer that is marked as right'
        : 'one of its gaps has no right answer';
    return () => ({ type: 'none', why });
  }
  return (text) => ({ type: 'gaps', text, gaps: read });
}

function typedGap(item: XmlElement, interaction: XmlElement): GapAsked | null {
  const { values, baseType } = rightResponse(item, interaction);
  if (baseType !== 'integer' && baseType !== 'float') {
    return values.length === 0 ? null : { type: 'text', accept: values };
  }
  const accept = values
    .map(Number)
    .filter((value) => Number.isFinite(value))
    .map((value) => ({ min: value, max: value }));
  return accept.length === 0 ? null : { type: 'number', accept };
}

function choiceGap(item: XmlElement, interaction: XmlElement): GapAsked | null {
  const choices = childrenOf(interaction, 'inlineChoice');
  const [value] = rightResponse(item, interaction).values;
  const right = choices.findIndex(({ attributes }) => attributes['identifier'] === value);
  const options = choices.map((choice) => plainQti(choice).text);
  return right === -1 ? null : { type: 'choice', options, right };
}
