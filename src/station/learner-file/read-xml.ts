import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import { TableError } from './table.ts';

export interface XmlHandlers {
  /** Names without their prefix. */
  open(tag: Pick<SaxesTagPlain, 'name' | 'attributes'>): void;
  text?(part: string): void;
  close?(name: string): void;
}

/**
 * Goes through XML as it comes. Entities other than XML's own five, and all that a DTD says, are refused.
 * @throws TableError `not-a-table`
 */
export async function readXml(
  stream: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('doctype', () => {
    throw new TableError('not-a-table');
  });
  parser.on('error', (error) => {
    throw new TableError('not-a-table', error);
  });
  parser.on('opentag', ({ name, attributes }) =>
    handlers.open({ name: localName(name), attributes }),
  );
  parser.on('text', (part) => handlers.text?.(part));
  parser.on('cdata', (part) => handlers.text?.(part));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  try {
    for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof TypeError ? new TableError('not-a-table', error) : error;
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
