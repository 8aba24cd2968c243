import { besides, cleanPath } from '../text/inner-path.ts';
import { childOf, within } from '../text/xml-tree.ts';
import type { XmlElement, XmlNode } from '../text/xml-tree.ts';

/** Gives a part of the package by its path; null where it can't be read. */
type ReadPart = (path: string) => Promise<XmlElement | null>;

export interface WithStimuli {
  readonly item: XmlElement;
  /** What it shares with others of the package: paths, in order. */
  readonly stimuli: readonly string[];
  /** Those of them that are not there. */
  readonly missing: readonly string[];
}

/**
 * An item with the passages it shares with others, before its own words. Where the item before it had the same ones
 * they stand there already.
 */
export async function withStimuli(
  item: XmlElement,
  path: string,
  before: readonly string[],
  read: ReadPart,
): Promise<WithStimuli> {
  const stimuli = within(item, 'assessmentStimulusRef').map(({ attributes }) =>
    cleanPath(besides(path, attributes['href'] ?? '')),
  );
  const body = childOf(item, 'itemBody');
  if (stimuli.length === 0 || body === undefined || stimuli.join('\n') === before.join('\n')) {
    return { item, stimuli, missing: [] };
  }
  const missing: string[] = [];
  const passages: XmlElement[] = [];
  for (const stimulus of stimuli) {
    const found = within((await read(stimulus)) ?? empty, 'stimulusBody')[0];
    if (found === undefined) missing.push(stimulus);
    else passages.push({ ...fromTop(found, stimulus), name: 'div' });
  }
  const children = item.children.map((child): XmlNode =>
    child === body ? { ...body, children: [...passages, ...body.children] } : child,
  );
  return { item: { ...item, children }, stimuli, missing };
}

const empty: XmlElement = { name: '', attributes: {}, children: [], line: 1 };

/** With pictures named from the package's top, as they come to stand in another file. */
function fromTop(element: XmlElement, path: string): XmlElement {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [
      name,
      name === 'src' || name === 'data' ? `/${cleanPath(besides(path, value))}` : value,
    ]),
  );
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : fromTop(child, path),
  );
  return { ...element, attributes, children };
}
