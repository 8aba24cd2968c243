import { join } from 'node:path';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { lessonSchema } from '../../src/shared/contracts/lesson.ts';
import type { Item, Lesson } from '../../src/shared/contracts/lesson.ts';
import { publisher } from './pack-press.ts';
import { htmlItem, packSource, plainDrawing, writePackSource } from './pack-source.ts';
import { pieceCourse } from './piece-pack.ts';
import { seededRandomness } from './seeded-randomness.ts';

/** Sixty written units that are no word, and so have no place to break ([KHM11]). */
export const longWord = 'ឍូឡីឌុ'.repeat(20);

const picture = (name: string) => ({ src: `pictures/${name}.svg`, alt: { km: 'រូប', en: name } });
const words = { km: longWord, en: longWord };
/** Told apart by their ends. */
const card = (id: string, end: string) => ({
  id,
  label: { km: longWord + end, en: longWord + end },
});
const cards = [card('one', '១'), card('two', '២'), card('three', '៣'), card('four', '៤')];
const short = [
  { id: 'ka', label: { km: 'ក', en: 'ka' } },
  { id: 'kha', label: { km: 'ខ', en: 'kha' } },
];
const pairs = [
  ['ka', 'one'],
  ['kha', 'two'],
];

const items = [
  { id: 'choose', type: 'choice', options: cards, correct: ['two'] },
  { id: 'join', type: 'match', left: short, right: cards.slice(0, 2), correct: pairs },
  { id: 'order', type: 'order', elements: cards.slice(0, 3) },
  {
    id: 'fill',
    type: 'gapMatch',
    text: { km: 'ខ្ញុំ {gap} បាយ', en: 'I {gap} rice' },
    choices: cards.slice(0, 3),
    correct: [['one', 'gap']],
  },
  {
    id: 'line',
    type: 'inlineChoice',
    text: { km: 'ខ្ញុំ {gap} ទឹក', en: 'I {gap} water' },
    gaps: [{ id: 'gap', options: cards.slice(0, 3), correct: 'two' }],
  },
  {
    id: 'pair',
    type: 'associate',
    choices: cards,
    correct: [
      ['one', 'two'],
      ['three', 'four'],
    ],
  },
];

const lesson: Lesson = lessonSchema.parse({
  format: 'rean-lesson@1',
  id: 'first',
  title: words,
  activities: [
    {
      id: 'one',
      title: words,
      items: items.map((item) => ({ ...item, prompt: words, hint: words, praise: words })),
    },
  ],
});

export const longItems: readonly Item[] = lesson.activities.flatMap((each) => each.items);

/** Builds and signs a pack full of it in `scratch`: a course, a lesson, and a book on a shelf. Returns the file. */
export async function pressLongWords(scratch: string): Promise<string> {
  const tools = { disk: nodeDisk(), randomness: seededRandomness(12) };
  const shelf = 'org.rean.test.shelf';
  const courses = [
    { id: pieceCourse, title: words, picture: picture('course') },
    { id: shelf, title: words, picture: picture('course'), shelf: true },
  ];
  const book = htmlItem({
    course: shelf,
    position: 1,
    title: words,
    authors: [longWord],
    level: 1,
  });
  const draft = packSource({ title: words, courses, items: [book] });
  const files = {
    'pictures/course.svg': plainDrawing(),
    'pictures/ka.svg': plainDrawing('goldenrod'),
    'game/Index.html': '<!doctype html><p>Book</p>',
    'lessons/first/lesson.json': JSON.stringify(lesson),
  };
  const source = await writePackSource({ ...draft, files }, join(scratch, 'long-words'));
  const file = join(scratch, 'long-words.kpack');
  const built = await buildPack(tools, source, file);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  return file;
}
