import { SaxesParser } from 'saxes';
import type { XmlElement } from '../../../domain/xml/xml-element.ts';
import { unreadable } from '../import-errors.ts';
import { decodeText } from '../text/decode-text.ts';

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Deeper than any package describes itself. */
const deepest = 200;

/**
 * Reads a file of XML whole. Entities of its own it may define, and none is used: they are left as they are
 * written. Throws `import.unreadable` with the line where it is no XML.
 */
export function readXmlTree(bytes: Uint8Array, path: string): XmlElement {
  const parser = new SaxesParser();
  const outside: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [outside];
  const add = (text: string) => {
    const at = open.at(-1);
    if (at !== undefined) at.text += text;
  };
  parser.on('error', (error) => {
    const problem = `${path} is not well-formed XML: ${error.message.replace(/^\S+:\d+:\d+: /, '')}`;
    throw unreadable(problem, `line ${parser.line}`, error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest) throw unreadable(`${path} is nested without end`);
    open.push({
      name: localName(name),
      attributes: localNames(attributes),
      children: [],
      text: '',
    });
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) open.at(-1)?.children.push({ ...closed, text: closed.text.trim() });
  });
  parser.write(decodeText(bytes).text).close();
  const [root] = outside.children;
  if (root === undefined) throw unreadable(`${path} is empty`);
  return root;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

const localNames = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [localName(name).toLowerCase(), value]),
  );
