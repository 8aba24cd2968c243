import { isReanError } from '../../../shared/errors.ts';
import type { FileTree } from '../foreign-file.ts';
import { nothingIn, unreadable, unsupported } from '../import-errors.ts';
import type { Imported, ImportNote } from '../importer.ts';
import { makeLessons } from '../native/make-lesson.ts';
import type { ForeignQuestion } from '../native/question.ts';
import { besides, cleanPath } from '../text/inner-path.ts';
import { decodeText } from '../text/decode-text.ts';
import { childOf, within, wordsOf } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import { readQti } from './qti-item.ts';
import { qtiQuestions, readBefore } from './qti-questions.ts';
import { stimuliOf } from './qti-stimulus.ts';
import { readTest } from './qti-test.ts';
import type { TestPart } from './qti-test.ts';

const largest = 16 * 1024 * 1024;
const largestPicture = 64 * 1024 * 1024;

/** A package of QTI: its test says the order of the items; those it does not name come behind. */
export async function readQtiPackage(tree: FileTree): Promise<Imported> {
  const manifest = await xmlIn(tree, 'imsmanifest.xml');
  const resources = within(manifest, 'resource').map(({ attributes }) => ({
    type: attributes['type'] ?? '',
    href: attributes['href'] ?? '',
  }));
  const items = resources.filter(({ type }) => /^imsqti_item/i.test(type));
  const tests = resources.filter(({ type }) => /^imsqti_(?:test|assessment)/i.test(type));
  if (items.length === 0 && tests.length === 0) {
    throw unsupported('it is QTI 1: export it as QTI 2.1 or newer, or as Moodle XML');
  }
  const [test] = tests;
  const { ordered, lost } = await readOrder(tree, test?.href ?? null, items.length > 0);
  const named = ordered?.parts ?? [];
  const isNamed = (href: string) =>
    named.some((one) => one.kind === 'item' && sameFile(tree, one.href, href));
  const others = items
    .filter(({ href }) => !isNamed(href))
    .map(({ href }): TestPart => ({ kind: 'item', href, group: null }));
  const read = await readParts(tree, [...named, ...others]);
  const title = ordered?.title || manifestTitle(manifest);
  return makeLessons(read.questions, { title, notes: [...tree.notes, ...lost, ...read.notes] });
}

const sameFile = (tree: FileTree, a: string, b: string) =>
  tree.find(cleanPath(a)) === tree.find(cleanPath(b));

const manifestTitle = (manifest: XmlElement): string | null =>
  wordsOf(within(childOf(manifest, 'metadata') ?? manifest, 'title')[0]).trim() || null;

/** The test's order; where it can't be read, items come in the order of the package. */
async function readOrder(tree: FileTree, href: string | null, hasItems: boolean) {
  if (href === null) return { ordered: null, lost: [] };
  try {
    const ordered = await readTest(href, (path) => xmlIn(tree, path));
    return { ordered, lost: ordered.notes };
  } catch (error) {
    if (!hasItems || !isReanError(error, 'import.unreadable')) throw error;
    const text = `Its order of questions can’t be read: ${String(error.facts['problem'])}. They come as they lie in the package.`;
    const lost: readonly ImportNote[] = [{ sort: 'guessed', at: href, text }];
    return { ordered: null, lost };
  }
}

async function readParts(tree: FileTree, parts: readonly TestPart[]) {
  const questions: ForeignQuestion[] = [];
  const notes: ImportNote[] = [];
  let stimuli: readonly string[] = [];
  const readPart = async (path: string) => {
    const read = await readItem(tree, path);
    return 'why' in read ? null : read;
  };
  let count = 0;
  for (const part of parts) {
    const { group } = part;
    const path = cleanPath(part.href);
    if (part.kind === 'words') {
      const at = `the words before question ${count + 1} (${path})`;
      questions.push(readBefore(part.words, { at, group, look: lookFrom(tree, path) }));
      continue;
    }
    count += 1;
    const at = `question ${count} (${path})`;
    const read = await readItem(tree, path);
    if ('why' in read) notes.push({ sort: 'left-out', at, text: `Left out: ${read.why}.` });
    else {
      const shared = await stimuliOf(read, path, stimuli, readPart);
      stimuli = shared.paths;
      for (const missing of shared.missing) {
        const text = `The text it shares with others is left out: the package has no ${missing}.`;
        notes.push({ sort: 'left-out', at, text });
      }
      const place = { at, group, look: lookFrom(tree, path) };
      questions.push(...[...shared.items, read].flatMap((one) => qtiQuestions(one, place)));
    }
  }
  if (questions.length === 0 && notes.length > 0) {
    throw nothingIn(`${notes[0]?.at ?? ''}: ${notes[0]?.text ?? ''}`);
  }
  return { questions, notes };
}

async function readItem(tree: FileTree, path: string): Promise<XmlElement | { why: string }> {
  try {
    return await xmlIn(tree, path);
  } catch (error) {
    if (!isReanError(error, 'import.unreadable')) throw error;
    const { problem, at } = error.facts;
    return { why: `${String(problem)}${at === null ? '' : ` (${String(at)})`}` };
  }
}

/** Pictures are named from where the item lies. */
function lookFrom(tree: FileTree, item: string) {
  return async (src: string): Promise<Uint8Array | null> => {
    const entry = tree.find(cleanPath(besides(item, src)));
    return entry === undefined || entry.size > largestPicture
      ? null
      : tree.bytes(entry, largestPicture);
  };
}

async function xmlIn(tree: FileTree, path: string): Promise<XmlElement> {
  const entry = tree.find(path);
  if (entry === undefined) throw unreadable('the package has no such file', path);
  return readQti(decodeText(await tree.bytes(entry, largest)).text);
}
