import { SaxesParser } from 'saxes';
import { unreadable } from '../import-errors.ts';

/** An element of a small XML document, by its name without a prefix. */
export interface XmlElement {
  readonly name: string;
  /** By their names as written, a prefix with them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text and that of what is in it, spaces drawn together. */
  readonly text: string;
}

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Deeper than any package document. */
const deepest = 100;

/**
 * Reads a small XML document whole. Prefixes are dropped: books often leave out what declares them.
 * @param at names the document in the error
 * @throws ReanError `import.unreadable` where it is no XML
 */
export function readXml(source: string, at: string): XmlElement {
  const open: Growing[] = [];
  let root: XmlElement | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw unreadable(`it is no sound XML (${error.message.split('\n')[0] ?? ''})`, at, error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) throw unreadable('its XML is too deep', at);
    open.push({ name: localName(name), attributes, children: [], text: '' });
  });
  const addText = (text: string) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const element = { ...closed, text: closed.text.replaceAll(/\s+/g, ' ').trim() };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else {
      parent.children.push(element);
      parent.text += closed.text;
    }
  });
  parser.write(source).close();
  if (root === null) throw unreadable('it is empty', at);
  return root;
}

export const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Every element below one with a name, at whatever depth. */
export function elementsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsNamed(child, name),
  ]);
}
