import { SaxesParser } from 'saxes';
import { unreadable } from '../import-errors.ts';

/** An element of XML. Names of elements and attributes are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Where its start tag ends. */
  readonly line: number;
}

export type XmlNode = XmlElement | string;

const deepest = 200;
const mostElements = 1_000_000;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly line: number;
}

/**
 * Reads XML of others whole. Entities of its own are refused, so that it can't grow, nor reach for other files; so is
 * what is nested more than 200 deep. Throws `import.unreadable` with the line.
 */
export function readXmlTree(text: string): XmlElement {
  const parser = new SaxesParser();
  const top: Open = { name: '', attributes: {}, children: [], line: 1 };
  const stack = [top];
  let count = 0;
  const place = () => `line ${parser.line}`;
  parser.on('error', (error) => {
    throw unreadable(`it is no sound XML: ${plain(error)}`, place(), error);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw unreadable('it defines entities of its own', place());
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (stack.length > deepest) throw unreadable(`it is nested more than ${deepest} deep`, place());
    if (count > mostElements) throw unreadable('it holds more than a million elements', place());
    const element = {
      name: withoutPrefix(name),
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value]),
      ),
      children: [],
      line: parser.line,
    };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const say = (words: string) => {
    if (stack.length > 1) stack.at(-1)?.children.push(words);
  };
  parser.on('text', say);
  parser.on('cdata', say);
  parser.write(withoutControls(text)).close();
  const [root] = elementsOf(top);
  if (root === undefined) throw unreadable('it is empty');
  return root;
}

/** Old programs let control characters slip into what they export; XML knows none of them. */
const withoutControls = (text: string) =>
  [...text].some(isControl) ? [...text].filter((sign) => !isControl(sign)).join('') : text;

const isControl = (sign: string) => sign < ' ' && sign !== '\n' && sign !== '\t' && sign !== '\r';

const plain = (error: Error) => error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '');

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

export const elementsOf = ({ children }: Pick<XmlElement, 'children'>): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

/** Children of that name. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name);

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element === undefined ? undefined : elementsOf(element).find((child) => child.name === name);

/** Every element below, in reading order, of one of these names. */
export function within(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...within(child, ...names),
  ]);
}

/** All words below, without those of elements that are passed over. */
export function wordsOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children
    .map((child) => (typeof child === 'string' ? child : wordsOf(child)))
    .join('');
}
