import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { indexName } from '../../src/content/zim/index-pages.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import { bookFiles, lockedPdf, plainPdf } from './books.ts';
import {
  downwardBook,
  laidOutBook,
  looseBook,
  olderBook,
  silence,
  talkingBook,
  talkingVoice,
  voiceSeconds,
} from './kinds-of-books.ts';
import { publisher, storeOptions } from './pack-press.ts';
import { bookItem, packSource, writePackSource } from './pack-source.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { wordsOf, zimDraft, zimFile } from './zim-file.ts';

export const bookCourse = courseIdSchema.parse('org.rean.test.letters');
export const bookCourseTitle = 'បណ្ណាល័យសាកល្បង';

const pdfItem = (id: string) =>
  bookItem({ kind: 'pdf', id, folder: id, entry: `${id}/book.pdf`, title: { km: id } });

const zimItem = bookItem({
  kind: 'zim',
  id: 'wiki',
  folder: 'wiki',
  entry: 'wiki/archive.zim',
  title: { km: 'wiki' },
});

/** By id and folder. */
const otherBooks = {
  talking: talkingBook(),
  'laid-out': laidOutBook(),
  older: olderBook(),
  downward: downwardBook(),
  loose: looseBook(),
};
const otherFiles = () =>
  Object.fromEntries(
    Object.entries(otherBooks).flatMap(([id, files]) =>
      Object.entries(files).map(([path, text]) => [`${id}/${path}`, text] as const),
    ),
  );

const storyShelf = courseIdSchema.parse('org.rean.library.stories');
const healthShelf = courseIdSchema.parse('org.rean.library.health');

/** Titles of what stands in the library: the first nine on the shelf of stories. */
export const shelvedTitles = [
  'ទុំទាវ',
  'សុភាទន្សាយ',
  'ធនញ្ជ័យ',
  'កុលាបប៉ៃលិន',
  'ផ្កាស្រពោន',
  'មាលាដួងចិត្ត',
  'ក្មេងប្រុសនិងក្រពើ',
  'រឿងព្រះអាទិត្យនិងខ្យល់',
  'អណ្ដើកនិងហង្ស',
  'ទឹកស្អាត',
  'សុខភាពក្នុងគ្រួសារ',
];

const shelved = shelvedTitles.map((km, index) => ({
  ...bookItem({ title: { km, en: `Story ${index + 1}` } }),
  id: `shelved-${index + 1}`,
  course: index < 9 ? storyShelf : healthShelf,
  position: index + 1,
  authors: index === 0 ? ['ភិក្ខុសោម'] : ['Rean'],
  level: [1, 2, 3][index % 3],
}));

/**
 * A book in EPUB (`book`), others of other kinds (`talking`, `laid-out`, `older`, `downward`, `loose`), two in PDF (`sheet`, `map`), a PDF that is locked (`locked`) and a ZIM archive (`wiki`), in a
 * station's store; and a library of two shelves, whose books are that same one in EPUB.
 */
export async function installBooks(scratch: string, store: string): Promise<void> {
  const items = [
    bookItem({ title: { km: 'book' } }),
    pdfItem('sheet'),
    pdfItem('locked'),
    zimItem,
    pdfItem('map'),
    ...Object.keys(otherBooks).map((id) =>
      bookItem({ id, folder: id, entry: `${id}/OEBPS/content.opf`, title: { km: id } }),
    ),
  ];
  const book = Object.entries(bookFiles()).map(([path, text]) => [`book/${path}`, text] as const);
  const picture = { src: 'pictures/course.svg', alt: { km: 'រូប' } };
  const draft = packSource({
    items: [...items.map((item, index) => ({ ...item, position: index + 2 })), ...shelved],
    courses: [
      { id: bookCourse, title: { km: bookCourseTitle }, picture },
      { id: storyShelf, title: { km: 'រឿងនិទាន', en: 'Stories' }, picture, shelf: true },
      { id: healthShelf, title: { km: 'សុខភាព', en: 'Health' }, picture, shelf: true },
    ],
  });
  const files = {
    ...draft.files,
    ...Object.fromEntries(book),
    ...otherFiles(),
    'sheet/book.pdf': plainPdf(['The farmer', 'plants rice', 'in the field']),
    'locked/book.pdf': lockedPdf(),
    'map/book.pdf': plainPdf(['The river', 'and its towns']),
  };
  const source = await writePackSource({ ...draft, files }, join(scratch, 'books'));
  await writeFile(join(source, 'talking', talkingVoice), silence(voiceSeconds));
  const zim = zimFile(zimDraft());
  await mkdir(join(source, 'wiki'));
  await writeFile(join(source, 'wiki', 'archive.zim'), zim);
  await writeFile(join(source, 'wiki', indexName), await wordsOf(zim));
  const tools = { disk: nodeDisk(), randomness: seededRandomness(5) };
  const file = join(scratch, 'books.kpack');
  const built = await buildPack(tools, source, file);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  const opened = await openPackStore(storeOptions(store));
  await opened.trust({ name: 'test', publicKey: publisher.publicKey });
  await opened.install(file);
}
