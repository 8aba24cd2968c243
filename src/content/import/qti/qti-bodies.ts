import type { QuestionBody, Rich } from '../native/question.ts';
import { rich } from '../native/question.ts';
import { childrenOf, within } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import { hotspotBody } from './qti-hotspot.ts';
import { plainQti, richQti } from './qti-html.ts';
import type { LookUp } from './qti-html.ts';
import type { RightResponse } from './qti-item.ts';

export interface MappedBody {
  readonly body: QuestionBody;
  readonly simplified: readonly string[];
}

/** What an interaction that stands by itself asks. */
export function interactionBody(
  interaction: XmlElement,
  right: RightResponse,
  look: LookUp,
): MappedBody {
  const plain = (body: QuestionBody): MappedBody => ({ body, simplified: [] });
  switch (interaction.name) {
    case 'choiceInteraction':
      return plain(choiceBody(childrenOf(interaction, 'simpleChoice'), right, look));
    case 'hottextInteraction':
      return plain(choiceBody(within(interaction, 'hottext'), right, look));
    case 'orderInteraction':
      return plain(orderBody(childrenOf(interaction, 'simpleChoice'), right, look));
    case 'matchInteraction':
      return plain(matchBody(interaction, right, look));
    case 'associateInteraction':
      return plain(associateBody(interaction, right, look));
    case 'gapMatchInteraction':
      return plain(gapMatchBody(interaction, right, look));
    case 'sliderInteraction':
      return plain(sliderBody(interaction, right));
    case 'hotspotInteraction':
      return hotspotBody(interaction, right, look);
    case 'extendedTextInteraction':
    case 'uploadInteraction':
    case 'drawingInteraction':
      return plain({ type: 'none', why: 'a person has to mark its answer' });
    default:
      return plain({ type: 'none', why: `no item of a lesson is like “${interaction.name}”` });
  }
}

const idOf = ({ attributes }: XmlElement) => attributes['identifier'] ?? '';

const choiceBody = (
  choices: readonly XmlElement[],
  { values }: RightResponse,
  look: LookUp,
): QuestionBody => ({
  type: 'choice',
  options: choices.map((choice) => ({
    content: withoutFeedback(choice, look),
    right: values.includes(idOf(choice)),
  })),
});

function withoutFeedback(choice: XmlElement, look: LookUp): Rich {
  const children = choice.children.filter(
    (child) => typeof child === 'string' || !child.name.startsWith('feedback'),
  );
  return richQti({ ...choice, children }, look);
}

function orderBody(
  choices: readonly XmlElement[],
  { values }: RightResponse,
  look: LookUp,
): QuestionBody {
  const ordered = values.map((value) => choices.find((choice) => idOf(choice) === value));
  if (ordered.length < choices.length || ordered.includes(undefined)) {
    return { type: 'none', why: 'its right order does not name each of its things' };
  }
  return { type: 'order', elements: ordered.map((choice) => richQti(choice, look)) };
}

/** `A B` in a value: a pair of identifiers. */
const pairsOf = ({ values }: RightResponse) =>
  values.map((value) => value.split(/\s+/)).filter((pair) => pair.length === 2);

function matchBody(interaction: XmlElement, right: RightResponse, look: LookUp): QuestionBody {
  const [first = [], second = []] = childrenOf(interaction, 'simpleMatchSet').map((set) =>
    childrenOf(set, 'simpleAssociableChoice'),
  );
  const pairs = pairsOf(right).map(([from = '', to = '']) => ({ from, to }));
  return (
    joined(first, second, { pairs, look }) ??
    joined(second, first, {
      pairs: pairs.map(({ from, to }) => ({ from: to, to: from })),
      look,
    }) ?? {
      type: 'none',
      why: 'not each thing on one of its sides has exactly one partner',
    }
  );
}

interface Joining {
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
  readonly look: LookUp;
}

/** A match in which each of `left` has one partner; null where that is not so. */
function joined(
  left: readonly XmlElement[],
  right: readonly XmlElement[],
  { pairs, look }: Joining,
): QuestionBody | null {
  const found = left.map((choice) => {
    const partners = pairs.filter(({ from }) => from === idOf(choice));
    const partner = right.find((one) => partners.length === 1 && idOf(one) === partners[0]?.to);
    return partner === undefined
      ? null
      : ([richQti(choice, look), richQti(partner, look)] as const);
  });
  const whole = found.filter((pair) => pair !== null);
  if (whole.length < left.length || whole.length === 0) return null;
  const named = new Set(pairs.map(({ to }) => to));
  const others = right.filter((one) => !named.has(idOf(one))).map((one) => richQti(one, look));
  return { type: 'match', pairs: whole, others };
}

function associateBody(interaction: XmlElement, right: RightResponse, look: LookUp): QuestionBody {
  const choices = childrenOf(interaction, 'simpleAssociableChoice');
  const ids = choices.map(idOf);
  const pairs = pairsOf(right).map(([a = '', b = '']) => [ids.indexOf(a), ids.indexOf(b)] as const);
  if (pairs.length === 0 || pairs.flat().includes(-1)) {
    return { type: 'none', why: 'it names no right pairs' };
  }
  return { type: 'associate', choices: choices.map((choice) => richQti(choice, look)), pairs };
}

function gapMatchBody(interaction: XmlElement, right: RightResponse, look: LookUp): QuestionBody {
  const choices = [...childrenOf(interaction, 'gapText'), ...childrenOf(interaction, 'gapImg')];
  const gaps = within(interaction, 'gap').map(idOf);
  const pairs = pairsOf(right);
  const fits = gaps.map((gap) =>
    choices.findIndex((choice) => pairs.some(([a, b]) => a === idOf(choice) && b === gap)),
  );
  if (gaps.length === 0 || fits.includes(-1)) {
    return { type: 'none', why: 'not each of its gaps has a right answer' };
  }
  const { text } = plainQti(interaction, (element) => {
    if (/^(?:gapText|gapImg|prompt)$/.test(element.name)) return '';
    return element.name === 'gap' ? `{gap-${gaps.indexOf(idOf(element)) + 1}}` : null;
  });
  return {
    type: 'gapMatch',
    text,
    choices: choices.map((choice) =>
      choice.name === 'gapText' ? rich(plainQti(choice).text) : richQti(choice, look),
    ),
    right: fits,
  };
}

function sliderBody({ attributes }: XmlElement, { values }: RightResponse): QuestionBody {
  const min = Number(attributes['lowerBound']);
  const max = Number(attributes['upperBound']);
  const step = Number(attributes['step'] ?? 1) || 1;
  const correct = Number(values[0] ?? Number.NaN);
  return [min, max, correct].every((value) => Number.isFinite(value)) && max > min
    ? { type: 'numberLine', min, max, step, correct, tolerance: 0 }
    : { type: 'none', why: 'its line or its right place on it is not stated' };
}
