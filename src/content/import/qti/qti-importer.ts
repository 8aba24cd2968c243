import type { FileTree, ForeignFile } from '../foreign-file.ts';
import { unsupported } from '../import-errors.ts';
import type { Importer } from '../importer.ts';
import { makeLessons } from '../native/make-lesson.ts';
import { decodeText } from '../text/decode-text.ts';
import { cleanPath } from '../text/inner-path.ts';
import { isText, readText } from '../text/read-text.ts';
import { rootName } from '../text/root-name.ts';
import { readQti } from './qti-item.ts';
import { readQtiPackage } from './qti-package.ts';
import { qtiQuestions, qtiTitle } from './qti-questions.ts';

const largest = 16 * 1024 * 1024;
const largestPicture = 64 * 1024 * 1024;

const single: ReadonlySet<string> = new Set([
  'assessmentItem',
  'qti-assessment-item',
  'assessmentTest',
  'qti-assessment-test',
  'questestinterop',
]);

/** Items and tests in QTI 2 and 3, alone or in a package. */
export const qtiImporter: Importer = {
  kind: 'qti',
  recognise: async (file) => {
    if (file.tree !== null) return isQtiPackage(file.tree);
    return isText(file) && single.has(rootName(file) ?? '');
  },
  read: async (file) => (file.tree === null ? readSingle(file) : readQtiPackage(file.tree)),
};

async function isQtiPackage(tree: FileTree): Promise<boolean> {
  const manifest = tree.find('imsmanifest.xml');
  if (manifest === undefined || manifest.size > largest) return false;
  const { text } = decodeText(await tree.bytes(manifest, largest));
  return /\btype\s*=\s*["']imsqti_/i.test(text);
}

async function readSingle(file: ForeignFile) {
  const root = rootName(file) ?? '';
  if (root === 'questestinterop') {
    throw unsupported('it is QTI 1: export it as QTI 2.1 or newer, or as Moodle XML');
  }
  if (root.endsWith('est')) {
    throw unsupported('it is the order of a test, without its questions: import the whole package');
  }
  const { text, notes } = await readText(file, largest);
  const item = readQti(text);
  // an item by itself names pictures that lie beside it
  const look = (src: string) => file.near(cleanPath(src), largestPicture);
  const questions = qtiQuestions(item, { at: 'question 1', group: null, look });
  return makeLessons(questions, { title: qtiTitle(item), notes });
}
