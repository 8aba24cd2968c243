import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** What a source folder's description says, and its files by path. Change what a test is about. */
export interface PackSourceDraft {
  readonly description: Record<string, unknown>;
  readonly files: Readonly<Record<string, string>>;
}

/** A drawing that may go into a pack. */
export const plainDrawing = (colour = 'indigo') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="${colour}"/></svg>`;

const alt = { km: 'រូប', en: 'A picture' };

/** A lesson of two items, one drawn and one spoken. */
export const lessonDraft = (id: string) => ({
  format: 'rean-lesson@1',
  id,
  title: { km: 'មេរៀន', en: 'Lesson' },
  activities: [
    {
      id: 'practise',
      title: { km: 'អនុវត្ត', en: 'Practise' },
      items: [
        {
          id: 'look',
          type: 'present',
          prompt: { km: 'មើល', en: 'Look', audio: { en: 'audio/look.ogg' } },
          picture: { src: 'pictures/ka.svg', alt },
          skills: ['letters'],
        },
        {
          id: 'choose',
          type: 'choice',
          prompt: { km: 'ជ្រើស' },
          options: [
            { id: 'ka', label: { km: 'ក' } },
            { id: 'kha', label: { km: 'ខ' } },
          ],
          correct: ['ka'],
          skills: ['letters', 'choosing'],
        },
      ],
    },
  ],
});

/** A small pack with one lesson. `over` replaces members of its description. */
export function packSource(over: Record<string, unknown> = {}): PackSourceDraft {
  return {
    description: {
      format: 'kpack@1',
      id: 'org.rean.test',
      version: '1.0.0',
      sequence: 1,
      title: { km: 'សាកល្បង', en: 'Test' },
      licence: 'CC-BY-4.0',
      publisher: 'Rean',
      minimumApp: '0.1.0',
      courses: [
        {
          id: 'org.rean.test.letters',
          title: { km: 'អក្សរ', en: 'Letters' },
          picture: { src: 'pictures/course.svg', alt },
        },
      ],
      lessons: [
        {
          id: 'first',
          picture: { src: 'pictures/ka.svg', alt },
          course: 'org.rean.test.letters',
          position: 1,
        },
      ],
      ...over,
    },
    files: {
      'lessons/first/lesson.json': JSON.stringify(lessonDraft('first')),
      'pictures/course.svg': plainDrawing(),
      'pictures/ka.svg': plainDrawing('goldenrod'),
      'audio/look.ogg': 'OggS, as far as a test cares',
    },
  };
}

/** Writes a source folder, a temporary one unless given; returns where. */
export async function writePackSource(
  { description, files }: PackSourceDraft,
  into?: string,
): Promise<string> {
  const folder = into ?? (await temporaryFolder());
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pack.source.json'), JSON.stringify(description, null, 2));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** A folder of HTML made by others, as it is listed in a source. */
export const htmlItem = (over: Record<string, unknown> = {}) => ({
  kind: 'html',
  id: 'game',
  folder: 'game',
  entry: 'game/Index.html',
  title: { km: 'ល្បែង', en: 'Game' },
  picture: { src: 'pictures/ka.svg', alt },
  course: 'org.rean.test.letters',
  position: 2,
  skills: [],
  ...over,
});

/** A film with words in Khmer. */
export const mediaItem = (over: Record<string, unknown> = {}) => ({
  kind: 'media',
  id: 'film',
  folder: 'film',
  entry: 'film/film.webm',
  title: { km: 'ភាពយន្ត', en: 'Film' },
  picture: { src: 'pictures/ka.svg', alt },
  course: 'org.rean.test.letters',
  position: 3,
  skills: [],
  tracks: [{ kind: 'captions', language: 'km', src: 'film/km.vtt' }],
  ...over,
});

/** A book, unpacked. */
export const bookItem = (over: Record<string, unknown> = {}) => ({
  kind: 'epub',
  id: 'book',
  folder: 'book',
  entry: 'book/OEBPS/content.opf',
  title: { km: 'សៀវភៅ', en: 'Book' },
  picture: { src: 'pictures/ka.svg', alt },
  course: 'org.rean.test.letters',
  position: 4,
  skills: [],
  ...over,
});

/** A pack of a lesson, a folder of HTML and a film. `files` come on top; undefined takes one away. */
export function pieceSource(
  items: readonly unknown[] = [htmlItem(), mediaItem()],
  files: Readonly<Record<string, string | undefined>> = {},
): PackSourceDraft {
  const draft = packSource({ items });
  const all = Object.entries({
    ...draft.files,
    'game/Index.html': '<!doctype html><script src="Play It.js"></script>',
    'game/Play It.js': 'document.title = 1;',
    'game/pictures/live.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    'film/film.webm': 'as far as a test cares',
    'film/km.vtt': 'WEBVTT\n',
    ...files,
  });
  const kept = all.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
  return { ...draft, files: Object.fromEntries(kept) };
}
