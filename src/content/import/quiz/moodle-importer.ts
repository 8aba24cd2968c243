import { unreadable } from '../import-errors.ts';
import type { Importer } from '../importer.ts';
import { makeLessons } from '../native/make-lesson.ts';
import { isText, readText } from '../text/read-text.ts';
import { rootName } from '../text/root-name.ts';
import { readXmlTree } from '../text/xml-tree.ts';
import { moodleQuestions } from './moodle-questions.ts';

const largest = 64 * 1024 * 1024;

/** A quiz as Moodle exports it in XML, with its pictures in it. */
export const moodleImporter: Importer = {
  kind: 'moodle-xml',
  recognise: (file) => Promise.resolve(isText(file) && rootName(file) === 'quiz'),
  read: async (file) => {
    const { text, notes } = await readText(file, largest);
    const root = readXmlTree(text);
    if (root.name !== 'quiz') throw unreadable('it holds no quiz', 'line 1');
    return makeLessons(moodleQuestions(root), { title: null, notes });
  },
};
