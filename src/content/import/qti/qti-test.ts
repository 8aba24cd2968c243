import { isReanError } from '../../../shared/errors.ts';
import type { ImportNote } from '../importer.ts';
import { besides, cleanPath } from '../text/inner-path.ts';
import { elementsOf, within, wordsOf } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import { isForOthers, qtiTitle } from './qti-questions.ts';

/** What a test puts in order: an item by its file, or words of a section that are read before its items. */
export type TestPart =
  | { readonly kind: 'item'; readonly href: string; readonly group: string | null }
  | {
      readonly kind: 'words';
      readonly words: XmlElement;
      /** The file they stand in, from where pictures are named. */
      readonly href: string;
      readonly group: string | null;
    };

export interface ReadTest {
  readonly title: string;
  readonly parts: readonly TestPart[];
  readonly notes: readonly ImportNote[];
}

/** What a test may have that no lesson has, by its elements. */
const lostOfTests: readonly (readonly [names: readonly string[], text: string])[] = [
  [
    ['preCondition', 'branchRule'],
    'which questions come next doesn’t depend on the answers; all of them come in order',
  ],
  [['selection'], 'none of its questions are drawn by chance; all of them come'],
  [['ordering'], 'its questions are not mixed; they come in order'],
  [['timeLimits'], 'its limits of time are left out'],
  [['testFeedback'], 'what it says of the whole at its end is left out'],
];

/** Gives a file of the package. @throws `import.unreadable` */
type ReadFile = (path: string) => Promise<XmlElement>;

/**
 * Reads a test: its items in their order, the words of its sections before them, and what is left out of it.
 * @throws `import.unreadable` where the test itself can't be read; a section in a file of its own is told
 */
export async function readTest(href: string, read: ReadFile): Promise<ReadTest> {
  const test = await read(cleanPath(href));
  const notes: ImportNote[] = [];
  const seen = new Set([cleanPath(href)]);
  const partsIn = async (
    element: XmlElement,
    place: { readonly href: string; readonly group: string | null },
  ): Promise<readonly TestPart[]> => {
    const { name, attributes } = element;
    if (name === 'assessmentItemRef') {
      return [{ kind: 'item', ...place, href: besides(place.href, attributes['href'] ?? '') }];
    }
    if (name === 'rubricBlock') {
      if (isForOthers(element)) notes.push(forOthers(place.href));
      else if (saysAnything(element)) return [{ kind: 'words', words: element, ...place }];
      return [];
    }
    if (name === 'assessmentSectionRef') {
      const path = cleanPath(besides(place.href, attributes['href'] ?? ''));
      const section = seen.has(path) ? null : await sectionAt(path, read, notes);
      seen.add(path);
      return section === null ? [] : partsIn(section, { ...place, href: path });
    }
    const group = name === 'assessmentSection' ? attributes['title'] || place.group : place.group;
    const below: TestPart[] = [];
    for (const child of elementsOf(element)) {
      below.push(...(await partsIn(child, { ...place, group })));
    }
    return below;
  };
  const parts = await partsIn(test, { href, group: null });
  const lost = lostOfTests
    .filter(([names]) => within(test, ...names).some(isMeant))
    .map(([, text]): ImportNote => ({
      sort: 'simplified',
      at: href,
      text: `Simplified: ${text}.`,
    }));
  return { title: qtiTitle(test), parts, notes: [...unique(notes), ...lost] };
}

async function sectionAt(
  path: string,
  read: ReadFile,
  notes: ImportNote[],
): Promise<XmlElement | null> {
  try {
    return await read(path);
  } catch (error) {
    if (!isReanError(error, 'import.unreadable')) throw error;
    const text = `A section of the test is left out: ${String(error.facts['problem'])}. Its questions come behind.`;
    notes.push({ sort: 'left-out', at: path, text });
    return null;
  }
}

const forOthers = (at: string): ImportNote => ({
  sort: 'simplified',
  at,
  text: 'Simplified: words for who marks or gives the test are left out.',
});

const saysAnything = (words: XmlElement) =>
  wordsOf(words).trim() !== '' || within(words, 'img', 'object').length > 0;

/** An order that is as it stands says nothing. */
const isMeant = ({ name, attributes }: XmlElement) =>
  name !== 'ordering' || attributes['shuffle'] === 'true';

const unique = (notes: readonly ImportNote[]) => [
  ...new Map(notes.map((note) => [`${note.at ?? ''} ${note.text}`, note])).values(),
];
