import type { FileTree, ForeignFile } from '../foreign-file.ts';
import { nothingIn } from '../import-errors.ts';
import type { Imported, ImportedLesson, Importer } from '../importer.ts';
import { makeLessons } from '../native/make-lesson.ts';
import { decodeText } from '../text/decode-text.ts';
import { besides, cleanPath } from '../text/inner-path.ts';
import { isText, readText } from '../text/read-text.ts';
import { pagesOf } from '../html/find-entry-page.ts';
import { readMarkdown } from './markdown-questions.ts';

const largest = 4 * 1024 * 1024;
const largestPicture = 64 * 1024 * 1024;

const isMarkdown = (name: string) => /\.(?:md|markdown)$/i.test(name);

/** Texts of a tree that are content: not the notes every repository has. */
const textsOf = ({ entries }: FileTree) =>
  entries.filter(
    ({ name }) => isMarkdown(name) && !/(?:^|\/)(?:readme|licen[cs]e|notice)\./i.test(name),
  );

/** A lesson written in Markdown, with the pictures that lie beside it; or an archive of such. */
export const markdownImporter: Importer = {
  kind: 'markdown',
  recognise: (file) =>
    Promise.resolve(
      file.tree === null
        ? isMarkdown(file.name) && isText(file)
        : pagesOf(file.tree).length === 0 && textsOf(file.tree).length > 0,
    ),
  read: (file) => (file.tree === null ? readOne(file) : readAll(file.tree)),
};

async function readOne(file: ForeignFile): Promise<Imported> {
  const { text, notes } = await readText(file, largest);
  const { questions, title, licence } = readMarkdown(text, (src) => file.near(src, largestPicture));
  return makeLessons(questions, { title, licence, notes });
}

/** Each text of an archive is a lesson. */
async function readAll(tree: FileTree): Promise<Imported> {
  const things: ImportedLesson[] = [];
  const all: Imported[] = [];
  for (const entry of textsOf(tree)) {
    const { text } = decodeText(await tree.bytes(entry, largest));
    const look = async (src: string) => {
      const found = tree.find(cleanPath(besides(entry.name, src)));
      return found === undefined ? null : tree.bytes(found, largestPicture);
    };
    const { questions, title, licence } = readMarkdown(text, look);
    if (questions.length === 0) continue;
    const made = await makeLessons(questions, { title, licence });
    all.push({
      ...made,
      notes: made.notes.map((note) => ({ ...note, at: `${entry.name}, ${note.at ?? ''}` })),
    });
    for (const thing of made.things) {
      if (thing.kind !== 'lesson') continue;
      const name = [entry.name.replace(/\.\w+$/, ''), thing.name].filter((one) => one !== null);
      things.push({ ...thing, name: name.join('-') });
    }
  }
  if (things.length === 0) throw nothingIn('its texts are empty');
  const licence = all.find((one) => one.licence !== null)?.licence ?? null;
  return { licence, things, notes: [...tree.notes, ...all.flatMap(({ notes }) => notes)] };
}
