import { besides, cleanPath } from '../text/inner-path.ts';
import { within } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';

/** Gives a part of the package by its path; null where it can't be read. */
type ReadPart = (path: string) => Promise<XmlElement | null>;

export interface Stimuli {
  /** Each as an item of its own that is only read. */
  readonly items: readonly XmlElement[];
  /** Their paths, in order. */
  readonly paths: readonly string[];
  /** Those of them that are not there. */
  readonly missing: readonly string[];
}

/**
 * The passages an item shares with others, to be read before it; none where the item before it had the same ones, for
 * they were read then.
 */
export async function stimuliOf(
  item: XmlElement,
  path: string,
  before: readonly string[],
  read: ReadPart,
): Promise<Stimuli> {
  const paths = within(item, 'assessmentStimulusRef').map(({ attributes }) =>
    cleanPath(besides(path, attributes['href'] ?? '')),
  );
  if (paths.join('\n') === before.join('\n')) return { items: [], paths, missing: [] };
  const missing: string[] = [];
  const items: XmlElement[] = [];
  for (const stimulus of paths) {
    const found = await read(stimulus);
    const body = found === null ? undefined : within(found, 'stimulusBody')[0];
    if (found === null || body === undefined) missing.push(stimulus);
    else items.push({ ...found, children: [{ ...fromTop(body, stimulus), name: 'itemBody' }] });
  }
  return { items, paths, missing };
}

/** With pictures named from the package's top, as they are read without their file. */
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
