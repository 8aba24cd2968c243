import { readXmlTree, within } from '../text/xml-tree.ts';
import type { XmlElement, XmlNode } from '../text/xml-tree.ts';

/**
 * Reads QTI 2 and 3 alike: `qti-simple-choice` and `response-identifier` of version 3 become `simpleChoice` and
 * `responseIdentifier`, as version 2 calls them. Throws `import.unreadable`.
 */
export const readQti = (text: string): XmlElement => asVersion2(readXmlTree(text));

function asVersion2(element: XmlElement): XmlElement {
  return {
    name: camel(element.name.replace(/^qti-/, '')),
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [camel(name), value]),
    ),
    children: element.children.map((child): XmlNode =>
      typeof child === 'string' ? child : asVersion2(child),
    ),
    line: element.line,
  };
}

const camel = (name: string) =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What an item declares to be right for one of its interactions. */
export interface RightResponse {
  readonly cardinality: string;
  readonly baseType: string;
  /** Values as written, in order; those that earn points where it names no right ones. */
  readonly values: readonly string[];
  /** Whether values earn different points, which here they all do or don't. */
  readonly weighted: boolean;
}

/** The right response to an interaction. */
export function rightResponse(item: XmlElement, interaction: XmlElement): RightResponse {
  const id = interaction.attributes['responseIdentifier'];
  const declaration = within(item, 'responseDeclaration').find(
    ({ attributes }) => attributes['identifier'] === id,
  );
  const correct = declaration === undefined ? [] : within(declaration, 'correctResponse');
  const values = correct.flatMap((one) => within(one, 'value')).map((value) => words(value));
  const mapped = (declaration === undefined ? [] : within(declaration, 'mapEntry')).map(
    ({ attributes }) => ({
      key: attributes['mapKey'] ?? '',
      share: Number(attributes['mappedValue'] ?? 0),
    }),
  );
  const most = Math.max(0, ...mapped.map(({ share }) => share));
  const single = declaration?.attributes['cardinality'] === 'single';
  const earning = mapped.filter(({ share }) => (single ? share === most && most > 0 : share > 0));
  const isText = declaration?.attributes['baseType'] === 'string';
  const keys = earning.map(({ key }) => key);
  return {
    cardinality: declaration?.attributes['cardinality'] ?? 'single',
    baseType: declaration?.attributes['baseType'] ?? 'identifier',
    // a text has every answer that earns all points, a choice only what is named as right
    values: values.length === 0 || isText ? [...new Set([...values, ...keys])] : values,
    weighted: new Set(mapped.map(({ share }) => share).filter((share) => share > 0)).size > 1,
  };
}

const words = ({ children }: XmlElement): string =>
  children
    .map((child) => (typeof child === 'string' ? child : words(child)))
    .join('')
    .trim();
